import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runBash, type ShellResult } from './run-bash.js';
const WRONG = '{ "amount": "1004" }';
const CHECK = ['validate', 'a.json', '--schema', 'Payment'];

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  fs.writeFileSync(at('a.json'), WRONG);
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});
const at = (name: string): string => path.join(folder, name);
const read = (name: string): string => fs.readFileSync(at(name), 'utf8');

const bash = (line: string): Promise<ShellResult> => runBash(line, folder);

const check = `kit ${CHECK.join(' ')}`;

describe('a report goes', () => {
  it.each<[title: string, line: string, stdout: RegExp]>([
    [
      'to standard output by its name',
      `${check} --quiet --output json=/dev/stdout | cat`,
      /^\{[^]*\}\n[^]*a\.json:1:1 /,
    ],
    [
      'to a file behind standard output',
      `${check} --output json=/dev/stdout > out.txt; cat out.txt`,
      /^\{[^]*\}\n[^]*a\.json:1:1 /,
    ],
    ['to standard error', `${check} --output json=/dev/stderr 2>&1 >/dev/null | cat`, /^\{/],
    ['to a descriptor', `${check} --output json=/dev/fd/9 9>nine.txt >/dev/null; cat nine.txt`, /^\{/],
    ['to another program', `${check} --output json=>(cat > seen.txt) >/dev/null; sleep 1; cat seen.txt`, /^\{/],
    [
      'to a named pipe',
      `mkfifo pipe; cat pipe > seen.txt & ${check} --output json=pipe >/dev/null; wait; cat seen.txt`,
      /^\{/,
    ],
    [
      'through a link',
      `ln -s real.json link.json; ${check} --output json=link.json >/dev/null; readlink link.json; cat real.json`,
      /^real\.json\n\{/,
    ],
  ])('%s', async (_title, line, stdout) => {
    expect((await bash(line)).stdout).toMatch(stdout);
  });
});

describe('a failed write is exit 2, and says why', () => {
  it.each<[title: string, line: string, stderr: RegExp]>([
    [
      'of standard output',
      `${check} >/dev/full`,
      /^iamport-kit: cannot write to standard output \(the disk is full\)\n$/,
    ],
    ['of the help', 'kit --help >/dev/full', /^iamport-kit: cannot write to standard output \(the disk is full\)\n$/],
    ['in Korean', `${check} --lang ko >/dev/full`, /^iamport-kit: 표준 출력에 쓸 수 없습니다\(디스크가 가득 참\)\n$/],
    ['of a report', `${check} --output json=/dev/fd/9 9>/dev/full`, /cannot write \/dev\/fd\/9 \(the disk is full\)/],
    ['below /proc', `${check} --output json=/proc/none/a.json`, /cannot write \/proc\/none\/a\.json \(no such file\)/],
    [
      'of a baseline',
      `${check} --update-baseline --reason x --baseline /proc/none/b.json`,
      /cannot write \/proc\/none\/b\.json/,
    ],
  ])('%s', async (_title, line, stderr) => {
    const result = await bash(line);
    expect(result.stderr).toMatch(stderr);
    expect(result.code).toBe(2);
  });

  it('of standard error', async () => {
    const result = await bash(`${check} --max-warnings 0 --update-baseline --reason old 2>/dev/full`);
    expect([result.code, fs.existsSync(at('iamport-kit.baseline.json'))]).toEqual([2, true]);
    expect((await bash('kit nonsense 2>/dev/full')).code).toBe(2);
  });
});

describe('a reader that stops early changes nothing', () => {
  it.each<[title: string, line: string, code: number]>([
    ['of a list', 'kit explain | head -1', 0],
    ['of a report', `${check} | head -1`, 1],
    ['of a report in a pipe by its name', `${check} --quiet --output json=/dev/stdout | head -c 1`, 1],
    ['of a named pipe', `mkfifo pipe; head -c 1 pipe >/dev/null & ${check} --output json=pipe`, 1],
    ['of standard error', 'kit nonsense 2> >(true)', 2],
  ])('%s', async (_title, line, code) => {
    const result = await bash(line);
    expect([result.code, result.stderr]).toEqual([code, '']);
  });
});

describe('a report never replaces what the run reads', () => {
  it.each<[title: string, prepare: string, output: string]>([
    ['by its name', 'true', 'a.json'],
    ['by another spelling', 'true', './sub/../a.json'],
    ['by a symbolic link', 'ln -s a.json link.json', 'link.json'],
    ['by a hard link', 'ln a.json hard.json', 'hard.json'],
  ])('%s', async (_title, prepare, output) => {
    fs.mkdirSync(at('sub'));
    const result = await bash(`${prepare}; ${check} --output json=${output}`);
    expect([result.code, read('a.json')]).toEqual([2, WRONG]);
    expect(result.stderr).toBe(
      `iamport-kit: --output ${output} would overwrite a file that this run uses; name another one\n`,
    );
  });

  it('nor the baseline that the run creates, nor another report', async () => {
    const result = await bash(`${check} --update-baseline --reason x --output json=iamport-kit.baseline.json`);
    expect([result.code, fs.readdirSync(folder)]).toEqual([2, ['a.json']]);
    const twice = await bash(`ln -s . here; ${check} --output json=here/r.json --output sarif=r.json`);
    expect([twice.code, fs.readdirSync(folder)]).toEqual([2, ['a.json', 'here']]);
  });
});
