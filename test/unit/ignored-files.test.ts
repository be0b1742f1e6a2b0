import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { findFiles } from '../../scripts/files/find-files.js';

let repository: string;
beforeEach(() => {
  repository = realpathSync(mkdtempSync(path.join(tmpdir(), 'iamport-kit-')));
  for (const file of ['a.json', 'old/b.json', 'old/deep/c.json', 'packages/pay/d.json', 'packages/pay/build/e.json'])
    put(file, '{}');
});
afterEach(() => rmSync(repository, { recursive: true }));

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(repository, name)), { recursive: true });
  writeFileSync(path.join(repository, name), text);
}

function found(given: readonly string[], ignored: readonly string[] = [], from = '.'): string {
  return findFiles(given, { cwd: path.join(repository, from), ignored })
    .files.map(({ shownAs }) => shownAs)
    .join(' ');
}

const ALL = 'a.json old/b.json old/deep/c.json packages/pay/build/e.json packages/pay/d.json';

describe('--ignore and negated globs', () => {
  it.each<[title: string, given: readonly string[], ignored: readonly string[], want: string]>([
    ['nothing', ['.'], [], ALL],
    ['a folder', ['.'], ['old'], 'a.json packages/pay/build/e.json packages/pay/d.json'],
    ['a folder with a slash', ['.'], ['old/', './packages/pay/build/'], 'a.json packages/pay/d.json'],
    ['a name anywhere', ['.'], ['b.json', 'e.json'], 'a.json old/deep/c.json packages/pay/d.json'],
    ['a negated glob', ['.', '!old/**'], [], 'a.json packages/pay/build/e.json packages/pay/d.json'],
    ['a negated glob first', ['!**/deep/*', 'old'], [], 'old/b.json'],
    ['files of a glob', ['**/*.json'], ['packages'], 'a.json old/b.json old/deep/c.json'],
    ['a file that is named', ['a.json', 'old/b.json'], ['old/b.json'], 'a.json'],
    ['all named files, as a hook may do', ['old/b.json'], ['old'], ''],
    ['a folder that is named', ['old', 'a.json'], ['old'], 'a.json'],
    ['all files of a folder', ['old'], ['*.json'], ''],
    ['several', ['.', '!old'], ['build'], 'a.json packages/pay/d.json'],
  ])('%s', (_title, given, ignored, want) => {
    expect(found(given, ignored)).toBe(want);
  });

  it('are relative to the working directory', () => {
    expect(found(['.'], ['build/'], 'packages/pay')).toBe('d.json');
    expect(found(['../..'], ['../../old/**'], 'packages/pay')).toBe('../../a.json build/e.json d.json');
    expect(found(['../..'], ['deep'], 'packages/pay')).toBe('../../a.json ../../old/b.json build/e.json d.json');
  });

  it('a file whose name begins with an exclamation mark is a file', () => {
    put('!a.json', '{}');
    expect(found(['!a.json'])).toBe('!a.json');
  });

  it('need another argument', () => {
    expect(() => found(['!old/**'])).toThrow('no files given');
    expect(() => found(['none/**/*.json', '!old/**'])).toThrow('no files match none/**/*.json');
  });
});

describe('.gitignore', () => {
  beforeEach(() => {
    put('.gitignore', '# built\nbuild/\n/old/*\n!/old/deep\n');
    put('packages/pay/.gitignore', 'd.json\n');
  });
  const REST = 'a.json old/deep/c.json';

  it.each([
    ['with a repository', true],
    ['without one, as in an image', false],
  ])('%s', (_title, hasGit) => {
    if (hasGit) mkdirSync(path.join(repository, '.git'));
    expect(found(['.'])).toBe(REST);
    expect(found(['**/*.json'])).toBe(REST);
    expect(() => found(['packages'])).toThrow('; what .gitignore leaves out is read only when it is named');
    expect(() => found(['packages/**/*.json'])).toThrow('; what .gitignore leaves out is read only when it is named');
  });

  it('applies from the root of the repository', () => {
    mkdirSync(path.join(repository, '.git'));
    put('packages/pay/f.json', '{}');
    expect(found(['.'], [], 'packages/pay')).toBe('f.json');
    put('packages/other/.git', 'gitdir: elsewhere');
    put('packages/other/build/g.json', '{}');
    expect(found(['packages'])).toBe('packages/other/build/g.json packages/pay/f.json');
  });

  it('does not apply to a file or folder that is named, or that a glob begins with', () => {
    mkdirSync(path.join(repository, '.git'));
    expect(found(['old/b.json', 'packages/pay/d.json'])).toBe('old/b.json packages/pay/d.json');
    expect(found(['packages/pay/build'])).toBe('packages/pay/build/e.json');
    expect(found(['packages/pay/build/*.json'])).toBe('packages/pay/build/e.json');
    put('packages/pay/build/.gitignore', '*\n');
    expect(() => found(['packages/pay/build'])).toThrow('no .json files in packages/pay/build');
  });

  it('the nearest one decides', () => {
    put('packages/pay/.gitignore', '!build/\n');
    expect(found(['.'])).toBe('a.json old/deep/c.json packages/pay/build/e.json packages/pay/d.json');
  });

  it('has patterns of every kind, in folders with any name', () => {
    put('we[i]rd #dir/x/keep.json', '{}');
    put('we[i]rd #dir/y/keep.json', '{}');
    put('we[i]rd #dir/y/drop.json', '{}');
    put('we[i]rd #dir/.gitignore', ' \n#y\n*.json\n!keep.json\nx/keep.json\n\\#not-there\n');
    expect(found(['we[i]rd #dir', 'a.json'])).toBe('a.json we[i]rd #dir/y/keep.json');
    expect(found(['.'])).toBe('a.json old/deep/c.json we[i]rd #dir/y/keep.json');
  });

  it('may be a folder, empty, or have Windows line ends', () => {
    rmSync(path.join(repository, '.gitignore'));
    mkdirSync(path.join(repository, '.gitignore'));
    put('packages/pay/.gitignore', '');
    expect(found(['.'])).toBe(ALL);
    put('packages/pay/.gitignore', 'build\r\n\r\n');
    expect(found(['packages'])).toBe('packages/pay/d.json');
  });

  it('cannot make a search take long', () => {
    const name = `${'a'.repeat(200)}.json`;
    put(name, '{}');
    put('.gitignore', `${'*a'.repeat(30)}b\n${'**/'.repeat(30)}z\n*a*a*a*.json\nold\npackages\n`);
    const started = Date.now();
    expect(found(['.'])).toBe('a.json');
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('applies to links as well', () => {
    put('elsewhere.txt', '{}');
    symlinkSync(path.join(repository, 'elsewhere.txt'), path.join(repository, 'link.json'));
    expect(found(['.'])).toBe('a.json link.json old/deep/c.json');
    put('.gitignore', 'link.json\nbuild\nold\n');
    expect(found(['.'])).toBe('a.json');
  });
});
