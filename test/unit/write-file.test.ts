import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { writeFile } from '../../scripts/files/write-file.js';
import { UsageError } from '../../scripts/messages/usage-error.js';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

const at = (name: string): string => path.join(folder, name);
const read = (name: string): string => fs.readFileSync(at(name), 'utf8');
const write = (name: string, text = 'new'): void => {
  writeFile({ file: path.resolve(folder, name), shownAs: name }, text);
};
/** What is said about a text that cannot be written. */
function refusal(name: string): string {
  try {
    write(name);
  } catch (cause) {
    return cause instanceof UsageError ? cause.message : `not a UsageError: ${String(cause)}`;
  }
  return 'written';
}

describe('a regular file', () => {
  it.each<[title: string, name: string, text: string]>([
    ['new', 'a.json', 'new'],
    ['new, in folders that do not exist', 'b/c/d.json', 'new'],
    ['empty', 'a.json', ''],
    ['of a long name', `${'n'.repeat(250)}.json`, 'new'],
    ['of several megabytes', 'a.json', '한'.repeat(2_000_000)],
  ])('%s', (_title, name, text) => {
    write(name, text);
    expect(read(name)).toBe(text);
  });

  it('is replaced, not overwritten: an open reader still gets the old text', () => {
    fs.writeFileSync(at('a.json'), 'old');
    const reader = fs.openSync(at('a.json'), 'r');
    write('a.json');
    expect(fs.readFileSync(reader, 'utf8')).toBe('old');
    fs.closeSync(reader);
    expect(fs.readdirSync(folder)).toEqual(['a.json']);
    expect(read('a.json')).toBe('new');
  });

  it.each([0o640, 0o755, 0o666])('keeps the mode %o', (mode) => {
    fs.writeFileSync(at('a.json'), 'old');
    fs.chmodSync(at('a.json'), mode);
    write('a.json');
    expect(fs.statSync(at('a.json')).mode & 0o7777).toBe(mode);
  });

  it.runIf(process.getuid?.() === 0)('keeps the owner', () => {
    fs.writeFileSync(at('a.json'), 'old');
    fs.chownSync(at('a.json'), 65_534, 65_534);
    write('a.json');
    const { uid, gid } = fs.statSync(at('a.json'));
    expect([uid, gid, read('a.json')]).toEqual([65_534, 65_534, 'new']);
  });

  it('keeps both hard links', () => {
    fs.writeFileSync(at('a.json'), 'old and long');
    fs.linkSync(at('a.json'), at('b.json'));
    write('a.json');
    expect([read('a.json'), read('b.json'), fs.statSync(at('a.json')).nlink]).toEqual(['new', 'new', 2]);
  });
});

describe('a symbolic link is kept, and its target is written', () => {
  it.each<[title: string, target: string, written: string]>([
    ['to a file', 'real.json', 'real.json'],
    ['to a file in another folder', 'sub/other.json', 'sub/other.json'],
    ['to a link', 'link2.json', 'real.json'],
    ['to nothing yet', 'nothing.json', 'nothing.json'],
    ['in a linked folder, relative to the real one', 'linked/up.json', 'real.json'],
  ])('%s', (_title, target, written) => {
    fs.mkdirSync(at('sub/deep'), { recursive: true });
    fs.writeFileSync(at('real.json'), 'old');
    fs.symlinkSync('real.json', at('link2.json'));
    fs.symlinkSync('sub/deep', at('linked'));
    fs.symlinkSync('../../real.json', at('sub/deep/up.json'));
    fs.symlinkSync(target, at('link.json'));
    write('link.json');
    expect(fs.readlinkSync(at('link.json'))).toBe(target);
    expect(read(written)).toBe('new');
  });

  it('in a cycle is refused', () => {
    fs.symlinkSync('a.json', at('b.json'));
    fs.symlinkSync('b.json', at('a.json'));
    expect(refusal('a.json')).toBe('cannot write a.json (its links form a loop)');
  });
});

describe('anything else is written to directly', () => {
  it('a named pipe', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const reader = spawn('cat', [at('pipe')], { stdio: ['ignore', 'pipe', 'inherit'] });
    const seen: Buffer[] = [];
    reader.stdout.on('data', (chunk: Buffer) => seen.push(chunk));
    const closed = new Promise((resolve) => reader.on('close', resolve));
    write('pipe', 'x'.repeat(300_000));
    await closed;
    expect(Buffer.concat(seen).length).toBe(300_000);
    expect(fs.statSync(at('pipe')).isFIFO()).toBe(true);
  });

  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)('a device, which is kept', () => {
    // Copies of /dev/null and /dev/full.
    execFileSync('mknod', [at('null'), 'c', '1', '3']);
    execFileSync('mknod', [at('full'), 'c', '1', '7']);
    let isAllowed = true;
    try {
      fs.closeSync(fs.openSync(at('null'), 'w'));
    } catch {
      // The folder is mounted without devices: opening one is refused, and nothing else may happen.
      isAllowed = false;
    }
    const denied = 'permission denied';
    expect(refusal('null')).toBe(isAllowed ? 'written' : `cannot write null (${denied})`);
    expect(refusal('full')).toBe(`cannot write full (${isAllowed ? 'the disk is full' : denied})`);
    expect(['null', 'full'].every((name) => fs.statSync(at(name)).isCharacterDevice())).toBe(true);
  });

  it('an open descriptor at its position, directly or through a link', () => {
    const descriptor = fs.openSync(at('log.txt'), 'w+');
    fs.writeSync(descriptor, 'before\n');
    fs.symlinkSync(`/dev/fd/${descriptor}`, at('link'));
    write(`/dev/fd/${descriptor}`, 'one\n');
    write('link', 'two\n');
    fs.closeSync(descriptor);
    expect(read('log.txt')).toBe('before\none\ntwo\n');
  });
});

describe('the error for a file that cannot be written', () => {
  it.each<[title: string, name: string, said: string]>([
    ['a folder', '.', 'cannot write . (it is a folder)'],
    ['below a file', 'file/a.json', 'cannot write file/a.json (no such file)'],
    ['a name that is too long', 'n'.repeat(300), `cannot write ${'n'.repeat(300)} (the name is too long)`],
    ['a descriptor that is not open', '/dev/fd/987654', 'cannot write /dev/fd/987654 (the descriptor is not open)'],
    ['below /proc', '/proc/nowhere/a.json', 'cannot write /proc/nowhere/a.json (no such file)'],
    ['in /proc', '/proc/a.json', 'cannot write /proc/a.json (no such file)'],
  ])('%s', (_title, name, said) => {
    fs.writeFileSync(at('file'), 'old');
    expect(refusal(name)).toBe(said);
    expect(fs.readdirSync(folder)).toEqual(['file']);
    expect(read('file')).toBe('old');
  });
});
