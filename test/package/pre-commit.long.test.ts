import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import { startRegistry, type Registry } from './registry.js';

// The real pre-commit, which `.ci/run` installs, in a repository elsewhere. The hooks come from a clone of this repository.

vi.setConfig({ testTimeout: 240_000 });

const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-hooks-'));
const hooks = path.join(folder, 'hooks');
const shop = path.join(folder, 'shop');
let registry: Registry;

const isInstalled = spawnSync('pre-commit', ['--version']).status === 0;
if (!isInstalled) console.warn('pre-commit is not installed: the hooks were not run by it');

function git(cwd: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8' }).trim();
}

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(shop, file)), { recursive: true });
  writeFileSync(path.join(shop, file), text);
}

/** Runs all hooks on all files, with caches of their own. */
async function runHooks(): Promise<{ readonly code: number; readonly stdout: string }> {
  git(shop, 'add', '--all');
  const env = {
    ...process.env,
    PRE_COMMIT_HOME: path.join(folder, 'pre-commit'),
    npm_config_cache: path.join(folder, 'npm'),
    npm_config_registry: registry.url,
  };
  return run('pre-commit', ['run', '--all-files', '--color', 'never'], { cwd: shop, env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: unknown) => {
      const { code, stdout } = error as { code: number; stdout: string };
      return { code, stdout };
    },
  );
}

beforeAll(async () => {
  execFileSync('git', ['clone', '--quiet', process.cwd(), hooks]);
  // What is not committed yet is tested too.
  for (const name of ['.pre-commit-hooks.yaml', '.config', 'scripts/package.json'])
    cpSync(name, path.join(hooks, name), { recursive: true });
  git(hooks, 'add', '--all');
  git(hooks, 'commit', '--quiet', '--allow-empty', '--message', 'Hooks');
  const packs = path.join(folder, 'packs');
  mkdirSync(packs);
  await run('npm', [
    'pack',
    '--ignore-scripts',
    '--workspaces',
    '--include-workspace-root',
    '--pack-destination',
    packs,
  ]);
  registry = await startRegistry(readdirSync(packs).map((name) => path.join(packs, name)));
  mkdirSync(shop);
  git(shop, 'init', '--quiet');
  const ids = ['validate', 'lint', 'generate-check'].map((id) => `      - id: ${id}\n`).join('');
  const rev = git(hooks, 'rev-parse', 'HEAD');
  put('.pre-commit-config.yaml', `repos:\n  - repo: ${hooks}\n    rev: ${rev}\n    hooks:\n${ids}`);
  put('fixtures/PaymentWebhook/good.json', '{ "imp_uid": "imp_1", "merchant_uid": "o", "status": "paid" }');
});
afterAll(async () => {
  await registry.close();
  rmSync(folder, { recursive: true });
});

if (isInstalled) {
  it('pre-commit fetches the program of the same version, and passes a clean repository', async () => {
    const { code, stdout } = await runHooks();
    expect(stdout).toMatch(/^iamport-kit validate\.+Passed$/m);
    expect(stdout).toMatch(/^iamport-kit lint\.+\(no files to check\)Skipped$/m);
    expect(code).toBe(0);
    expect([...registry.served].sort()).toEqual(['@iamport-kit/cli', '@iamport-kit/sandbox', 'iamport-kit']);
  });

  it('pre-commit shows findings, and fails', async () => {
    put('fixtures/PaymentWebhook/bad.json', '{ "imp_uid": 1, "merchant_uid": "o", "status": "paid" }');
    put('spec/openapi.yaml', 'openapi: 3.1.0\ninfo: { title: T }\n');
    const { code, stdout } = await runHooks();
    expect(stdout).toMatch(/^iamport-kit validate\.+Failed$/m);
    expect(stdout).toContain('fixtures/PaymentWebhook/bad.json:1:14');
    expect(stdout).toMatch(/^iamport-kit lint\.+Failed$/m);
    expect(stdout).toMatch(/^iamport-kit generate --check\.+Failed$/m);
    expect(code).toBe(1);
  });
}

it('the hooks are there to run', () => {
  expect(git(hooks, 'ls-files', '--stage', '.config/hooks')).toMatch(/^100755 .*\.config\/hooks\/iamport-kit\.mjs$/m);
});
