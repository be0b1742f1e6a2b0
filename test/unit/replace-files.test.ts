import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { codeFile, jsonFile } from '../../scripts/generate/emit/banner.js';
import { replaceFiles, type Disk } from '../../scripts/files/replace-files.js';
import { applyDifferences, compareOutput } from '../../scripts/generate/write/write.js';
import { UsageError } from '../../scripts/messages/usage-error.js';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

const output = (version: number): ReturnType<typeof codeFile>[] => [
  ...['a', 'b', 'deep/c', `only-in-${version}`, `folder-${version}/d`].map((name) =>
    codeFile(`${name}.ts`, `export const a = ${version};`),
  ),
  jsonFile('manifest.json', { version }),
];

function apply(version: number, disk?: Disk): void {
  applyDifferences(compareOutput(output(version), folder), folder, disk);
}

/** Every path below the folder, with the text of files. */
function contents(): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const textOf = (name: string): string => {
    const file = path.join(folder, name);
    return fs.statSync(file).isFile() ? fs.readFileSync(file, 'utf8') : 'folder';
  };
  return Object.fromEntries(names.map((name) => [name, textOf(name)]));
}

/** A disk whose n-th call of one kind fails, after it has written half. */
function failing(
  call: keyof Disk,
  nth: number,
  code: string,
): { readonly disk: Disk; readonly hasFailed: () => boolean } {
  const state = { count: 0 };
  const fail = (): void => {
    state.count += 1;
    if (state.count === nth) throw Object.assign(new Error(`${code}: injected`), { code });
  };
  const disk: Disk = {
    mkdirSync: (place) => {
      if (call === 'mkdirSync') fail();
      fs.mkdirSync(place);
    },
    renameSync: (from, to) => {
      if (call === 'renameSync') fail();
      fs.renameSync(from, to);
    },
    writeFileSync: (file, data) => {
      fs.writeFileSync(file, data.slice(0, 20));
      if (call === 'writeFileSync') fail();
      fs.writeFileSync(file, data);
    },
  };
  return { disk, hasFailed: () => state.count >= nth };
}

describe.each<[call: keyof Disk, code: string, message: RegExp]>([
  ['writeFileSync', 'ENOSPC', /\(the disk is full\); the folder is unchanged/],
  ['renameSync', 'EACCES', /\(permission denied\); the folder is unchanged/],
  ['mkdirSync', 'EROFS', /\(the disk is read-only\); the folder is unchanged/],
])('when %s fails with %s', (call, code, message) => {
  it('at any of its calls, everything stays as it was', () => {
    apply(1);
    const before = contents();
    let tried = 0;
    for (let nth = 1; ; nth += 1) {
      const { disk, hasFailed } = failing(call, nth, code);
      if (!fails(() => apply(2, disk), message)) {
        expect(hasFailed()).toBe(false);
        break;
      }
      tried += 1;
      expect({ nth, contents: contents() }).toEqual({ nth, contents: before });
    }
    expect(tried).toBeGreaterThan(1);
    expect(compareOutput(output(2), folder)).toEqual([]);
  });

  it('at the first output, no folder is left behind', () => {
    const out = path.join(folder, 'new/out');
    const { disk } = failing(call, 2, code);
    expect(() => {
      applyDifferences(compareOutput(output(1), out), out, disk);
    }).toThrow(UsageError);
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

function fails(action: () => void, message: RegExp): boolean {
  try {
    action();
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(message);
    return true;
  }
}

it.each<[title: string, out: () => string, message: RegExp]>([
  ['below a file', () => path.join(folder, 'file/out'), /cannot write to .*file\/out \(no such file\)/],
  ['a dangling link', () => path.join(folder, 'dangling'), /cannot write to .*dangling/],
  // Node's own recursive mkdir never returns there.
  ['where no folder can be', () => '/proc/iamport-kit/out', /cannot write to \/proc\/iamport-kit\/out/],
])('an output folder %s is refused', (_title, out, message) => {
  fs.writeFileSync(path.join(folder, 'file'), '');
  fs.symlinkSync('nowhere', path.join(folder, 'dangling'));
  expect(() => {
    applyDifferences(compareOutput(output(1), out()), out());
  }).toThrow(message);
  expect(fs.readdirSync(folder).sort()).toEqual(['dangling', 'file']);
});

it('what a killed run has left is ignored, and cleared up by the next one', () => {
  // No process has this number: it is beyond what Linux and macOS give out.
  const abandoned = path.join(folder, '.iamport-kit-4194999');
  fs.mkdirSync(abandoned);
  fs.writeFileSync(path.join(abandoned, '0.new'), output(1)[0]?.text ?? '');
  const running = path.join(folder, `.iamport-kit-${process.ppid}`);
  fs.mkdirSync(running);
  expect(compareOutput([], folder)).toEqual([]);
  apply(1);
  expect(fs.existsSync(abandoned)).toBe(false);
  expect(fs.existsSync(running)).toBe(true);
  fs.mkdirSync(abandoned);
  apply(1);
  expect(fs.existsSync(abandoned)).toBe(false);
});

it('a place is never empty while it is replaced', () => {
  apply(1);
  const seen: boolean[] = [];
  const disk: Disk = {
    ...fs,
    renameSync: (from, to) => {
      seen.push(fs.existsSync(to));
      fs.renameSync(from, to);
    },
  };
  replaceFiles([{ path: 'a.ts', text: 'new' }], folder, disk);
  expect(seen).toEqual([true]);
});

describe('a link inside the folder', () => {
  it.each(['a.ts', 'deep'])('in the way of %s is refused, and nothing is written through it', (name) => {
    const outside = fs.mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
    const target = name === 'deep' ? outside : path.join(outside, 'target.ts');
    if (name !== 'deep') fs.writeFileSync(target, codeFile('a.ts', 'x').text);
    fs.symlinkSync(target, path.join(folder, name));
    expect(() => {
      apply(1);
    }).toThrow(/is a symbolic link that may point outside/);
    expect(fs.readdirSync(outside)).toEqual(name === 'deep' ? [] : ['target.ts']);
    expect(fs.readdirSync(folder)).toEqual([name]);
    fs.rmSync(outside, { recursive: true });
  });

  it('that is in nobody’s way stays', () => {
    fs.symlinkSync('/nowhere', path.join(folder, 'mine'));
    apply(1);
    expect(fs.readlinkSync(path.join(folder, 'mine'))).toBe('/nowhere');
  });
});
