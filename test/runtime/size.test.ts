import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

import { build, type BuildOptions } from 'esbuild';
import { expect, it } from 'vitest';

import { createClient, type createIamport, type OperationRow } from '../../src/index.js';

const BROWSER: BuildOptions = { bundle: true, minify: true, format: 'esm', platform: 'browser', target: 'es2022' };

it('the core client is at most 10 kB gzip; the raw client, look-ups and token stores load when they are used', async () => {
  const { outputFiles, metafile } = await build({
    ...BROWSER,
    stdin: { contents: "export { createIamportClient } from './src/core.ts';", resolveDir: '.' },
    splitting: true,
    outdir: 'bundle',
    metafile: true,
    write: false,
  });
  const files = new Map(outputFiles.map(({ path: file, contents }) => [path.basename(file), contents]));
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { path: next, kind } of metafile.outputs[file]!.imports) if (kind === 'import-statement') load(next);
  };
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) if (entryPoint === '<stdin>') load(file);
  const bundle = [...loaded].map((file) => files.get(path.basename(file))!);
  expect(bundle.length).toBeGreaterThan(0);
  expect(gzipSync(Buffer.concat(bundle), { level: 9 }).length).toBeLessThanOrEqual(10_000);
});

it('a browser bundle of everything needs nothing else, keeps validators apart, and runs', async () => {
  const outdir = mkdtempSync(path.join(tmpdir(), 'iamport-kit-bundle-'));
  const { metafile } = await build({
    ...BROWSER,
    entryPoints: ['src/index.ts'],
    outdir,
    splitting: true,
    metafile: true,
    outExtension: { '.js': '.mjs' },
  });
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  expect(outside).toEqual([]);
  expect(readdirSync(outdir).filter((name) => /Input/.test(name)).length).toBeGreaterThan(10);
  const bundle = (await import(pathToFileURL(path.join(outdir, 'index.mjs')).href)) as {
    createIamport: typeof createIamport;
  };
  const iamport = bundle.createIamport({
    impKey: 'k',
    impSecret: 's',
    fetch: () =>
      Promise.resolve(
        Response.json({ code: 0, response: { access_token: 't', now: 1, expired_at: 1801, imp_uid: 'imp_1' } }),
      ),
  });
  expect(await iamport.payments.get({ imp_uid: 'imp_1' })).toMatchObject({ imp_uid: 'imp_1' });
  rmSync(outdir, { recursive: true });
});

it('the browser entry is at most 4 kB gzip; its checks are apart, at most 6.5 kB, and 3.1 kB for a language', async () => {
  const { outputFiles } = await build({
    ...BROWSER,
    charset: 'utf8',
    entryPoints: ['src/browser.ts'],
    outdir: 'unwritten',
    splitting: true,
    write: false,
  });
  const sizes = outputFiles.map(({ path: file, contents }) => {
    const size = gzipSync(contents, { level: 9 }).length;
    return { name: path.basename(file).replace(/-[A-Z0-9]+\.js$/, '.js'), size };
  });
  const sizeOf = (name: string): number => sizes.find((each) => each.name === name)?.size ?? Infinity;
  expect(sizes).toHaveLength(4);
  expect(sizeOf('browser.js')).toBeLessThanOrEqual(4000);
  expect(sizeOf('chunk.js')).toBeLessThanOrEqual(6500);
  expect(sizeOf('browser-en.js')).toBeLessThanOrEqual(3100);
  expect(sizeOf('browser-ko.js')).toBeLessThanOrEqual(3100);
});

it('an operation loads its own validators, and when it is called first', async () => {
  const loaded: string[] = [];
  const row = (id: string): OperationRow => ({
    method: 'GET',
    path: `/${id}`,
    hasEnvelope: true,
    needsAuth: false,
    checkInput: load(`input of ${id}`),
    checkResponse: { '200': load(`answer of ${id}`) },
  });
  const load = (what: string) => (): Promise<() => { ok: true }> => {
    loaded.push(what);
    return Promise.resolve(() => ({ ok: true }));
  };
  const client = createClient<object, Record<'one' | 'other', { input: object; output: unknown }>>(
    { baseUrl: 'https://api.test', operations: { one: row('one'), other: row('other') } },
    { fetch: () => Promise.resolve(Response.json({ code: 0, response: null })) },
  );
  expect(loaded).toEqual([]);
  await client.call('one', {});
  expect(loaded).toEqual(['input of one', 'answer of one']);
});
