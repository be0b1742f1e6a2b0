import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { parse } from 'yaml';

import { samplesOf } from '../contract/documentation.js';
import { startRegistry, type Registry } from './registry.js';

// What the README and the guide say about CI, pasted into a new project. The packages come from a registry on loopback.

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const GUIDE = 'scripts/site/pages/en/guides/fixtures.md';
const FIXTURE = 'fixtures/PaymentWebhook/first.json';
const GOOD = '{ "imp_uid": "imp_1", "merchant_uid": "o", "status": "paid" }\n';

const run = promisify(execFile);
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'iamport-kit-ci-')));
const project = path.join(folder, 'shop');
const checkout = path.join(folder, 'checkout');
let registry: Registry;
let env: Readonly<Record<string, string | undefined>>;

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly uses?: string }[] }>
  >;
}

/** The commands of the workflow in the README, in order. */
function commands(): readonly string[] {
  const workflow = samplesOf('README.md').find(({ language }) => language === 'yaml')?.code ?? '';
  // Edge: this is our own file.
  const { jobs } = parse(workflow) as Workflow;
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap((step) => step.run ?? []));
}

interface StepResult {
  readonly code: unknown;
  readonly stdout: string;
}

/** Runs a step as GitHub's runner does, in the checked out repository. */
function runStep(command: string): Promise<StepResult> {
  const ci = { ...env, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: checkout };
  return new Promise((resolve) => {
    const shell = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', command];
    execFile('bash', shell, { cwd: checkout, env: ci }, (error, stdout) => {
      resolve({ code: error === null ? 0 : error.code, stdout });
    });
  });
}

function git(cwd: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd, stdio: 'ignore' });
}

function put(file: string, text: string, root = project): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

beforeAll(async () => {
  const packs = path.join(folder, 'packs');
  for (const name of [packs, project]) mkdirSync(name);
  const flags = ['--ignore-scripts', '--workspaces', '--include-workspace-root', '--pack-destination', packs];
  await run('npm', ['pack', ...flags]);
  registry = await startRegistry(readdirSync(packs).map((name) => path.join(packs, name)));
  env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LANG: 'C',
    npm_config_cache: path.join(folder, 'npm'),
    npm_config_registry: registry.url,
  };
  put('package.json', '{ "private": true, "type": "module" }\n');
  put('.gitignore', 'node_modules/\n');
  put(FIXTURE, GOOD);
  // The commands that the README gives before the workflow.
  const [install = ''] = samplesOf('README.md').flatMap(({ language, code }) => (language === 'sh' ? [code] : []));
  await run('bash', ['-ec', install], { cwd: project, env });
  await run('npx', ['iamport-kit', 'generate', '--out', 'src/iamport'], { cwd: project, env });
  git(project, 'init', '--quiet');
  git(project, 'add', '--all');
  git(project, 'commit', '--quiet', '--message', 'Shop');
  git(folder, 'clone', '--quiet', project, checkout);
});
afterAll(async () => {
  await registry.close();
  rmSync(folder, { recursive: true });
});

it('the workflow of the README passes in a new project, and uploads an empty report', async () => {
  expect(commands()).toHaveLength(3);
  for (const command of commands())
    expect({ command, ...(await runStep(command)) }).toMatchObject({ command, code: 0 });
  const sarif = readFileSync(path.join(checkout, 'iamport.sarif'), 'utf8');
  expect(JSON.parse(sarif)).toMatchObject({ version: '2.1.0', runs: [{ results: [] }] });
});

it('it fails for a fixture that is wrong, shows it in the pull request, and uploads it', async () => {
  put(FIXTURE, GOOD.replace('"imp_1"', '1'), checkout);
  const [, validate = '', check = ''] = commands();
  const { code, stdout } = await runStep(validate);
  expect(stdout).toMatch(
    /^::error file=fixtures\/PaymentWebhook\/first\.json,line=1,col=14,.*imp_uid must be a string/,
  );
  expect(code).toBe(1);
  const sarif = readFileSync(path.join(checkout, 'iamport.sarif'), 'utf8');
  expect(sarif).toContain(`"uri": "${FIXTURE}"`);
  expect(sarif).not.toContain(folder);
  expect((await runStep(check)).code).toBe(0);
});

it('it fails for generated code that was changed by hand', async () => {
  const file = path.join(checkout, 'src/iamport/models.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace('imp_uid: string', 'imp_uid: number'));
  expect(await runStep(commands()[2] ?? '')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('models.ts') as string,
  });
});

const isInstalled = spawnSync('pre-commit', ['--version']).status === 0;
if (!isInstalled) console.warn('pre-commit is not installed: the local hooks of the guide were not run by it');

it.runIf(isInstalled)('the local hooks of the guide need nothing but the installed program', async () => {
  const local = samplesOf(GUIDE).find(({ code }) => code.includes('repo: local'))?.code ?? '';
  put('.pre-commit-config.yaml', local);
  put('fixtures/PaymentWebhook/bad.json', GOOD.replace('"imp_1"', '1'));
  git(project, 'add', '--all');
  const offline = {
    ...env,
    npm_config_registry: 'http://127.0.0.1:9',
    PRE_COMMIT_HOME: path.join(folder, 'pre-commit'),
  };
  const hooks = (): Promise<StepResult> =>
    run('pre-commit', ['run', '--all-files', '--color', 'never'], { cwd: project, env: offline }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      // Edge: the error of a program that ran and failed.
      (error: unknown) => error as StepResult,
    );
  const found = await hooks();
  expect(found.stdout).toMatch(
    /^iamport-kit validate\.+Failed$[^]*bad\.json:1:14[^]*^iamport-kit generate --check\.+Passed$/m,
  );
  expect(found.code).toBe(1);
  rmSync(path.join(project, 'fixtures/PaymentWebhook/bad.json'));
  git(project, 'add', '--all');
  expect((await hooks()).code).toBe(0);
});
