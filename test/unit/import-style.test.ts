import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { importStyle, type ImportExtension } from '../../scripts/files/import-style.js';
import { loadSpec } from '../../scripts/files/load-spec.js';
import { generate } from '../../scripts/generate/pipeline.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ESM = '{ "type": "module" }';
const options = (compilerOptions: object, more: object = {}): string => JSON.stringify({ compilerOptions, ...more });

const cases: [
  title: string,
  files: Readonly<Record<string, string>>,
  want: readonly [ImportExtension, 'ES modules' | 'CommonJS', because: string],
][] = [
  ['no project', {}, ['.js', 'ES modules', '']],
  ['a package of ES modules', { 'package.json': ESM }, ['.js', 'ES modules', 'package.json: type']],
  ['a CommonJS package', { 'package.json': '{ "type": "commonjs" }' }, ['', 'CommonJS', 'package.json: type']],
  ['a package that does not say', { 'package.json': '{}' }, ['', 'CommonJS', 'package.json: type']],
  [
    'nodenext',
    { 'package.json': ESM, 'tsconfig.json': options({ module: 'nodenext' }) },
    ['.js', 'ES modules', 'package.json: type'],
  ],
  [
    'a bundler',
    { 'package.json': ESM, 'tsconfig.json': options({ moduleResolution: 'Bundler' }) },
    ['', 'ES modules', 'tsconfig.json: moduleResolution'],
  ],
  [
    'module preserve',
    { 'package.json': ESM, 'tsconfig.json': options({ module: 'preserve' }) },
    ['', 'ES modules', 'tsconfig.json: module'],
  ],
  [
    'type stripping',
    { 'package.json': ESM, 'tsconfig.json': options({ allowImportingTsExtensions: true }) },
    ['.ts', 'ES modules', 'tsconfig.json: allowImportingTsExtensions'],
  ],
  [
    'rewritten imports',
    { 'package.json': ESM, 'tsconfig.json': options({ rewriteRelativeImportExtensions: true }) },
    ['.ts', 'ES modules', 'tsconfig.json: rewriteRelativeImportExtensions'],
  ],
  [
    'comments and commas as tsc --init writes them',
    {
      'package.json': ESM,
      'tsconfig.json': '{\n  // Why\n  "compilerOptions": { "moduleResolution": "bundler", },\n}',
    },
    ['', 'ES modules', 'tsconfig.json: moduleResolution'],
  ],
  [
    'a base, and its base',
    {
      'package.json': ESM,
      'tsconfig.json': options({}, { extends: './base' }),
      'base.json': options({}, { extends: ['./first.json'] }),
      'first.json': options({ moduleResolution: 'bundler' }),
    },
    ['', 'ES modules', 'tsconfig.json: moduleResolution'],
  ],
  [
    'options over those of the base',
    {
      'package.json': ESM,
      'tsconfig.json': options({ moduleResolution: 'nodenext' }, { extends: './base.json' }),
      'base.json': options({ moduleResolution: 'bundler' }),
    },
    ['.js', 'ES modules', 'package.json: type'],
  ],
  [
    'a configuration that only refers to others, as vite writes it',
    {
      'package.json': ESM,
      'tsconfig.json': JSON.stringify({ files: [], references: [{ path: './tsconfig.app.json' }] }),
      'tsconfig.app.json': options({ moduleResolution: 'bundler', allowImportingTsExtensions: true }),
    },
    ['.ts', 'ES modules', 'tsconfig.json: allowImportingTsExtensions'],
  ],
  [
    'erasable syntax, run as it is',
    { 'package.json': ESM, 'tsconfig.json': options({ erasableSyntaxOnly: true, noEmit: true }) },
    ['.ts', 'ES modules', 'tsconfig.json: erasableSyntaxOnly'],
  ],
  [
    'erasable syntax, and no folder for a build',
    { 'package.json': ESM, 'tsconfig.json': options({ erasableSyntaxOnly: true }) },
    ['.ts', 'ES modules', 'tsconfig.json: erasableSyntaxOnly'],
  ],
  [
    'erasable syntax with a folder for builds that are switched off',
    { 'package.json': ESM, 'tsconfig.json': options({ erasableSyntaxOnly: true, noEmit: true, outDir: 'dist' }) },
    ['.ts', 'ES modules', 'tsconfig.json: erasableSyntaxOnly'],
  ],
  [
    'erasable syntax and a build, which takes no .ts',
    { 'package.json': ESM, 'tsconfig.json': options({ erasableSyntaxOnly: true, outDir: 'dist' }) },
    ['.js', 'ES modules', 'package.json: type'],
  ],
  [
    'a base that is missing',
    { 'package.json': ESM, 'tsconfig.json': options({}, { extends: './gone.json' }) },
    ['.js', 'ES modules', 'package.json: type'],
  ],
  [
    'a circle of bases',
    { 'package.json': ESM, 'tsconfig.json': options({}, { extends: './tsconfig.json' }) },
    ['.js', 'ES modules', 'package.json: type'],
  ],
  ['broken files', { 'package.json': '{', 'tsconfig.json': '[' }, ['', 'CommonJS', 'package.json: type']],
];

describe('the extension of imports in a project with', () => {
  it.each(cases)('%s', (title, files, want) => {
    const project = path.join(folder, title.replace(/\W+/g, '-'));
    for (const [name, text] of Object.entries({ 'src/.keep': '', ...files })) {
      mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
      writeFileSync(path.join(project, name), text);
    }
    const { extension, modules, because } = importStyle(path.join(project, 'src/iamport'));
    expect([extension, modules, because]).toEqual(want);
  });
});

it.each<ImportExtension>(['.js', '.ts', ''])(
  'every file of an output imports with "%s", and none on demand',
  async (extension) => {
    const spec = 'test/golden/spec/openapi.yaml';
    const options = {
      include: [],
      hasEntry: true,
      imports: { extension, modules: 'ES modules' as const, because: '' },
    };
    const { files } = await generate(await loadSpec(path.resolve(spec), spec), options);
    const specifiers = files
      .filter((file) => file.path.endsWith('.ts'))
      .flatMap(({ text }) => [...text.matchAll(/ from '(\.[^']*)';$/gm)].map(([, specifier = '']) => specifier));
    expect(specifiers.length).toBeGreaterThan(20);
    expect(specifiers.filter((specifier) => path.extname(specifier) !== extension)).toEqual([]);
    expect(files.filter(({ text }) => text.includes('import('))).toEqual([]);
  },
);
