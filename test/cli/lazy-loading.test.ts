import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

// Loading Redocly and a compiler takes most of a second. This makes loading any of them fail, in whatever way.
const HEAVY = String.raw`^(@redocly/|typescript$|ts-morph$|openapi-typescript$|ajv)|bundled/(redocly|openapi-typescript)`;
const HOOKS = `export async function resolve(specifier, context, next) {
  if (new RegExp(${JSON.stringify(HEAVY)}).test(specifier)) throw new Error('loads ' + specifier);
  return next(specifier, context);
}`;
const PRELOAD = `import Module, { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(HOOKS)}));
const load = Module._load;
Module._load = function (name, ...rest) {
  if (new RegExp(${JSON.stringify(HEAVY)}).test(name)) throw new Error('loads ' + name);
  return load.call(this, name, ...rest);
};`;

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
const preload = path.join(folder, 'preload.mjs');
const env = { NODE_OPTIONS: `--import ${pathToFileURL(preload).href}` };

beforeAll(async () => {
  writeFileSync(preload, PRELOAD);
  cpSync('test/golden/spec', path.join(folder, 'spec'), { recursive: true });
  writeFileSync(path.join(folder, 'coin.json'), '{}');
  await runCli(['generate'], folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['--help', 0],
  ['generate --help', 0],
  ['--version', 0],
  ['generate', 0],
  ['generate --check', 0],
])('%s loads neither Redocly nor a compiler', async (args, code) => {
  expect(await runCli(args.split(' '), folder, env)).toMatchObject({ code, stderr: '' });
});

// Its validators are carried along; those of other documents are compiled from their JSON Schema.
it('validate of our own document loads neither', async () => {
  const args = ['validate', 'coin.json', '--schema', 'Payment', '--generated', path.resolve('generated')];
  expect(await runCli(args, folder, env)).toMatchObject({ code: 1, stderr: '' });
});

it('validate of another document loads a compiler of schemas only', async () => {
  const { code, stderr } = await runCli(['validate', 'coin.json', '--schema', 'Coin'], folder, env);
  expect(code).toBe(70);
  expect(stderr).toContain('loads ajv');
});

it('validate loads the texts of findings only when there is one', () => {
  const bundle = (name: string): string => readFileSync(`scripts/dist/${name}.js`, 'utf8');
  expect(bundle('report/reported')).toContain('A value has the wrong type');
  expect(bundle('commands/validate')).not.toContain('A value has the wrong type');
  expect(bundle('messages/every-entry')).toContain('An enum has no members');
  expect(bundle('report/reported')).not.toContain('An enum has no members');
});

it('a name that leads out of the folder reads no schema and loads no code from there', async () => {
  const schema = { type: 'object' };
  const name = path.relative(path.resolve('scripts/dist/carried/validators'), path.join(folder, 'Evil'));
  writeFileSync(path.join(folder, 'Evil.json'), JSON.stringify(schema));
  writeFileSync(path.join(folder, 'Evil.js'), "console.log('code has run');");
  mkdirSync(path.join(folder, 'foreign/schemas'), { recursive: true });
  writeFileSync(path.join(folder, 'foreign/manifest.json'), JSON.stringify({ operations: {}, schemas: [name] }));
  const run = await runCli(['validate', 'coin.json', '--schema', name, '--generated', 'foreign'], folder);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(/manifest\.json is not a manifest of iamport-kit/);
});

it('generating anew does, so the test can fail', async () => {
  const { code, stderr } = await runCli(['generate', '--force'], folder, env);
  expect(code).toBe(70);
  expect(stderr).toContain('loads ');
});
