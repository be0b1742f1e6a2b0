import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { displayWidth } from '../../scripts/report/display-width.js';
import { PROGRAM } from './run-bash.js';

// The program on a pseudo terminal, which the program `script` of util-linux makes.

const GENERATED = `--generated "${path.resolve('generated')}"`;
const hasScript = spawnSync('script', ['--version']).status === 0;
if (!hasScript) console.warn('the program script is not installed: nothing was run on a terminal');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  mkdirSync(path.join(folder, 'PaymentWebhook'));
  const note = `"name": "${'당근 10kg과 배추 '.repeat(20)}"`;
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
    writeFileSync(
      path.join(folder, `PaymentWebhook/${name}.json`),
      `{ ${note}, "imp_uid": "imp_1", "merchant_uid": 1,\n"status": "payed" }\n`,
    );
  const line = '{ "imp_uid": "imp_1", "merchant_uid": "o-1", "status": "paid" }\n';
  writeFileSync(path.join(folder, 'many.ndjson'), line.repeat(200_000));
  writeFileSync(
    path.join(folder, 'openapi.yaml'),
    "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: { /a: { get: { operationId: getA, responses: { '200': { description: A } } } } }\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Terminal {
  /** As it comes out, with escape sequences. */
  readonly raw: string;
  readonly lines: readonly string[];
  readonly code: unknown;
}

/** Runs `iamport-kit` with these arguments on a terminal of so many columns. */
function onTerminal(args: string, columns: number, env: Readonly<Record<string, string>> = {}): Promise<Terminal> {
  const line = `stty cols ${columns} rows 40; ${PROGRAM} ${args}`;
  const all = { PATH: process.env.PATH, TERM: 'xterm', LANG: 'C.UTF-8', SHELL: '/bin/bash', ...env };
  return new Promise((resolve) => {
    const options = { cwd: folder, env: all, maxBuffer: 1 << 28 };
    execFile('script', ['-qec', line, '/dev/null'], options, (error, stdout) => {
      const lines = stripVTControlCharacters(stdout).replaceAll('\r\n', '\n').split('\n');
      resolve({ raw: stdout, lines, code: error === null ? 0 : error.code });
    });
  });
}

const VALIDATE = `validate PaymentWebhook ${GENERATED}`;

/** Paths, codes, addresses and commands are for copying: they stay whole. */
const WHOLE = [/^\s*\S+$/, /^ {2}(?:also|같은 문제) \S+$/, /^ {2}.*\biamport-kit /, /^ {4}no answer of \w+ yet$/];

describe.runIf(hasScript).each([40, 59, 60])('on a terminal of %i columns no line is too long:', (columns) => {
  it.each<[title: string, args: string, code: number]>([
    ['findings', VALIDATE, 1],
    ['findings in Korean', `${VALIDATE} --lang ko`, 1],
    ['findings of lint', 'lint openapi.yaml --ruleset recommended --fail-on none', 0],
    ['coverage', `${VALIDATE} --coverage`, 1],
    ['the help', '--help', 0],
    ['the help of a command', 'lint --help', 0],
    ['the help in Korean', 'validate --help --lang ko', 0],
    ['all codes', 'explain', 0],
    ['all codes in Korean', 'explain --lang ko', 0],
    ['a code', 'explain fixture/type', 0],
  ])('%s', async (_title, args, code) => {
    const seen = await onTerminal(args, columns);
    expect(seen.code).toBe(code);
    expect(seen.lines.length).toBeGreaterThan(5);
    const isWhole = (line: string): boolean => WHOLE.some((each) => each.test(line));
    expect(seen.lines.filter((line) => displayWidth(line) > columns && !isWhole(line))).toEqual([]);
  });
});

describe.runIf(hasScript)('on a terminal', () => {
  it('a problem of many files is one group, with its number of places', async () => {
    const { lines } = await onTerminal(VALIDATE, 80);
    expect(lines.filter((line) => line.includes('6 places in 6 files'))).toHaveLength(3);
    expect(lines.filter((line) => line.startsWith('  also '))).toHaveLength(9);
    expect(lines.filter((line) => line === '  and 2 more')).toHaveLength(3);
    expect(lines.at(-3)).toBe('6 more places in this report: --format compact lists them all');
  });

  it('a size of 0 columns, as in containers, is no width', async () => {
    const { lines } = await onTerminal(VALIDATE, 0);
    expect(lines[0]).toBe('PaymentWebhook/a.json:1:3  warning  fixture/unknown-property  6 places in 6 files');
    expect(lines[1]).toMatch(/^ {2}.{20,}$/);
  });

  it('there are colours, unless NO_COLOR is set', async () => {
    const escape = /\u001b\[/;
    expect((await onTerminal(VALIDATE, 80)).raw).toMatch(escape);
    for (const args of [VALIDATE, 'explain', 'lint openapi.yaml', '--help'])
      expect((await onTerminal(args, 80, { NO_COLOR: '1' })).raw).not.toMatch(escape);
  });

  it.each([
    ['English', 'en', /\d,\d{3} documents checked/],
    ['Korean', 'ko', /문서 \d+,\d{3}개 검사/],
  ])(
    'progress says in %s what it counts, and is gone in the end',
    async (_name, lang, words) => {
      const many = `validate many.ndjson --schema PaymentWebhook ${GENERATED} --lang ${lang}`;
      const { raw, code } = await onTerminal(many, 80);
      expect(raw).toMatch(words);
      const shown =
        raw
          .split('\n')[0]
          ?.split('\r')
          .filter((line) => line.trim() !== '') ?? [];
      expect(shown.at(-1)).toMatch(
        lang === 'en' ? /^1 file with 200,000 documents valid/ : /^파일 1개\(문서 200,000개\)/,
      );
      expect(code).toBe(0);
      // In the log of a CI job, which some services run on a terminal, each update would be a line.
      expect((await onTerminal(many, 80, { CI: 'true' })).raw).not.toMatch(words);
    },
    120_000,
  );
});
