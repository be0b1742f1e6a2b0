import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, describe, expect, it } from 'vitest';

import type { EmitThreads } from '../../scripts/generate/emit-threads.js';
import type { Model } from '../../scripts/generate/model.js';

// The built toolkit: Node 20 runs no TypeScript in a thread.
const built = pathToFileURL(path.resolve('scripts/dist/generate/emit-threads.js')).href;
const { startEmitThreads } = (await import(built)) as { startEmitThreads: () => EmitThreads };
const threads = startEmitThreads();
afterAll(() => threads.end());

const MODEL = { schemas: [], enums: [], operations: [] } as unknown as Model;

describe('threads that emit', () => {
  it('give what their emitters print', async () => {
    const files = await threads.emit('classes', MODEL);
    expect(files.map((file) => file.path)).toEqual(['models.ts', 'resources.ts']);
    await expect(threads.verify(files)).resolves.toBeUndefined();
  });

  it('fail as the emitter failed, with its stack, and go on working', async () => {
    const failure = await threads.emit('types', MODEL).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(Error);
    expect((failure as Error).stack).toContain('emitTypes');
    await expect(threads.verify([])).resolves.toBeUndefined();
  });

  it('refuse what no emitter means to write', async () => {
    await expect(threads.verify([{ path: 'types.ts', text: 'fetch("/");' }])).rejects.toThrow(
      /types\.ts holds what no/,
    );
  });

  it('answer each in turn', async () => {
    const asked = Array.from({ length: 5 }, (_, index) =>
      threads.verify([{ path: `${index}.ts`, text: index % 2 === 0 ? 'alert(1);' : '' }]),
    );
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled', 'rejected']);
  });

  it('do not leave anybody waiting once they have ended', async () => {
    const ended = startEmitThreads();
    await ended.end();
    await expect(ended.emit('types', MODEL)).rejects.toThrow('the thread has ended');
  });
});
