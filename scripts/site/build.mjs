// `npm run site`: builds the documentation into scripts/site/dist, from a clean checkout with npm alone.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SITE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = path.resolve(SITE, '../..');

/** Astro needs a newer Node than the toolkit: the package `node` brings one. */
const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24;
const NODE = isNewEnough ? process.execPath : path.join(SITE, 'node_modules/node/bin/node');

const npm = (cwd, ...args) => execFileSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });

if (!existsSync(path.join(ROOT, 'node_modules/esbuild'))) npm(ROOT, 'ci');
if (!process.argv.includes('--no-toolkit')) npm(ROOT, 'run', 'build');
if (!existsSync(path.join(SITE, 'node_modules/astro'))) npm(SITE, 'ci', '--no-audit', '--no-fund');

// The comments of the Korean schemas come from the translation that ships.
execFileSync(
  process.execPath,
  [
    'scripts/bin/iamport-kit.js',
    'generate',
    '--spec',
    'dist/generated/openapi.json',
    '--lang',
    'ko',
    '--out',
    'scripts/site/src/generated/ko',
  ],
  { cwd: ROOT, stdio: 'inherit' },
);

const { writePages } = await import('./generate/write-pages.mjs');
const { bundlePlayground } = await import('./generate/playground.mjs');
console.log(`${await writePages()} pages`);
await bundlePlayground();
// A test runner that builds the site has variables of its own, with which there would be no search.
const { DEV: _dev, PROD: _prod, MODE: _mode, SSR: _ssr, BASE_URL: _base, ...environment } = process.env;
execFileSync(NODE, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
  cwd: SITE,
  stdio: 'inherit',
  env: { ...environment, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
});
const { finishPages } = await import('./generate/finish.mjs');
console.log(`${finishPages()} pages in scripts/site/dist; npm run site:serve shows them`);
