import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { repeatOnChange } from '../../scripts/watch/repeat-on-change.js';
import { type Watch, watchedFolders, watchPaths } from '../../scripts/watch/watch-paths.js';

let folder: string;
let watch: Watch | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-watch-'));
  put('a/one.json');
  put('a/deep/two.json');
  put('other.json');
});
afterEach(() => {
  watch?.close();
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => path.join(folder, name);
function put(name: string, text = '{}'): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
}
async function nextFiles(): Promise<string[]> {
  return ((await watch?.next()) ?? []).map((file) => path.relative(folder, file));
}

it('watches a folder inside another with it, and files by their folder', () => {
  const targets = [at('a'), at('a/deep'), at('a/one.json'), at('other.json'), at('gone.json')];
  expect(watchedFolders(targets)).toEqual([
    { folder: at('a') },
    { folder, only: new Set(['other.json', 'gone.json']) },
  ]);
  expect(watchedFolders([at('nowhere/x.json')])).toEqual([]);
});

describe('a watch', () => {
  it('tells of files that change at any depth, each once', async () => {
    watch = watchPaths([at('a')]);
    put('a/deep/two.json', '1');
    put('a/deep/two.json', '2');
    put('a/one.json', '1');
    put('other.json', '1');
    expect(await nextFiles()).toEqual(['a/deep/two.json', 'a/one.json']);
  });

  it('tells of a file that is replaced, made and removed', async () => {
    watch = watchPaths([at('other.json')]);
    put('draft.tmp', '1');
    renameSync(at('draft.tmp'), at('other.json'));
    expect(await nextFiles()).toEqual(['other.json']);
    rmSync(at('other.json'));
    expect(await nextFiles()).toEqual(['other.json']);
    put('other.json');
    expect(await nextFiles()).toEqual(['other.json']);
  });

  it('keeps what changes while nobody waits', async () => {
    watch = watchPaths([at('a')]);
    put('a/one.json', '1');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await nextFiles()).toEqual(['a/one.json']);
  });

  it('watches something else from then on', async () => {
    watch = watchPaths([at('a')]);
    watch.retarget([at('other.json')], Date.now() + 60_000);
    put('a/one.json', '1');
    put('other.json', '1');
    expect(await nextFiles()).toEqual(['other.json']);
  });

  it('does not miss what was written before it was watched, after the time given', async () => {
    watch = watchPaths([at('a')]);
    const since = Date.now() - 1000;
    watch.retarget([at('a'), at('other.json')], since);
    expect(await nextFiles()).toContain('other.json');
  });

  it('does not miss what was written while it was told what else to watch', async () => {
    watch = watchPaths([at('a'), at('other.json')]);
    put('a/deep/two.json', '1');
    put('other.json', '1');
    // The news of it has not arrived yet.
    watch.retarget([at('other.json'), at('a'), at('more.json')], Date.now() + 60_000);
    expect(await nextFiles()).toEqual(['a/deep/two.json', 'other.json']);
  });

  it('ends the wait when it is closed', async () => {
    watch = watchPaths([at('a')]);
    const waiting = nextFiles();
    watch.close();
    expect(await waiting).toEqual([]);
  });
});

describe('repeating', () => {
  it('runs at first and after each change until it is interrupted, also during a run', async () => {
    const runs: string[][] = [];
    const code = await repeatOnChange([at('a')], (changed) => {
      runs.push(changed.map((file) => path.relative(folder, file)));
      if (runs.length <= 2) put('a/one.json', String(runs.length));
      else process.emit('SIGINT');
      return Promise.resolve([at('a')]);
    });
    expect(code).toBe(0);
    expect(runs).toEqual([[], ['a/one.json'], ['a/one.json']]);
  });

  it('passes on what a run throws, and leaves no handler behind', async () => {
    const before = process.listenerCount('SIGINT');
    const failing = repeatOnChange([at('a')], () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
