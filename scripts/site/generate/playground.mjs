// Bundles the playground page and its data into public/playground. Nothing of Node and nothing that reads files may be in it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { build } from 'esbuild';

import { ROOT, SITE } from './paths.mjs';

const SOURCE = path.join(SITE, 'src/playground');

/** Writes `page.js`, which needs nothing more from the network,, and the schemas in both languages. */
export async function bundlePlayground() {
  const out = path.join(SITE, 'public/playground');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeSchemas(path.join(ROOT, 'dist/generated/schemas'), path.join(out, 'schemas.en.json'));
  writeSchemas(path.join(SITE, 'src/generated/ko/schemas'), path.join(out, 'schemas.ko.json'));
  writeValidators();
  const { metafile } = await build({
    entryPoints: [path.join(SOURCE, 'page.mjs')],
    outdir: out,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    metafile: true,
    logLevel: 'error',
    plugins: [WITHOUT_NODE],
  });
  const leaked = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(
      ([name, { bytesInOutput }]) => /^node:|dist\/files\//.test(name) && bytesInOutput > 0,
    ),
  );
  if (leaked.length > 0)
    throw new Error(`the playground needs modules of Node: ${leaked.map(([name]) => name).join(', ')}`);
}

/** Modules of Node are empty: whatever uses one does not get into the bundle, or the build fails. */
const WITHOUT_NODE = {
  name: 'without-node',
  setup(bundle) {
    // `loadRules` reads files and compiles schemas; the page makes its rules of validators that it has.
    bundle.onResolve({ filter: /\/load-check\.js$/ }, () => ({
      path: 'load-check',
      namespace: 'unused',
      sideEffects: false,
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'export const loadCheck = undefined;' }));
    // A module of the toolkit that the page uses nothing of stays out.
    bundle.onResolve({ filter: /^\./ }, ({ path: name, resolveDir }) => {
      const file = path.resolve(resolveDir, name);
      return file.startsWith(path.join(ROOT, 'scripts/dist')) ? { path: file, sideEffects: false } : undefined;
    });
    bundle.onResolve({ filter: /^node:/ }, ({ path: name }) => ({
      path: name.slice(5),
      namespace: 'node',
      sideEffects: false,
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'node' }, ({ path: name }) => ({
      contents: `export default {}; ${(NAMES[name] ?? []).map((each) => `export const ${each} = undefined;`).join(' ')}`,
    }));
  },
};

/** What modules of the toolkit import that the page never calls. */
const NAMES = {
  util: ['getSystemErrorMap'],
  fs: [
    'readFileSync',
    'existsSync',
    'readdirSync',
    'writeFileSync',
    'statSync',
    'realpathSync',
    'mkdirSync',
    'renameSync',
    'rmSync',
    'openSync',
    'closeSync',
    'fstatSync',
    'writeSync',
    'fsyncSync',
    'chmodSync',
    'lstatSync',
    'readSync',
    'constants',
    'unlinkSync',
    'fchmodSync',
    'fchownSync',
  ],
  crypto: ['createHash', 'randomUUID', 'randomBytes'],
  module: ['createRequire'],
  url: ['fileURLToPath', 'pathToFileURL'],
};

/** All schemas, each once: the files repeat what they refer to. */
function writeSchemas(folder, file) {
  const schemas = readdirSync(folder)
    .sort()
    .map((name) => {
      const { $defs, $schema, $id, $comment, ...own } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      return [path.basename(name, '.json'), own];
    });
  writeFileSync(file, JSON.stringify(Object.fromEntries(schemas)));
}

function writeValidators() {
  const manifest = JSON.parse(readFileSync(`${ROOT}/dist/generated/manifest.json`, 'utf8'));
  const { operations, schemas } = manifest;
  const imports = schemas.map(
    (name) => `import { check${name} } from '../../../../dist/generated/validators/${name}.js';`,
  );
  const names = schemas.map((name) => `  ${name}: check${name},`);
  const text = `${imports.join('\n')}

export const MANIFEST = ${JSON.stringify({ operations, schemas })};
export const VALIDATORS = {\n${names.join('\n')}\n};
`;
  writeFileSync(path.join(SOURCE, 'validators.generated.mjs'), text);
}
