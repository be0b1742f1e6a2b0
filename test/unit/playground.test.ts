import { build } from 'esbuild';
import { expect, it } from 'vitest';

// The site is built by the long tests only; what its playground imports of the toolkit can be missing at any time.
it('the checks of the playground find what they import', async () => {
  const { outputFiles } = await build({
    entryPoints: ['scripts/site/src/playground/check.mjs'],
    alias: { 'jsonc-parser': './node_modules/jsonc-parser/lib/esm/main.js' },
    bundle: true,
    format: 'esm',
    external: ['node:*'],
    logLevel: 'silent',
    write: false,
  });
  expect(outputFiles[0]?.text).toContain('createPlayground');
});
