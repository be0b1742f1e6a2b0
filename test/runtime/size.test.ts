import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

import { build, type BuildOptions } from 'esbuild';
import { build as vite } from 'vite';
import { describe, expect, it } from 'vitest';

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

describe('the browser entry is at most 4 kB gzip; its checks with the sentences of a language are apart, at most 8 kB', () => {
  const files = {
    esbuild: async () => {
      const { outputFiles } = await build({
        ...BROWSER,
        charset: 'utf8',
        entryPoints: ['src/browser.ts'],
        outdir: 'unwritten',
        splitting: true,
        write: false,
      });
      return outputFiles.map(({ path: file, text }) => ({ name: path.basename(file), text }));
    },
    vite: async () => {
      const built = await vite({
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          minify: true,
          rolldownOptions: { input: { browser: 'src/browser.ts' }, preserveEntrySignatures: 'strict' },
        },
      });
      // One build of one format, not watched.
      const { output } = built as { output: { fileName: string; code?: string }[] };
      return output.map(({ fileName, code = '' }) => ({ name: path.basename(fileName), text: code }));
    },
  };

  it.each(Object.entries(files))('bundled by %s', async (_bundler, bundle) => {
    const sizes = (await bundle()).map(({ name, text }) => ({ name, size: gzipSync(text, { level: 9 }).length }));
    const sizeOf = (start: RegExp): number =>
      sizes.filter(({ name }) => start.test(name)).reduce((sum, { size }) => sum + size, 0) || Infinity;
    const shared = sizes.filter(({ name }) => !name.startsWith('browser')).reduce((sum, { size }) => sum + size, 0);
    expect(sizeOf(/^browser(?!-en|-ko)/)).toBeLessThanOrEqual(4 * 1024);
    expect(shared + sizeOf(/^browser-en/)).toBeLessThanOrEqual(8 * 1024);
    expect(shared + sizeOf(/^browser-ko/)).toBeLessThanOrEqual(8 * 1024);
  });
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
