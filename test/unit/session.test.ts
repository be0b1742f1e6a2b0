import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type * as aheadWorkshop from '../../scripts/generate/ahead-workshop.js';
import type { Job } from '../../scripts/generate/job.js';
import { loadSpec } from '../../scripts/files/load-spec.js';
import { makeModel } from '../../scripts/generate/model/make-model.js';
import type { Model } from '../../scripts/generate/model/model.js';
import { generate, type Generated } from '../../scripts/generate/pipeline.js';
import type * as recalling from '../../scripts/files/cache.js';
import { createMemory, MAKE_ANEW, recallFile } from '../../scripts/files/cache.js';
import type * as sessions from '../../scripts/generate/session.js';

// The built toolkit: Node 20 runs no TypeScript in a thread.
const built = async (name: string): Promise<unknown> =>
  import(pathToFileURL(path.resolve(`scripts/dist/${name}.js`)).href);
const { startSession } = (await built('generate/session')) as typeof sessions;
const { createAheadWorkshop } = (await built('generate/ahead-workshop')) as typeof aheadWorkshop;
const memories = (await built('files/cache')) as typeof recalling;

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-session-'));
const file = path.join(folder, 'spec/openapi.yaml');
const job: Job = {
  ...{ specFile: file, shownAs: 'spec/openapi.yaml', overlays: [], hosts: [], include: [] },
  ...{ hasEntry: true, out: path.join(folder, 'generated'), tools: {}, cwd: folder },
};
beforeAll(() => {
  cpSync('test/golden/spec', path.join(folder, 'spec'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function generatedAnew(): Promise<Generated> {
  return generate(await loadSpec(file, job.shownAs), job);
}

describe('a session', () => {
  const text = readFileSync('test/golden/spec/openapi.yaml', 'utf8');
  const session = startSession(job, memories.createMemory());
  afterAll(() => session.end());

  it.each([
    ['as it is', text],
    ['with another description', text.replace('What it is made of.', 'Something else.')],
    ['with another path', text.replace(/^ {2}(\/\S+):$/m, '  /elsewhere$1:')],
    ['with an operation less its ID', text.replace(/^ +operationId: .*\n/m, '')],
    ['as it was before', text],
  ])('makes of a spec %s what a run alone makes', async (_edit, edited) => {
    writeFileSync(file, edited);
    const made = await session.generate();
    expect(made).toEqual(await generatedAnew());
    expect(made.files.length > 5 || made.diagnostics.length > 0).toBe(true);
  });

  it('goes on after a spec that cannot be read', async () => {
    writeFileSync(file, 'openapi: [');
    await expect(session.generate()).rejects.toThrow('cannot read spec/openapi.yaml');
    writeFileSync(file, text);
    expect((await session.generate()).diagnostics).toEqual([]);
  });
});

describe('the workshop of a session', () => {
  const withWorkshop = async (
    use: (workshop: aheadWorkshop.AheadWorkshop, model: Model) => Promise<void>,
  ): Promise<void> => {
    const made = await makeModel(await loadSpec(file, job.shownAs), job);
    if ('diagnostics' in made) throw new Error('the spec of this test is sound');
    const workshop = createAheadWorkshop(job, MAKE_ANEW);
    await use(workshop, made.model).finally(() => workshop.end());
  };

  it('gives what it made ahead', () =>
    withWorkshop(async (workshop, model) => {
      await workshop.begin();
      // Were it made of this, there would be nothing in it.
      const [models] = await workshop.emit('classes', { ...model, schemas: [] });
      expect(models?.text).toContain('export interface');
      await expect(workshop.verify(models ? [models] : [])).resolves.toBeUndefined();
    }));

  it('gives nothing made of other texts', () =>
    withWorkshop(async (workshop, model) => {
      await workshop.begin();
      const [models] = await workshop.emit('classes', { ...model, schemas: [], sourceHash: 'of an older text' });
      expect(models?.text).not.toContain('export interface');
    }));

  it('leaves behind what keeps it busy', () =>
    withWorkshop(async (workshop, model) => {
      await workshop.begin();
      await workshop.begin();
      expect(await workshop.emit('types', model)).toHaveLength(1);
    }));

  it('verifies what was not made ahead', () =>
    withWorkshop(async (workshop) => {
      await workshop.begin();
      await expect(workshop.verify([{ path: 'paths.ts', text: 'fetch("/");' }])).rejects.toThrow(/holds what no/);
    }));
});

describe('the memory of a file', () => {
  const kept = path.join(folder, 'kept.txt');
  const read = (recall: recalling.Recall): string =>
    recallFile(recall, ['read', kept], () => readFileSync(kept, 'utf8'));
  // The state of a file tells its content once it has been left alone for a while.
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1100));

  it('does not read again what is as it was', async () => {
    const { recall } = createMemory();
    writeFileSync(kept, 'one');
    await settle();
    const times = [1, 2].map(() => recallFile(recall, ['time', kept], () => performance.now()));
    expect(times[0]).toBe(times[1]);
  });

  it('reads what was written a moment ago, or replaced by a file of the same size and time', async () => {
    const { recall } = createMemory();
    for (const text of ['one', 'two', 'six']) {
      writeFileSync(kept, text);
      expect(read(recall)).toBe(text);
    }
    await settle();
    expect(read(recall)).toBe('six');
    writeFileSync(`${kept}.new`, 'ten');
    utimesSync(`${kept}.new`, 1, 1);
    renameSync(`${kept}.new`, kept);
    expect(read(recall)).toBe('ten');
  });

  it('follows a link to where it leads now', async () => {
    const { recall } = createMemory();
    for (const name of ['a', 'b']) writeFileSync(path.join(folder, name), name);
    await settle();
    for (const name of ['a', 'b']) {
      rmSync(kept, { force: true });
      symlinkSync(path.join(folder, name), kept);
      expect(read(recall)).toBe(name);
    }
  });
});
