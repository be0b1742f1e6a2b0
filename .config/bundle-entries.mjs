import path from 'node:path';

import { build } from 'esbuild';

/** What people import by itself stays a file of its own: `iamport-kit/validators/Payment`, `iamport-kit/gateways`. */
const APART = /[\\/]generated[\\/](validators|standard|gateways)\b/;

/**
 * Makes `dist/node` of the ES modules in `dist/src`: Node needs longer to find and read ninety small files than a few large
 * ones. What the entries share is a file of its own, and what is imported on demand still is. Bundlers take the small files,
 * of which they can leave out what a program does not use.
 */
export async function bundleEntries() {
  const outdir = path.resolve('dist/node');
  const keepApart = {
    name: 'keep-apart',
    setup: ({ onResolve }) => {
      onResolve({ filter: /^\.\.?\// }, ({ path: imported, resolveDir }) => {
        const target = path.resolve(resolveDir, imported);
        if (!APART.test(target)) return undefined;
        return { path: path.relative(outdir, target).split(path.sep).join('/'), external: true, sideEffects: false };
      });
    },
  };
  await build({
    entryPoints: ['index', 'core', 'claims'].map((name) => `dist/src/${name}.js`),
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    packages: 'external',
    plugins: [keepApart],
  });
}
