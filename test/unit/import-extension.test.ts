import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { importExtension, type ImportExtension } from '../../scripts/files/import-extension.js';
import { loadSpec } from '../../scripts/files/load-spec.js';
import { generate } from '../../scripts/generate/pipeline.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ESM = '{ "type": "module" }';
const options = (compilerOptions: object, more: object = {}): string => JSON.stringify({ compilerOptions, ...more });

const cases: [title: string, files: Readonly<Record<string, string>>, want: ImportExtension][] = [
  ['no project', {}, '.js'],
  ['a package of ES modules', { 'package.json': ESM }, '.js'],
  ['a CommonJS package', { 'package.json': '{ "type": "commonjs" }' }, ''],
  ['a package that does not say', { 'package.json': '{}' }, ''],
  ['nodenext', { 'package.json': ESM, 'tsconfig.json': options({ module: 'nodenext' }) }, '.js'],
  ['a bundler', { 'package.json': ESM, 'tsconfig.json': options({ moduleResolution: 'Bundler' }) }, ''],
  ['module preserve', { 'package.json': ESM, 'tsconfig.json': options({ module: 'preserve' }) }, ''],
  ['type stripping', { 'package.json': ESM, 'tsconfig.json': options({ allowImportingTsExtensions: true }) }, '.ts'],
  ['rewritten imports', { 'tsconfig.json': options({ rewriteRelativeImportExtensions: true }) }, '.ts'],
  [
    'comments and commas as tsc --init writes them',
    {
      'package.json': ESM,
      'tsconfig.json': '{\n  // Why\n  "compilerOptions": { "moduleResolution": "bundler", },\n}',
    },
    '',
  ],
  [
    'a base, and its base',
    {
      'package.json': ESM,
      'tsconfig.json': options({}, { extends: './base' }),
      'base.json': options({}, { extends: ['./first.json'] }),
      'first.json': options({ moduleResolution: 'bundler' }),
    },
    '',
  ],
  [
    'options over those of the base',
    {
      'package.json': ESM,
      'tsconfig.json': options({ moduleResolution: 'nodenext' }, { extends: './base.json' }),
      'base.json': options({ moduleResolution: 'bundler' }),
    },
    '.js',
  ],
  [
    'a configuration that only refers to others, as vite writes it',
    {
      'package.json': ESM,
      'tsconfig.json': JSON.stringify({ files: [], references: [{ path: './tsconfig.app.json' }] }),
      'tsconfig.app.json': options({ moduleResolution: 'bundler', allowImportingTsExtensions: true }),
    },
    '.ts',
  ],
  ['a base that is missing', { 'package.json': ESM, 'tsconfig.json': options({}, { extends: './gone.json' }) }, '.js'],
  ['a circle of bases', { 'package.json': ESM, 'tsconfig.json': options({}, { extends: './tsconfig.json' }) }, '.js'],
  ['broken files', { 'package.json': '{', 'tsconfig.json': '[' }, ''],
];

describe('the extension of imports in a project with', () => {
  it.each(cases)('%s', (title, files, want) => {
    const project = path.join(folder, title.replace(/\W+/g, '-'));
    for (const [name, text] of Object.entries({ 'src/.keep': '', ...files })) {
      mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
      writeFileSync(path.join(project, name), text);
    }
    expect(importExtension(path.join(project, 'src/iamport'))).toBe(want);
  });
});

it.each<ImportExtension>(['.js', '.ts', ''])(
  'every file of an output imports with "%s", and none on demand',
  async (extension) => {
    const spec = 'test/golden/spec/openapi.yaml';
    const options = { include: [], hasEntry: true, importExtension: extension };
    const { files } = await generate(await loadSpec(path.resolve(spec), spec), options);
    const specifiers = files
      .filter((file) => file.path.endsWith('.ts'))
      .flatMap(({ text }) => [...text.matchAll(/ from '(\.[^']*)';$/gm)].map(([, specifier = '']) => specifier));
    expect(specifiers.length).toBeGreaterThan(20);
    expect(specifiers.filter((specifier) => path.extname(specifier) !== extension)).toEqual([]);
    expect(files.filter(({ text }) => text.includes('import('))).toEqual([]);
  },
);
