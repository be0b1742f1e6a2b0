import { tsconfigs, type Command, type Project, type Row, type Source } from './project.js';

const BUNDLER_OPTIONS = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  strict: true,
  skipLibCheck: true,
};

/** A bundler writes one file, which Node runs where no package is installed. */
function bundledBy(title: string, bundle: (source: Source, folder: string) => Command): Row {
  const folder = `../bundled/${title.replaceAll(' ', '-')}`;
  return { title, commands: (source) => [bundle(source, folder), ['node', `${folder}/${source}.mjs`]] };
}

const VITE_CONFIG = `export default {
  logLevel: 'error',
  ssr: { noExternal: true },
  build: { emptyOutDir: false, rollupOptions: { output: { codeSplitting: false, entryFileNames: '[name].mjs' } } },
};
`;

const ROLLUP_CONFIG = `import nodeResolve from '@rollup/plugin-node-resolve';
import typescript from '@rollup/plugin-typescript';

export default {
  output: { format: 'esm', inlineDynamicImports: true },
  plugins: [nodeResolve(), typescript({ tsconfig: 'tsconfig.json', outDir: undefined, noEmitOnError: true })],
};
`;

const WEBPACK_CONFIG = `import path from 'node:path';

export default ({ source, folder }) => ({
  mode: 'production',
  target: 'node',
  entry: './src/' + source + '.ts',
  output: { path: path.resolve(folder), filename: source + '.mjs', module: true, asyncChunks: false },
  experiments: { outputModule: true },
  module: { rules: [{ test: /\\.ts$/, use: 'ts-loader' }] },
  resolve: { extensions: ['.ts', '.js'] },
});
`;

const JEST_TEST = (source: Source): string => `import { shop } from '../src/shop-${source}';

it('calls', async () => {
  process.stdout.write((await shop(String(process.env.API_URL))) + '\\n');
});
`;

const WORKER_FLAGS = ['--bundle', '--format=esm', '--conditions=workerd,worker'];

/** The worker, and a program that starts it in workerd and asks it once. */
const WORKER = (source: Source): string => `import { shop } from './shop-${source}';

export default {
  async fetch(_request: Request, env: { API_URL: string }): Promise<Response> {
    return new Response(await shop(env.API_URL));
  },
};
`;
const WORKERD = `import { readFileSync } from 'node:fs';
import { Miniflare } from 'miniflare';

const worker = new Miniflare({
  modules: true,
  script: readFileSync(process.argv[2], 'utf8'),
  compatibilityDate: '2026-01-01',
  bindings: { API_URL: process.env.API_URL },
});
console.log(await (await worker.dispatchFetch('http://localhost/')).text());
await worker.dispose();
`;

/** Test runners, bundlers and workers. */
export const TOOL_PROJECTS: readonly Project[] = [
  {
    name: 'bundlers',
    install: [
      ...['vite@8', 'webpack@5', 'webpack-cli@7', 'ts-loader@9', 'esbuild@0.28', 'rollup@4', 'typescript@5.9'],
      ...['@rollup/plugin-node-resolve@16', '@rollup/plugin-typescript@12', 'tslib@2'],
    ],
    manifest: { type: 'module' },
    suffix: '',
    sources: ['package', 'folder'],
    files: {
      ...tsconfigs(BUNDLER_OPTIONS),
      'vite.config.js': VITE_CONFIG,
      'rollup.config.js': ROLLUP_CONFIG,
      'webpack.config.js': WEBPACK_CONFIG,
    },
    rows: [
      bundledBy('Vite 8', (source, folder) => {
        return ['node', 'node_modules/vite/bin/vite.js', 'build', '--ssr', `src/${source}.ts`, '--outDir', folder];
      }),
      bundledBy('webpack 5', (source, folder) => {
        const env = ['--env', `source=${source}`, '--env', `folder=${folder}`];
        return ['node', 'node_modules/webpack-cli/bin/cli.js', 'build', ...env];
      }),
      bundledBy('esbuild', (source, folder) => {
        const flags = ['--bundle', '--platform=node', '--format=esm', `--outfile=${folder}/${source}.mjs`];
        return ['node_modules/.bin/esbuild', `src/${source}.ts`, ...flags];
      }),
      bundledBy('Rollup 4', (source, folder) => {
        const flags = ['--config', '--input', `src/${source}.ts`, '--file', `${folder}/${source}.mjs`];
        return ['node', 'node_modules/rollup/dist/bin/rollup', ...flags];
      }),
    ],
  },
  {
    name: 'jest',
    install: ['jest@30', 'ts-jest@29', 'typescript@5.9', '@types/jest@30', '@types/node@22'],
    manifest: { type: 'commonjs', jest: { preset: 'ts-jest' } },
    suffix: '',
    sources: ['package', 'folder'],
    files: {
      'tsconfig.json': JSON.stringify({
        compilerOptions: { module: 'nodenext', target: 'es2023', strict: true, isolatedModules: true },
      }),
      'test/package.test.ts': JEST_TEST('package'),
      'test/folder.test.ts': JEST_TEST('folder'),
    },
    rows: [
      {
        title: 'jest 30 with ts-jest',
        commands: (source) => [['node', 'node_modules/jest/bin/jest.js', '--runTestsByPath', `test/${source}.test.ts`]],
      },
    ],
  },
  {
    name: 'workerd',
    install: ['miniflare@4', 'esbuild@0.28'],
    manifest: { type: 'module' },
    suffix: '',
    sources: ['package', 'folder'],
    files: {
      ...tsconfigs(BUNDLER_OPTIONS),
      'src/worker-package.ts': WORKER('package'),
      'src/worker-folder.ts': WORKER('folder'),
      'workerd.js': WORKERD,
    },
    rows: [
      {
        title: 'Cloudflare Workers (workerd)',
        commands: (source, { nodes }) => [
          ['node_modules/.bin/esbuild', `src/worker-${source}.ts`, ...WORKER_FLAGS, `--outfile=out/${source}.js`],
          [nodes['22'] ?? 'Node 22 is not there', 'workerd.js', `out/${source}.js`],
        ],
      },
    ],
  },
];
