import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';

import { readSamples } from './samples.js';

/** Files by their path on a server. */
export type Bundle = ReadonlyMap<string, string>;

// The shop's order comes from the address of the page, so that a test can ask for any.
const ORDER = `const { sdk, ...request } = JSON.parse(new URLSearchParams(location.search).get('order'));
export const order = { id: 'order-1', name: '당근 10kg', amount: 1004, sdk, request };`;
const MAIN = {
  'plain.ts': readSamples().get('plain.ts') ?? '',
  'react.tsx': `import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { order } from './order.js';
import { PayButton } from './PayButton.js';
createRoot(document.querySelector('#app')!).render(<StrictMode><PayButton order={order} /></StrictMode>);`,
  'vue.ts': `import { createApp } from 'vue';
import { order } from './order.js';
import PayButton from './PayButton.vue';
createApp(PayButton, { order }).mount('#app');`,
} as const;

const ENTRIES = { plain: 'plain.ts', react: 'react.tsx', vue: 'vue.ts' } as const;
const ALIASES = { 'iamport-kit/browser': path.resolve('src/browser.ts') };

/** Bundles the samples of the guide as a shop would: a page each for a plain page, React and Vue. */
export async function bundleSamples(bundler: 'esbuild' | 'vite'): Promise<Bundle> {
  // Where the packages that the samples import are found.
  const folder = mkdtempSync(path.resolve('node_modules', '.samples-'));
  try {
    for (const [name, text] of samplesForTests()) writeFileSync(path.join(folder, name), text);
    const outdir = path.join(folder, 'out');
    await (bundler === 'esbuild' ? withEsbuild(folder, outdir) : withVite(folder, outdir));
    return new Map([...pages(), ...filesIn(outdir)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a shop fills in: its code, its channel, and where the script comes from. */
function samplesForTests(): Map<string, string> {
  const samples = readSamples();
  const pay = samples.get('pay.ts') ?? '';
  const filledIn = pay
    .replace("loadIamport({ userCode: 'imp00000000' })", "loadIamport({ userCode: 'imp_sandbox_1', url: order.sdk })")
    .replace(/channelKey: '.*',\n/, '')
    .replace("pg: 'html5_inicis'", 'pg: request.pg')
    .replace('m_redirect_url: `', '...request, m_redirect_url: `')
    .replace(/^/, "import { order } from './order.js';\nconst { request } = order;\n");
  const component = samples.get('PayButton.vue.ts') ?? '';
  return new Map([
    ...samples,
    ...Object.entries(MAIN),
    ['pay.ts', filledIn],
    ['order.js', ORDER],
    // Bundlers have plugins for components; this one is compiled already.
    ['vue.ts', MAIN['vue.ts'].replace('PayButton.vue', 'PayButton.vue.js')],
    ['PayButton.vue.ts', component],
  ]);
}

async function withEsbuild(folder: string, outdir: string): Promise<void> {
  await esbuild({
    absWorkingDir: folder,
    entryPoints: ENTRIES,
    outdir,
    alias: ALIASES,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
}

async function withVite(folder: string, outdir: string): Promise<void> {
  await vite({
    root: folder,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: ALIASES },
    build: {
      outDir: outdir,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, path.join(folder, file)])),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

/** The page of the guide, with the script of each framework. */
function pages(): [string, string][] {
  const page = readSamples().get('index.html') ?? '';
  return Object.keys(ENTRIES).map((name) => {
    const body = name === 'plain' ? page : page.replace(/<button.*<\/output>/s, '<div id="app"></div>');
    return [`/${name}.html`, body.replace('./plain.js', `./${name}.js`)];
  });
}

function filesIn(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => [`/${name}`, readFileSync(path.join(folder, name), 'utf8')]);
}
