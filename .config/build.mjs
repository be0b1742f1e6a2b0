// Builds the packages: dist/ for iamport-kit, scripts/dist/ for @iamport-kit/cli, scripts/sandbox/dist/ for
// @iamport-kit/sandbox. `npm run build`.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { build } from 'esbuild';
import { globSync } from 'tinyglobby';

import { buildCommonJs } from './build-commonjs.mjs';
import { bundleEntries } from './bundle-entries.mjs';
import { bundlePackages } from './bundle-packages.mjs';

/**
 * What a command loads as one file, and what it imports on demand but nearly always needs. Other things that are imported
 * on demand stay apart.
 */
const BUNDLES = {
  cli: [],
  'commands/generate': [],
  'commands/lint': [],
  'commands/validate': ['report/formats/pretty'],
  'generate/pipeline': [
    ...['emit/every-emitter', 'emit/entry', 'start-validators', 'verify/verify-output'].map(
      (name) => `generate/${name}`,
    ),
    'source/parse-yaml',
  ],
  'generate/validator-thread': [],
  'lint/lint-documents': ['source/parse-yaml'],
  'messages/every-entry': [],
  'messages/usage-error': [],
  'report/reported': [],
};

/** Classes that errors are recognised by: there must be only one of each. The texts of the first are in its file. */
const APART = ['messages/usage-error', 'messages/refused-reference', 'json/bounds'];

/** Packages of many small modules, and what those need. The others are loaded as they are installed. */
const MANY_MODULES = /^(ajv|fast-deep-equal|fast-uri|json-schema-traverse|jsonpath-rfc9535)(\/|$)/;

for (const folder of ['dist', 'scripts/dist', 'scripts/sandbox/dist']) rmSync(folder, { recursive: true, force: true });
compile('src');
copyRuntimeData();
// The sandbox imports the runtime as a package, and the toolkit imports the sandbox.
compile('scripts/sandbox');
compile('scripts');
await copyToolkitData();
await translateDocument();
await carryValidators();
buildCommonJs();
await bundleEntries();
await bundleSandboxPages();
await bundlePackages();
await bundleCommands();

function compile(project) {
  execFileSync(process.execPath, ['node_modules/typescript7/bin/tsc', '-p', project], { stdio: 'inherit' });
}

/** The compiler carries over TypeScript only. */
function copyRuntimeData() {
  cpSync('generated', 'dist/generated', { recursive: true, filter: (file) => !file.endsWith('.ts') });
}

async function copyToolkitData() {
  // Modules whose text is written into generated folders.
  for (const file of [
    'generate/validators/runtime.ts',
    'generate/standard/json-schema.ts',
    ...globSync('json/formats/*.ts', { cwd: 'scripts' }),
  ])
    cpSync(`scripts/${file}`, `scripts/dist/${file}`);
  for (const schema of ['report', 'baseline'])
    cpSync(`scripts/report/${schema}.schema.json`, `scripts/dist/report/${schema}.schema.json`);
  const { CONFIG_SCHEMA } = await import('../scripts/dist/config/config-schema.js');
  writeFileSync('scripts/dist/config/config.schema.json', `${JSON.stringify(CONFIG_SCHEMA, null, 2)}\n`);
}

/** The Korean document, and the overlay that makes it from the English one. */
async function translateDocument() {
  const { applyOverlays } = await import('../scripts/dist/lint/apply-overlays.js');
  const { loadSpec } = await import('../scripts/dist/files/load-spec.js');
  const { bundleSpec } = await import('../scripts/dist/openapi/bundle.js');
  const overlay = 'dist/generated/overlays/ko.yaml';
  cpSync('spec/overlays/ko.yaml', overlay);
  const file = path.resolve('dist/generated/openapi.json');
  const applied = await applyOverlays(await loadSpec(file, file), [path.resolve(overlay)]);
  if (applied.diagnostics) throw new Error(`${overlay} cannot be applied: ${JSON.stringify(applied.diagnostics[0])}`);
  const document = await bundleSpec(applied.spec);
  writeFileSync('dist/generated/openapi.ko.json', `${JSON.stringify(document, null, 2)}\n`);
}

/** `validate` carries the validators of our own document, each in one file, and each JSON Schema to know it by. */
async function carryValidators() {
  await build({
    entryPoints: globSync('dist/generated/validators/*.js', { ignore: ['**/runtime.js', '**/index.js'] }),
    outdir: 'scripts/dist/carried/validators',
    bundle: true,
    format: 'esm',
    minifyWhitespace: true,
    minifySyntax: true,
  });
  mkdirSync('scripts/dist/carried/schemas');
  for (const file of globSync('*.json', { cwd: 'generated/schemas' })) {
    const schema = JSON.parse(readFileSync(path.join('generated/schemas', file), 'utf8'));
    writeFileSync(path.join('scripts/dist/carried/schemas', file), JSON.stringify(schema));
  }
}

/** Reading a hundred small modules takes longer than checking a thousand fixtures. */
async function bundleCommands() {
  const dist = path.resolve('scripts/dist');
  const moduleOf = (name) => path.join(dist, `${name}.js`);
  // The package's main file is a module wrapper that Node must read as CommonJS: bundled, the parser loads at once.
  const jsonParser = path.resolve('node_modules/jsonc-parser/lib/esm/main.js');
  for (const [name, wanted] of Object.entries(BUNDLES)) {
    const entry = moduleOf(name);
    const inside = new Set(wanted.map(moduleOf));
    const outside = new Set([...APART, 'bundled/redocly'].map(moduleOf));
    const keepApart = {
      name: 'keep-apart',
      setup: (bundle) => {
        bundle.onResolve({ filter: MANY_MODULES }, ({ path: imported, importer }) => ({
          path: createRequire(importer).resolve(imported),
        }));
        bundle.onResolve({ filter: /^\.\.?\// }, ({ path: imported, resolveDir, kind }) => {
          const target = path.resolve(resolveDir, imported);
          if (inside.has(target) || (kind !== 'dynamic-import' && !outside.has(target))) return undefined;
          const relative = path.relative(path.dirname(entry), target).split(path.sep).join('/');
          return { path: relative.startsWith('.') ? relative : `./${relative}`, external: true };
        });
      },
    };
    await build({
      entryPoints: [entry],
      outfile: entry,
      allowOverwrite: true,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      // The engine reads a third less before it starts. Names stay, for the reports of our own bugs, and so do lines.
      minifyWhitespace: true,
      minifySyntax: true,
      lineLimit: 200,
      alias: { 'jsonc-parser': jsonParser },
      plugins: [keepApart],
    });
  }
}

/** The scripts that browsers load from the sandbox: both generations of the SDK, and one for each page. */
async function bundleSandboxPages() {
  const from = 'scripts/sandbox/browser';
  const to = 'scripts/sandbox/dist/assets';
  await build({
    entryPoints: [
      ...['legacy', 'v1'].map((name) => `${from}/sdk/${name}.ts`),
      ...['checkout', 'certification', 'console', 'demo', 'wish-list'].map((name) => `${from}/page-scripts/${name}.ts`),
    ],
    outdir: to,
    entryNames: '[name]',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
  });
  cpSync(`${from}/pages/sandbox.css`, `${to}/sandbox.css`);
}
