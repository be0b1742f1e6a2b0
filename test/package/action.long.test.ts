import { execFile, execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import { runAction, type ActionResult } from '../cli/github-action.js';
import { startRegistry, type Registry } from './registry.js';

// The steps of action.yml, run as GitHub's runner does, in a repository elsewhere. The packages come from a registry on loopback.

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const run = promisify(execFile);
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'iamport-kit-action-')));
const workspace = path.join(folder, 'repository');
const GOOD = '{ "imp_uid": "imp_1", "merchant_uid": "o", "status": "paid" }';
let registry: Registry;
let env: Readonly<Record<string, string>>;

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
  writeFileSync(path.join(workspace, file), text);
}

const action = (inputs: Readonly<Record<string, string>> = {}): Promise<ActionResult> =>
  runAction(inputs, { workspace, env });

beforeAll(async () => {
  const packs = path.join(folder, 'packs');
  mkdirSync(packs);
  const flags = ['--ignore-scripts', '--workspaces', '--include-workspace-root', '--pack-destination', packs];
  await run('npm', ['pack', ...flags]);
  registry = await startRegistry(readdirSync(packs).map((name) => path.join(packs, name)));
  // GitHub's runners have a cache of npm; this one is empty.
  env = {
    HOME: process.env.HOME ?? folder,
    npm_config_cache: path.join(folder, 'npm'),
    npm_config_registry: registry.url,
  };
  put('package.json', '{ "private": true, "workspaces": ["packages/*"] }');
  put('packages/pay/package.json', '{ "name": "pay", "version": "1.0.0" }');
  put('fixtures/PaymentWebhook/good.json', GOOD);
  execFileSync('git', ['init', '--quiet'], { cwd: workspace });
});
afterAll(async () => {
  await registry.close();
  rmSync(folder, { recursive: true });
});

it('without inputs and without an installed program, it fetches that and passes clean fixtures', async () => {
  const { code, stdout, outputs } = await action();
  expect(stdout).toBe('');
  expect({ code, outputs }).toEqual({ code: 0, outputs: { 'exit-code': '0' } });
  expect([...registry.served].sort()).toEqual(['@iamport-kit/cli', '@iamport-kit/sandbox', 'iamport-kit']);
});

it('shows findings of a package of the repository where they are, with SARIF beside it', async () => {
  put('packages/pay/fixtures/PaymentWebhook/bad.json', GOOD.replace('"imp_1"', '1'));
  const { code, stdout, outputs } = await action({ 'working-directory': 'packages/pay', 'sarif-file': 'found.sarif' });
  expect(stdout).toMatch(/^::error file=packages\/pay\/fixtures\/PaymentWebhook\/bad\.json,line=1,.*imp_uid/m);
  expect({ code, outputs }).toEqual({
    code: 1,
    outputs: { 'exit-code': '1', 'sarif-file': 'packages/pay/found.sarif' },
  });
  const sarif = readFileSync(path.join(workspace, outputs['sarif-file'] ?? ''), 'utf8');
  expect(sarif).toContain('"uri": "packages/pay/fixtures/PaymentWebhook/bad.json"');
  expect(sarif).not.toContain(folder);
});

it('shows bad usage in the pull request', async () => {
  const { code, stdout } = await action({ paths: 'nowhere' });
  expect(stdout).toBe('::error title=iamport-kit::cannot read nowhere (no such file)\n');
  expect(code).toBe(2);
});

it('shows that a version is not there', async () => {
  const { code, stdout } = await action({ version: '99.99.99' });
  // npm names the first of the two packages that it misses: which one that is depends on what the registry answers first.
  expect(stdout).toMatch(/^::error title=iamport-kit::.* (?:@iamport-kit\/cli|iamport-kit)@99\.99\.99/m);
  expect(code).toBe(2);
});

it('lints and checks generated code with the program that is installed at the root', async () => {
  const { version } = JSON.parse(readFileSync('scripts/package.json', 'utf8')) as { version: string };
  const packages = ['@iamport-kit/cli', 'iamport-kit'].map((name) => `${name}@${version}`);
  const flags = ['--save-dev', '--no-audit', '--no-fund', '--ignore-scripts'];
  await run('npm', ['install', ...flags, ...packages], { cwd: workspace, env: { ...process.env, ...env } });
  const offline = { ...env, npm_config_registry: 'http://127.0.0.1:9' };
  const inside = (inputs: Readonly<Record<string, string>>): Promise<ActionResult> =>
    runAction({ 'working-directory': 'packages/pay', ...inputs }, { workspace, env: offline });
  put('packages/pay/openapi.yaml', 'openapi: 3.1.0\ninfo: { title: T }\npaths: {}\n');
  const linted = await inside({ command: 'lint', paths: 'openapi.yaml' });
  expect(linted.stdout).toMatch(/^::error file=packages\/pay\/openapi\.yaml,line=2,.*version/m);
  expect(linted.code).toBe(1);
  const args = '--out=src/iamport\n--include=payments';
  expect((await inside({ command: 'generate', args })).code).toBe(0);
  expect(existsSync(path.join(workspace, 'packages/pay/src/iamport/models.ts'))).toBe(true);
  expect((await inside({ command: 'generate', args: `${args}\n--check` })).code).toBe(0);
});
