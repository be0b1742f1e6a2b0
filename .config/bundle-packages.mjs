import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { build } from 'esbuild';
import { globSync } from 'tinyglobby';

const DIST = 'scripts/dist';
const BUNDLED = `${DIST}/bundled`;
const REDOCLY = '@redocly/openapi-core';
const IMPORT = /import\s*\{([^}]*)\}\s*from\s*["']@redocly\/openapi-core["']/g;

const OPTIONS = { bundle: true, platform: 'node', target: 'node20', legalComments: 'none', metafile: true };

/** openapi-typescript asks for a compiler; ts-morph carries one, and is loaded anyway. */
const COMPILER_OF_TS_MORPH = {
  name: 'compiler-of-ts-morph',
  setup(bundle) {
    bundle.onResolve({ filter: /^typescript$/ }, ({ path: name }) => ({ path: name, namespace: 'compiler' }));
    bundle.onLoad({ filter: /.*/, namespace: 'compiler' }, () => ({
      contents: `module.exports = require('ts-morph').ts;`,
      resolveDir: 'scripts',
    }));
  },
};

/**
 * Puts what the toolkit uses of Redocly and of openapi-typescript into `dist/bundled`, with the licences of all that is in it.
 * Installed as packages, the two and what they depend on have 56 MB, another Redocly and another TypeScript among them.
 */
export async function bundlePackages() {
  mkdirSync(BUNDLED, { recursive: true });
  const made = [await bundleRedocly(), await bundleOpenapiTypescript()];
  const packages = [...new Set(made.flatMap(({ metafile }) => Object.keys(metafile.inputs).flatMap(packageFolder)))];
  writeFileSync(`${BUNDLED}/LICENSES.txt`, packages.sort().map(licenceOf).join('\n\n'));
  const versionOf = (name) => [name, readManifest(`node_modules/${name}`).version];
  const versions = Object.fromEntries([REDOCLY, 'openapi-typescript'].map(versionOf));
  writeFileSync(`${BUNDLED}/versions.json`, `${JSON.stringify(versions, null, 2)}\n`);
}

/** Every module that imports Redocly imports the bundle of it instead. */
async function bundleRedocly() {
  const users = globSync([`${DIST}/**/*.js`])
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => text.includes(REDOCLY));
  const imported = users.flatMap(({ text }) => [...text.matchAll(IMPORT)].flatMap(([, names]) => names.split(',')));
  const names = imported.map((name) => name.replace(/ as .*/s, '').trim()).filter((name) => name !== '');
  const made = await build({
    ...OPTIONS,
    stdin: {
      contents: `export { ${[...new Set(names)].sort().join(', ')} } from '${REDOCLY}';`,
      resolveDir: 'scripts',
    },
    format: 'esm',
    outfile: `${BUNDLED}/redocly.js`,
    // Some of what it contains is CommonJS and asks for modules of Node.
    banner: { js: `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);` },
  });
  for (const { file, text } of users) {
    const target = path.posix.relative(path.posix.dirname(file), `${BUNDLED}/redocly.js`);
    writeFileSync(
      file,
      text.replace(
        IMPORT,
        (_all, list) => `import {${list}} from '${target.startsWith('.') ? target : `./${target}`}'`,
      ),
    );
  }
  return made;
}

/** Its parts that make types. Its main function would check and bundle the document once more. */
function bundleOpenapiTypescript() {
  const contents = `
const { resolveRef } = require('openapi-typescript/dist/lib/utils.cjs');
const { astToString } = require('openapi-typescript/dist/lib/ts.cjs');
module.exports = { transformSchema: require('openapi-typescript/dist/transform/index.cjs'), resolveRef, astToString };
`;
  return build({
    ...OPTIONS,
    stdin: { contents, resolveDir: 'scripts' },
    format: 'cjs',
    outfile: `${BUNDLED}/openapi-typescript.cjs`,
    external: ['ts-morph'],
    plugins: [COMPILER_OF_TS_MORPH],
  });
}

function packageFolder(input) {
  const [folder] = /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(input) ?? [];
  return folder === undefined ? [] : [folder];
}

function licenceOf(folder) {
  const { name, version, license } = readManifest(folder);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : readFileSync(path.join(folder, file), 'utf8').trim();
  return `${name} ${version}\n${'-'.repeat(`${name} ${version}`.length)}\n${text}\n`;
}

function readManifest(folder) {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) throw new Error(`${folder} holds no package`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
