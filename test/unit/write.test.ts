import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { format } from 'prettier';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { bannerText, codeFile, hasBanner, jsonFile, withBanner } from '../../scripts/generate/emit/banner.js';
import type { OutputFile } from '../../scripts/generate/model/model.js';
import { applyDifferences, compareOutput } from '../../scripts/generate/write/write.js';
import { UsageError } from '../../scripts/messages/usage-error.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const BANNER = bannerText('1.2.3', 'openapi.yaml');
const code = (path: string, text: string): OutputFile => withBanner(codeFile(path, text), BANNER);
const files = [code('a.ts', 'export const a = 1;'), withBanner(jsonFile('deep/b.json', { b: 2 }), BANNER)];
const kinds = (): string[] =>
  compareOutput(files, folder).map(({ path: file, kind, isOurs }) => `${file} ${kind} ${isOurs ? 'ours' : 'foreign'}`);

describe('compareOutput and applyDifferences', () => {
  it('write missing files, and nothing the second time', () => {
    expect(kinds()).toEqual(['a.ts missing ours', 'deep/b.json missing ours']);
    applyDifferences(compareOutput(files, folder), folder);
    expect(kinds()).toEqual([]);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['a.ts', 'deep', 'deep/b.json']);
  });

  it('remove files that an earlier run wrote, and keep others', () => {
    writeFileSync(path.join(folder, 'old.ts'), code('old.ts', 'x').text);
    writeFileSync(path.join(folder, 'mine.ts'), 'export {};');
    expect(kinds()).toContain('mine.ts extra foreign');
    expect(kinds()).toContain('old.ts extra ours');
    applyDifferences(compareOutput(files, folder), folder);
    expect(kinds()).toEqual(['mine.ts extra foreign']);
  });

  it('replace only files that an earlier run wrote', () => {
    writeFileSync(path.join(folder, 'a.ts'), code('a.ts', 'export const a = 0;').text);
    applyDifferences(compareOutput(files, folder), folder);
    writeFileSync(path.join(folder, 'a.ts'), 'my own');
    expect(() => {
      applyDifferences(compareOutput(files, folder), folder);
    }).toThrow(UsageError);
    expect(readFileSync(path.join(folder, 'a.ts'), 'utf8')).toBe('my own');
  });

  it('refuse a file in place of the folder, and a folder in place of a file', () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => compareOutput(files, path.join(folder, 'file'))).toThrow(/is a file/);
    mkdirSync(path.join(folder, 'a.ts'));
    expect(() => {
      applyDifferences(compareOutput(files, folder), folder);
    }).toThrow(UsageError);
  });

  it('leave no temporary file behind when a write fails', () => {
    mkdirSync(path.join(folder, 'a.ts'));
    expect(() => {
      applyDifferences(compareOutput(files, folder), folder);
    }).toThrow(UsageError);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('treat a dangling link as a conflict', () => {
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'a.ts'));
    expect(() => compareOutput(files, folder)).toThrow(UsageError);
    expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
  });
});

it('every generated file is recognised, also after a formatter or Git has changed it', async () => {
  for (const { path: file, text } of files) {
    const formatted = await format(text.replace('/** @noprettier */', ''), { filepath: file });
    for (const form of [text, formatted, text.replaceAll('\n', '\r\n')]) expect(hasBanner(form)).toBe(true);
  }
  expect(hasBanner('// something else')).toBe(false);
});

it('line ends make no difference', () => {
  const out = path.join(folder, 'crlf');
  mkdirSync(out, { recursive: true });
  for (const { path: file, text } of files) {
    mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
    writeFileSync(path.join(out, file), text.replaceAll('\n', '\r\n'));
  }
  expect(compareOutput(files, out)).toEqual([]);
});
