import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly typesVersions: { readonly '*': Readonly<Record<string, readonly string[]>> };
}

// It is ours.
const { exports, typesVersions } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
/** Node loads these from a few files; bundlers take many, and leave out what a program does not use. */
const BUNDLED = ['index', 'core', 'claims'].map((name) => `src/${name}`);
const modules = Object.entries(exports).filter(([name]) => !/\.(json|yaml)$/.test(name));

it.each(modules)('%s has an ES module and a CommonJS build of one source, each with its types', (_name, target) => {
  const { import: esm, require: cjs } = target as Readonly<Record<string, { types: string; default: string }>>;
  const source = /^\.\/dist\/(.+)\.js$/.exec(esm?.default ?? '')?.[1] ?? 'nothing';
  expect(target).toEqual({
    import: {
      types: `./dist/${source}.d.ts`,
      ...(BUNDLED.includes(source) && { node: `./dist/${source.replace('src', 'node')}.js` }),
      default: `./dist/${source}.js`,
    },
    require: { types: `./dist/cjs/${source}.d.ts`, default: `./dist/cjs/${source}.js` },
  });
  // Types come first: TypeScript takes the first condition that fits.
  expect([Object.keys(esm ?? {})[0], Object.keys(cjs ?? {})[0]]).toEqual(['types', 'types']);
});

it('compilers that know no exports find the types of every subpath', () => {
  const subpaths = modules.filter(([name]) => name !== '.');
  const wanted = subpaths.map(([name, target]) => [
    name.slice(2),
    [(target as { require: { types: string } }).require.types],
  ]);
  expect(typesVersions['*']).toMatchObject(Object.fromEntries(wanted));
});

it('the declarations in the package of the program refer only to each other', () => {
  const { files } = JSON.parse(readFileSync('scripts/package.json', 'utf8')) as { readonly files: readonly string[] };
  const declared = files
    .flatMap((file) => /^dist\/(.+)\.d\.ts$/.exec(file)?.[1] ?? [])
    .filter((name) => !name.includes('*'));
  const referred = declared.flatMap((name) =>
    [...readFileSync(`scripts/${name}.ts`, 'utf8').matchAll(/ from '(\..+)\.js';$/gm)].map(([, to = '']) =>
      path.posix.join(path.posix.dirname(name), to),
    ),
  );
  expect(referred.length).toBeGreaterThan(1);
  expect(referred.filter((name) => !declared.includes(name))).toEqual([]);
});
