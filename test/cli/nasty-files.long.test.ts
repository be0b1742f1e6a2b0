import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// What a file of each kind costs grows with its size and with nothing else.

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');
const webhook = (status: string): string => `{"imp_uid":"imp_1","merchant_uid":1,"status":"${status}"}`;

/** `size` is the smaller of two, the other is twice as large. */
const CASES: readonly (readonly [name: string, size: number, make: (size: number) => string])[] = [
  ['aliases.yaml', 16_000, (size) => `a: &a x\nb: [${'*a,'.repeat(size)}]\n`],
  ['anchors.yaml', 8000, (size) => repeat(size, (index) => `k${index}: &a${index} x\nv${index}: *a${index}\n`)],
  ['duplicate-keys.yaml', 16_000, (size) => 'a: 1\n'.repeat(size)],
  ['keys.yaml', 16_000, (size) => repeat(size, (index) => `key${index}: 1\n`)],
  ['repeated-key.json', 75_000, (size) => `{${'"a":1,\n'.repeat(size)}"b":2}`],
  [
    'unknown-keys.json',
    150_000,
    (size) => `{"imp_uid":"imp_1",${repeat(size, (index) => `"statu${index}":1,`)}"merchant_uid":"o"}`,
  ],
  ['long-line.json', 1_000_000, (size) => webhook('x '.repeat(size))],
  ['digits.json', 100_000, (size) => webhook('0101234 '.repeat(size))],
  ['addresses.json', 50_000, (size) => webhook('a@b.c '.repeat(size))],
  ['tokens.json', 50_000, (size) => webhook('eyJaaaaaaaaa.'.repeat(size))],
  ['names.json', 100_000, (size) => webhook('secret: '.repeat(size))],
  ['deep.json', 500_000, (size) => `${'['.repeat(size)}1${']'.repeat(size)}`],
  ['deep.yaml', 500_000, (size) => `${'['.repeat(size)}1${']'.repeat(size)}`],
  ['broken.json', 100_000, (size) => `{${'"a":1,'.repeat(size)}"b":`],
  ['lines.ndjson', 10_000, (size) => `${webhook('paid')}\n`.repeat(size)],
  [
    'items.json',
    4000,
    (size) => `{"code":0,"message":null,"response":[${'{"imp_uid":1,"merchant_uids":2},'.repeat(size)}{}]}`,
  ],
];

/** Start-up and noise are no less than this. In milliseconds. */
const LEAST = 500;
const TURNS = 6;

const isTooLong = (small: number, large: number): boolean => large > 2.3 * Math.max(small, LEAST);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Processor time of a run in milliseconds. */
function timeOf(name: string, text: string): number {
  writeFileSync(path.join(folder, name), text);
  const usage = path.join(folder, 'usage.json');
  const hook = pathToFileURL(path.resolve('test/bench/usage.mjs')).href;
  const schema = name === 'items.json' ? 'PaymentsResponse' : 'PaymentWebhook';
  const args = ['validate', path.join(folder, name), '--schema', schema, '--generated', path.resolve('generated')];
  const { status } = spawnSync(
    process.execPath,
    ['--import', hook, path.resolve('scripts/bin/iamport-kit.js'), ...args],
    {
      env: { ...process.env, BENCH_USAGE: usage },
      maxBuffer: 1 << 28,
    },
  );
  expect([0, 1]).toContain(status);
  const { userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usage, 'utf8')) as Record<
    'userCPUTime' | 'systemCPUTime',
    number
  >;
  return (userCPUTime + systemCPUTime) / 1000;
}

describe('twice the size takes at most 2.3 times as long', () => {
  it.each(CASES)(
    '%s',
    (name, size, make) => {
      // The best of each, measured in turns: what else the machine does only ever adds, and it comes and goes.
      let [small, large] = [Infinity, Infinity];
      for (let turn = 0; turn < TURNS && (turn < 2 || isTooLong(small, large)); turn += 1) {
        small = Math.min(small, timeOf(name, make(size)));
        large = Math.min(large, timeOf(name, make(2 * size)));
      }
      console.log(`${name.padEnd(22)}${small.toFixed(0).padStart(7)} ms ${large.toFixed(0).padStart(7)} ms`);
      expect(isTooLong(small, large), `${large} ms for twice the size, ${small} ms for the size`).toBe(false);
    },
    240_000,
  );
});

it('a report under /proc is refused at once', () => {
  writeFileSync(path.join(folder, 'a.json'), webhook('paid'));
  const args = [
    'validate',
    'a.json',
    '--schema',
    'PaymentWebhook',
    '--generated',
    path.resolve('generated'),
    '--output',
    'json=/proc/x/y',
  ];
  const { status, stderr } = spawnSync(process.execPath, [path.resolve('scripts/bin/iamport-kit.js'), ...args], {
    cwd: folder,
    timeout: 20_000,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'iamport-kit: cannot write /proc/x/y (no such file)\n' });
});
