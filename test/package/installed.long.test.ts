import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import vm from 'node:vm';

import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { startApiServer, success, TOKEN_ANSWER } from '../runtime/api-server.js';
import { PAYMENT } from '../runtime/payment.js';
import type * as Browser from './browser.js';
import { describeInstalledCommands } from './installed-commands.js';
import { fetchNodes, NODE_LINES } from '../bench/node-versions.mjs';
import { describeTarballs } from './tarballs.js';

// Compilers, and programs that wait, on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const run = promisify(execFile);
const ROOT = process.cwd();
const COMPILERS = ['typescript', 'typescript6', 'typescript7'];

// Outside the repository: nothing may come from its node_modules.
const project = mkdtempSync(path.join(tmpdir(), 'iamport-kit-package-'));
const nodeFolder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-nodes-'));
const tarballs: string[] = [];
let nodes: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  const fetching = fetchNodes(nodeFolder);
  const pack = ['pack', '--workspaces', '--include-workspace-root', '--pack-destination', project];
  tarballs.push(...(await run('npm', pack)).stdout.trim().split('\n'));
  writeFileSync(path.join(project, 'package.json'), JSON.stringify({ name: 'shop', private: true, type: 'module' }));
  await inProject('npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    ...tarballs.map((name) => `./${name}`),
  ]);
  cpSync('test/package/program.ts', path.join(project, 'program.ts'));
  writeFileSync(path.join(project, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  nodes = await fetching;
});
afterAll(() => {
  for (const folder of [project, nodeFolder]) rmSync(folder, { recursive: true });
});

const TSCONFIG = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: [],
    module: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    skipLibCheck: false,
    rootDir: '.',
    outDir: 'out',
  },
  include: ['program.ts', 'src'],
};

// What browsers have and JavaScript itself does not. Nothing else is there.
const WEB_GLOBALS = {
  ...{ fetch, Request, Response, Headers, URL, URLSearchParams, AbortController, AbortSignal, ReadableStream },
  ...{ TextEncoder, TextDecoder, crypto, performance, setTimeout, clearTimeout },
};

async function inProject(file: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(file, [...args], { cwd: project }).catch((error: unknown) => {
    const { stdout: out = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${file} ${args.join(' ')} failed:\n${out}${stderr}`);
  });
  return stdout;
}

const cli = (...args: string[]): Promise<string> =>
  inProject(process.execPath, ['node_modules/.bin/iamport-kit', ...args]);
const compile = (compiler: string, ...args: string[]): Promise<string> =>
  inProject(process.execPath, [path.join(ROOT, 'node_modules', compiler, 'bin/tsc'), ...args]);

describe('the tarballs', () => {
  describeTarballs(project, tarballs, inProject);
});

describe('installed', () => {
  it('every subpath can be imported', async () => {
    writeFileSync(
      path.join(project, 'subpaths.mjs'),
      `import assert from 'node:assert/strict';
import { createIamport, IamportError, PAY_METHODS } from 'iamport-kit';
import { createClient } from 'iamport-kit/core';
import { isPayment } from 'iamport-kit/validators';
import { checkPaymentCallback } from 'iamport-kit/validators/PaymentCallback';
import schema from 'iamport-kit/schemas/Payment.json' with { type: 'json' };
import document from 'iamport-kit/openapi.json' with { type: 'json' };
assert.equal(typeof createIamport, 'function');
assert.equal(typeof createClient, 'function');
assert.ok(PAY_METHODS.includes('card'));
assert.equal(isPayment({}), false);
assert.equal(checkPaymentCallback({ imp_uid: null, merchant_uid: 'o' }).ok, true);
assert.equal(schema.title, 'Payment');
assert.equal(document.openapi, '3.1.0');
assert.throws(() => createIamport({ impKey: '', impSecret: '' }), IamportError);
console.log('all there');
`,
    );
    expect(await inProject(process.execPath, ['subpaths.mjs'])).toBe('all there\n');
  });

  it('runs where code from strings is forbidden', async () => {
    const flags = ['--disallow-code-generation-from-strings', 'subpaths.mjs'];
    expect(await inProject(process.execPath, flags)).toBe('all there\n');
  });

  it('runs in a browser: a bundle of it wants nothing of Node', async () => {
    cpSync('test/package/browser.ts', path.join(project, 'browser.ts'));
    const { outputFiles } = await build({
      entryPoints: [path.join(project, 'browser.ts')],
      write: false,
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'shop',
    });
    rmSync(path.join(project, 'browser.ts'));
    const { baseUrl, close } = await startApiServer(({ url }) => {
      if (url === '/users/getToken') return TOKEN_ANSWER;
      if (url.startsWith('/payments/imp_hang')) return url.startsWith('/payments/imp_hang_up') ? 'hang up' : 'hang';
      return success({ ...PAYMENT, imp_uid: 'imp_1' });
    });
    const page = vm.createContext(WEB_GLOBALS, { codeGeneration: { strings: false, wasm: false } });
    const { visit } = vm.runInContext(`${outputFiles[0]!.text}\nshop`, page) as typeof Browser;
    expect({ ...(await visit(baseUrl)) }).toEqual({
      amount: 1004,
      paidAt: new Date((PAYMENT.paid_at ?? 0) * 1000).toISOString(),
      isKnown: true,
      reason: 'amount_mismatch',
      refused: 'input',
      broken: 'network',
      late: 'timeout',
      events: expect.arrayContaining(['request', 'response', 'token']) as string[],
      globals: [],
    });
    await close();
  });

  describe('survives a server in all kinds of trouble, also where code from strings is forbidden', () => {
    beforeAll(async () => {
      const entry = { entryPoints: ['test/package/faults/program.ts'], outfile: path.join(project, 'faults.mjs') };
      await build({ ...entry, bundle: true, external: ['iamport-kit'], platform: 'node', format: 'esm' });
    });

    it.concurrent.each(NODE_LINES)('under Node %s', async (line) => {
      const node = nodes[line] ?? `Node ${line} is not there`;
      expect(await inProject(node, ['--version'])).toMatch(new RegExp(`^v${line}\\.`));
      // The hour of 36,000 calls is played under one of them; under the others, with fewer.
      const perSecond = line === NODE_LINES[0] ? '10' : '1';
      const flags = ['--disallow-code-generation-from-strings', 'faults.mjs', perSecond];
      expect(await inProject(node, flags)).toBe('all survived\n');
    });

    it.each(NODE_LINES)('and every subpath can be imported under Node %s', async (line) => {
      expect(await inProject(nodes[line] ?? '', ['subpaths.mjs'])).toBe('all there\n');
    });
  });

  it.each(COMPILERS)('a program with every payments operation compiles under %s', async (compiler) => {
    expect(await compile(compiler, '--noEmit')).toBe('');
  });
});

describe('the program, installed', () => {
  describeInstalledCommands(project, (...args) => compile('typescript', ...args));
});

describe('regenerated into the project', () => {
  beforeAll(async () => {
    await cli('generate', '--include', 'payments', '--out', 'src/iamport');
    await cli('generate', '--include', 'payments,subscriptions', '--out', 'src/both');
    const program = readFileSync('test/package/program.ts', 'utf8').replace(
      "from 'iamport-kit'",
      "from './iamport/index.js'",
    );
    writeFileSync(path.join(project, 'src/program.ts'), program);
    rmSync(path.join(project, 'program.ts'));
  });

  it('is up to date by its own check', async () => {
    expect(await cli('generate', '--check', '--include', 'payments', '--out', 'src/iamport')).toMatch(/is up to date/);
  });

  it('holds the payments operations only', () => {
    const text = readFileSync(path.join(project, 'src/iamport/resources/index.ts'), 'utf8');
    expect(text).toContain("from './payments.js'");
    expect(text).not.toContain('channels');
    // Both together have the tools of both.
    const entry = readFileSync(path.join(project, 'src/both/index.ts'), 'utf8');
    expect(entry).toContain('subscriptions: addSubscriptionTools(subscriptions)');
  });

  it.each(COMPILERS)('the same program compiles with it under %s', async (compiler) => {
    expect(await compile(compiler, '--noEmit')).toBe('');
  });

  it('runs, built by tsc as the README says', async () => {
    await compile('typescript');
    expect(await inProject(process.execPath, ['out/src/program.js'])).toBe('16 calls\n');
  });

  it.each([
    ['0.1.9', 'old'],
    ['0.0.9', 'new'],
  ])('written by %s, it says at its first import that the runtime is too %s', async (generator, age) => {
    const folder = path.join(project, 'out/src/iamport');
    const index = readFileSync(path.join(folder, 'index.js'), 'utf8');
    writeFileSync(path.join(folder, 'other.js'), index.replace(/(?<=checkRuntime\(')[^']+/, generator));
    const imported = inProject(process.execPath, ['--input-type=module', '-e', "import './out/src/iamport/other.js'"]);
    await expect(imported).rejects.toThrow(
      new RegExp(`the installed iamport-kit \\S+ is too ${age}; run "npm install`),
    );
  });
});
