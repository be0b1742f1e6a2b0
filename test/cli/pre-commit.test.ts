import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { parse } from 'yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly language: string;
  readonly entry: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
  readonly require_serial?: boolean;
}

const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
const [validate, lint, generate] = ['validate', 'lint', 'generate-check'].map((id) =>
  hooks.find((hook) => hook.id === id)!,
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  mkdirSync(path.join(folder, 'node_modules/@iamport-kit'), { recursive: true });
  symlinkSync(path.resolve('scripts'), path.join(folder, 'node_modules/@iamport-kit/cli'));
  symlinkSync(path.resolve('generated'), path.join(folder, 'generated'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): string {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
  return name;
}

/** Runs a hook as pre-commit does: its words from the root of this repository, then the changed files that `files` matches. */
function runHook(
  { entry, files, pass_filenames = true }: Hook,
  changed: readonly string[],
  cwd = folder,
): Promise<{ code: number; stdout: string }> {
  const matching = changed.filter((file) => new RegExp(files).test(file));
  if (matching.length === 0) return Promise.resolve({ code: 0, stdout: '(skipped)' });
  const [program = '', ...args] = [...entry.split(' '), ...(pass_filenames ? matching : [])];
  return new Promise((resolve) => {
    execFile(path.resolve(program), args, { cwd }, (error, stdout) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout }),
    );
  });
}

describe('the hooks', () => {
  it('have what pre-commit asks for, and install nothing', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['validate', 'lint', 'generate-check']);
    for (const hook of hooks) {
      expect(hook.language).toBe('script');
      expect(hook.entry).toBe(hook.name.replace('iamport-kit', '.config/hooks/iamport-kit.mjs'));
      expect(hook.description).toMatch(/\.$/);
    }
  });

  it('name commands and flags that the program has', async () => {
    for (const { entry } of hooks) {
      const [, command = '', ...flags] = entry.split(' ');
      const { code, stdout } = await runCli([command, '--help'], folder);
      expect(code).toBe(0);
      for (const flag of flags) expect(stdout).toContain(flag);
    }
  });

  it('validate the fixtures of a commit, and nothing else of it', async () => {
    const good = put(
      'fixtures/PaymentWebhook/good.json',
      '{ "imp_uid": "imp_1", "merchant_uid": "o", "status": "paid" }',
    );
    const bad = put('fixtures/PaymentWebhook/bad.json', '{ "imp_uid": 1, "merchant_uid": "o", "status": "paid" }');
    const other = put('package.json', '{}');
    expect((await runHook(validate!, [good, other])).code).toBe(0);
    const { code, stdout } = await runHook(validate!, [good, bad, other]);
    expect(stdout).toContain('fixtures/PaymentWebhook/bad.json');
    expect(stdout).not.toContain('package.json');
    expect(code).toBe(1);
    expect((await runHook(validate!, [other])).stdout).toBe('(skipped)');
  });

  it('lint the document when any part of it changes', async () => {
    put('spec/openapi.yaml', 'openapi: 3.1.0\ninfo: { title: T }\n');
    const { code, stdout } = await runHook(lint!, ['spec/paths/payments.yaml']);
    expect(stdout).toContain('spec/openapi.yaml');
    expect(code).toBe(1);
  });

  it('find the program above the folder that they run in', async () => {
    put('packages/pay/spec/openapi.yaml', 'openapi: 3.1.0\ninfo: { title: T }\n');
    const { code, stdout } = await runHook(lint!, ['spec/openapi.yaml'], path.join(folder, 'packages/pay'));
    expect(stdout).toContain('spec/openapi.yaml');
    expect(code).toBe(1);
  });

  it('notice stale code', async () => {
    put(
      'spec/openapi.yaml',
      "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n  /pets:\n    get:\n      operationId: listPets\n      responses: { '200': { description: All } }\n",
    );
    rmSync(path.join(folder, 'generated'));
    const { code, stdout } = await runHook(generate!, ['generated/models.ts']);
    expect(stdout).toContain('is missing');
    expect(code).toBe(1);
  });
});
