import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, describe, expect, it } from 'vitest';

import type { EmitThread } from '../../scripts/generate/start-emit-thread.js';
import type { Model } from '../../scripts/generate/model/model.js';

// The built toolkit: Node 20 runs no TypeScript in a thread.
const built = pathToFileURL(path.resolve('scripts/dist/generate/start-emit-thread.js')).href;
const { startEmitThread } = (await import(built)) as { startEmitThread: () => EmitThread };
const thread = startEmitThread();
afterAll(() => thread.end());

const MODEL = { schemas: [], enums: [], operations: [], typed: {} } as unknown as Model;

describe('the thread that emits', () => {
  it('gives what the emitters print', async () => {
    const files = await thread.emit('classes', MODEL);
    expect(files.map((file) => file.path)).toEqual(['models.ts', 'resources.ts']);
    await expect(thread.verify(files)).resolves.toBeUndefined();
  });

  it('fails as the emitter failed, with its stack, and goes on working', async () => {
    const failure = await thread.emit('types', { ...MODEL, typed: null as never }).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(Error);
    expect((failure as Error).stack).toContain('emitPaths');
    await expect(thread.verify([])).resolves.toBeUndefined();
  });

  it('refuses what no emitter means to write', async () => {
    await expect(thread.verify([{ path: 'paths.ts', text: 'fetch("/");' }])).rejects.toThrow(/paths\.ts holds what no/);
  });

  it('answers each in turn', async () => {
    const asked = Array.from({ length: 5 }, (_, index) =>
      thread.verify([{ path: `${index}.ts`, text: index % 2 === 0 ? 'alert(1);' : '' }]),
    );
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled', 'rejected']);
  });

  it('leaves nobody waiting once it has ended', async () => {
    const ended = startEmitThread();
    await ended.end();
    await expect(ended.emit('types', MODEL)).rejects.toThrow('the thread has ended');
  });
});

it('leaves the compiler that is installed to everybody else', async () => {
  const { requireWithCompiler, ts } = await import('../../scripts/generate/typescript.js');
  requireWithCompiler('openapi-typescript/dist/lib/ts.cjs');
  const installed = createRequire(import.meta.url)('typescript') as typeof ts;
  expect(installed.version).toMatch(/^5\.9\./);
  expect(ts.version).not.toBe(installed.version);
});
