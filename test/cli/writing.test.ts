import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

const BIN = path.resolve('scripts/bin/iamport-kit.js');
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

interface ShellResult {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a line of bash in the folder; `kit` is the program. */
function bash(line: string): Promise<ShellResult> {
  const script = `set -o pipefail; kit() { "${process.execPath}" "${BIN}" "$@"; }; ${line}`;
  return new Promise((resolve) => {
    execFile('bash', ['-c', script], { cwd: folder, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

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

  it('while a reader that stops early is none', async () => {
    expect((await bash('kit explain | head -1')).code).toBe(0);
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
      `iamport-kit: --output ${output} would overwrite a file that this run reads; use another file\n`,
    );
  });

  it('nor the document that lint reads', async () => {
    const document = "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: {}\n";
    fs.writeFileSync(at('openapi.yaml'), document);
    const { code } = await runCli(['lint', 'openapi.yaml', '--output', 'json=openapi.yaml'], folder);
    expect([code, read('openapi.yaml')]).toEqual([2, document]);
  });
});

it('--fix keeps links, modes and both names of a file', async () => {
  fs.renameSync(at('a.json'), at('real.json'));
  fs.chmodSync(at('real.json'), 0o640);
  fs.linkSync(at('real.json'), at('hard.json'));
  fs.symlinkSync('real.json', at('a.json'));
  await runCli([...CHECK, '--fix'], folder);
  expect(fs.readlinkSync(at('a.json'))).toBe('real.json');
  expect([read('real.json'), read('hard.json')]).toEqual(['{ "amount": 1004 }', '{ "amount": 1004 }']);
  expect(fs.statSync(at('real.json')).mode & 0o777).toBe(0o640);
});
