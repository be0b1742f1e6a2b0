import path from 'node:path';

import { build, type Plugin } from 'esbuild';

// Reading a hundred small modules takes longer than checking a thousand fixtures, so `validate` becomes one file. What it
// imports only when needed stays apart, but for the format that is nearly always needed. So does the class that cli.ts
// recognises errors by, of which there may be one only.
const COMMAND = path.resolve('scripts/dist/commands/validate.js');
const WANTED = path.resolve('scripts/dist/report/pretty.js');
const APART = path.resolve('scripts/dist/usage-error.js');

const keepApart: Plugin = {
  name: 'keep-apart',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^\.\.?\// }, ({ path: name, resolveDir, kind }) => {
      const target = path.resolve(resolveDir, name);
      if (target === WANTED || (kind !== 'dynamic-import' && target !== APART)) return undefined;
      const relative = path.relative(path.dirname(COMMAND), target).split(path.sep).join('/');
      return { path: relative.startsWith('.') ? relative : `./${relative}`, external: true };
    });
  },
};

await build({
  entryPoints: [COMMAND],
  outfile: COMMAND,
  allowOverwrite: true,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  plugins: [keepApart],
});
