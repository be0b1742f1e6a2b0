import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

import { operations } from '../../dist/src/index.js';
import { fetchNodes, NODE_LINES } from './node-versions.mjs';
import { median, OPENAPI_TYPESCRIPT, OURS, runProgram } from './run-program.mjs';

const IMPORT_PAIRS = 15;
const COMPILE_PAIRS = 7;
const GENERATE_PAIRS = 3;

function timeOf(program, args, options) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return performance.now() - started;
}

async function inFolder(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What importing the client adds to a bare process: the fastest of each, since noise only ever adds. */
export function measureImport() {
  return inFolder((folder) => {
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
    const texts = { mjs: `import { createIamport } from 'iamport-kit';`, cjs: `require('iamport-kit');` };
    return Object.entries(texts).map(([extension, text]) => {
      writeFileSync(path.join(folder, `bare.${extension}`), '');
      writeFileSync(path.join(folder, `client.${extension}`), text);
      const run = (name) => timeOf(process.execPath, [`${name}.${extension}`], { cwd: folder });
      const pairs = Array.from({ length: IMPORT_PAIRS }, () => [run('bare'), run('client')]);
      const [bare, client] = [0, 1].map((at) => Math.min(...pairs.map((pair) => pair[at])));
      const name = `${extension === 'mjs' ? 'import' : 'require'} of the client: ms more than a bare process`;
      return { name, value: client - bare, atMost: 40, note: `${client.toFixed(0)} against ${bare.toFixed(0)}` };
    });
  });
}

const TSCONFIG = {
  compilerOptions: {
    ...{ target: 'es2023', lib: ['es2023', 'dom', 'dom.iterable'], module: 'nodenext', types: [] },
    ...{ strict: true, noEmit: true, skipLibCheck: true },
  },
};

/** Type-checking one program that calls every operation, with ours and with openapi-fetch on openapi-typescript's types. */
export function measureTypeCheck() {
  return inFolder((folder) => {
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
    timeOf(process.execPath, [OPENAPI_TYPESCRIPT, path.resolve('generated/openapi.json'), '-o', 'api.ts'], {
      cwd: folder,
    });
    const check = (name, text) => {
      writeFileSync(path.join(folder, `${name}.ts`), text);
      writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ ...TSCONFIG, files: [`${name}.ts`] }));
      return runProgram(path.resolve('node_modules/typescript/lib/tsc.js'), ['-p', `${name}.json`], { cwd: folder })
        .cpu;
    };
    const times = Array.from({ length: COMPILE_PAIRS }, () => [check('ours', ours()), check('theirs', theirs())]);
    return [
      {
        name: 'type-checking every operation: times openapi-fetch',
        value: median(times.map(([mine, other]) => mine / other)),
        atMost: 0.7,
        note: `${median(times.map(([mine]) => mine)).toFixed(0)} ms of processor against ${median(times.map(([, other]) => other)).toFixed(0)} ms`,
      },
    ];
  });
}

const ours = () =>
  [
    `import { createIamport } from 'iamport-kit';`,
    `const iamport = createIamport({ impKey: 'key', impSecret: 'secret' });`,
    ...Object.keys(operations).map((id) => `export const ${id} = await iamport.call('${id}', {} as never);`),
  ].join('\n');

const theirs = () =>
  [
    `import createClient from 'openapi-fetch';\nimport type { paths } from './api.js';`,
    `const client = createClient<paths>();`,
    ...Object.entries(operations).map(
      ([id, { method, path: at }]) => `export const { data: ${id} } = await client.${method}('${at}', {} as never);`,
    ),
  ].join('\n');

/** What `npm install @iamport-kit/cli` puts on a disk, the packages it depends on included. */
export function measureInstall() {
  return inFolder((folder) => {
    const pack = ['pack', '--workspaces', '--include-workspace-root', '--pack-destination', folder];
    const tarballs = execFileSync('npm', pack, { encoding: 'utf8', stdio: 'pipe' }).trim().split('\n');
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
    const flags = ['--no-audit', '--no-fund', '--prefer-offline'];
    execFileSync('npm', ['install', ...flags, ...tarballs.map((name) => `./${name}`)], { cwd: folder, stdio: 'pipe' });
    const blocks = readdirSync(path.join(folder, 'node_modules'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => statSync(path.join(parentPath, name)).blocks);
    const megabytes = (blocks.reduce((sum, count) => sum + count, 0) * 512) / 1e6;
    return [{ name: 'the CLI, installed: MB', value: megabytes, atMost: 60, note: `${blocks.length} files` }];
  });
}

/** `generate`, cold, against the openapi-typescript CLI, under every line of Node that is supported. */
export function measureNodes() {
  return inFolder(async (folder) => {
    cpSync('spec', path.join(folder, 'spec'), { recursive: true });
    cpSync('generated/openapi.json', path.join(folder, 'openapi.json'));
    const nodes = await fetchNodes(folder);
    return NODE_LINES.map((line) => {
      const run = (...args) => timeOf(nodes[line], args, { cwd: folder });
      const ratios = Array.from({ length: GENERATE_PAIRS }, () => {
        const other = run(OPENAPI_TYPESCRIPT, 'openapi.json', '-o', 'types.ts');
        return run(OURS, 'generate', '--force') / other;
      });
      const name = `generate, cold, Node ${line}: times the openapi-typescript CLI`;
      return { name, value: median(ratios), atMost: 2, note: '' };
    });
  });
}
