import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createCache, fileKey } from '../../scripts/files/cache.js';
import { loadSpec } from '../../scripts/files/load-spec.js';
import { generate, type Generated, type Job } from '../../scripts/generate/pipeline.js';
import { startSession } from '../../scripts/generate/session.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-session-'));
const file = path.join(folder, 'spec/openapi.yaml');
const job: Job = {
  ...{ specFile: file, shownAs: 'spec/openapi.yaml', overlays: [], hosts: [], include: [] },
  ...{ hasEntry: true, out: path.join(folder, 'generated'), cwd: folder },
};
beforeAll(() => {
  cpSync('test/golden/spec', path.join(folder, 'spec'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function generatedAnew(): Promise<Generated> {
  return generate(await loadSpec(file, job.shownAs, { cwd: folder }), job);
}

/** The state of a file tells its content once it has been left alone for a while. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1100));

describe('a session', () => {
  const text = readFileSync('test/golden/spec/openapi.yaml', 'utf8');
  const session = startSession(job);

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

  it('makes the same of files that it has parsed before', async () => {
    await settle();
    const [first, second] = [await session.generate(), await session.generate()];
    expect(second).toEqual(first);
    expect(first).toEqual(await generatedAnew());
    expect(session.files()).toEqual([file]);
  });

  it('goes on after a spec that cannot be read', async () => {
    writeFileSync(file, 'openapi: [');
    await expect(session.generate()).rejects.toThrow('cannot read spec/openapi.yaml');
    writeFileSync(file, text);
    expect((await session.generate()).diagnostics).toEqual([]);
  });
});

describe('a session of our own document', () => {
  const own = path.join(folder, 'own/openapi.yaml');
  const ownJob: Job = { ...job, specFile: own, hasEntry: false };
  const session = startSession(ownJob);
  beforeAll(() => {
    cpSync('spec', path.dirname(own), { recursive: true });
  });

  it.each([
    [
      'a schema that many others hold',
      'schemas/payment.yaml',
      '    imp_uid:\n',
      '    edited: { type: string }\n    imp_uid:\n',
    ],
    ['a fact about a gateway', 'pgs/kcp_v2.yaml', 'confidence: high', 'confidence: low'],
    ['nothing', 'pgs/kcp_v2.yaml', 'confidence: low', 'confidence: low'],
  ])('makes what a run alone makes when it has changed %s', async (_what, name, from, to) => {
    await session.generate();
    const edited = path.join(path.dirname(own), name);
    const text = readFileSync(edited, 'utf8');
    expect(text).toContain(from);
    writeFileSync(edited, text.replace(from, to));
    const alone = await generate(await loadSpec(own, ownJob.shownAs, { cwd: folder }), ownJob);
    expect(await session.generate()).toEqual(alone);
  });
});

describe('a cache', () => {
  it('keeps what the present run and the one before it asked for', () => {
    const cache = createCache();
    let made = 0;
    const get = (key: string): number => cache.get(key, () => (made += 1));
    expect([get('a'), get('a'), get('b')]).toEqual([1, 1, 2]);
    cache.evictUnused();
    expect(get('a')).toBe(1);
    cache.evictUnused();
    expect([get('a'), get('b')]).toEqual([1, 3]);
  });
});

describe('the key of a file', () => {
  const kept = path.join(folder, 'kept.txt');
  const key = (): string | undefined => fileKey('read', kept);

  it('is the same while the file is, and none for a file that was written a moment ago or is missing', async () => {
    writeFileSync(kept, 'one');
    expect(key()).toBeUndefined();
    await settle();
    expect(key()).toMatch(/^read /);
    expect(key()).toBe(key());
    expect(fileKey('read', `${kept}.missing`)).toBeUndefined();
  });

  it('is another for a file of the same size and time in its place', async () => {
    writeFileSync(kept, 'six');
    writeFileSync(`${kept}.new`, 'ten');
    await settle();
    const before = key();
    utimesSync(`${kept}.new`, 1, 1);
    renameSync(`${kept}.new`, kept);
    await settle();
    expect(key()).not.toBe(before);
  });

  it('follows a link to where it leads now', async () => {
    for (const name of ['a', 'b']) writeFileSync(path.join(folder, name), name);
    await settle();
    const keys = ['a', 'b'].map((name) => {
      rmSync(kept, { force: true });
      symlinkSync(path.join(folder, name), kept);
      return key();
    });
    expect(new Set(keys).size).toBe(2);
    expect(keys).not.toContain(undefined);
  });
});
