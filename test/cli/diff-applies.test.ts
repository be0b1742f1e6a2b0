import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { runCli } from './run-cli.js';

// The whole output of --fix --dry-run is handed to the program as it is: what follows the last diff does not matter to it.

const text = (status: string): string =>
  ['{', '  "imp_uid": "imp_1",', '  "merchant_uid": "o",', `  "status": "${status}"`, '}', ''].join('\r\n');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  mkdirSync(path.join(folder, 'PaymentWebhook'));
  for (const name of ['a.json', '나 b.json']) writeFileSync(file(name), text('payed'));
  // One with the ends of lines of Unix, and one without the last.
  writeFileSync(file('c.json'), text('payed').replaceAll('\r\n', '\n'));
  writeFileSync(file('d.json'), text('payed').trimEnd());
  writeFileSync(file('e.json'), tabbed('payed'));
  writeFileSync(file('f.json'), text('payed').replaceAll('\r\n', ' '));
});
const tabbed = (status: string): string => text(status).replaceAll('  ', '\t').replace('{\r\n', '\ufeff{\r\n');
afterEach(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => path.join(folder, 'PaymentWebhook', name);

const PROGRAMS: readonly (readonly [string, readonly string[]])[] = [
  ['git', ['apply', '-p0']],
  ['patch', ['-p0', '--binary']],
];

it.each(PROGRAMS.filter(([program]) => spawnSync(program, ['--version']).status === 0))(
  'the diff of files with CRLF is applied by %s',
  async (program, flags) => {
    const args = ['validate', 'PaymentWebhook', '--fix', '--dry-run', '--generated', path.resolve('generated')];
    const { code, stdout } = await runCli(args, folder);
    expect(code).toBe(1);
    execFileSync(program, flags, { cwd: folder, input: stdout, stdio: ['pipe', 'ignore', 'ignore'] });
    for (const name of ['a.json', '나 b.json']) expect(readFileSync(file(name), 'utf8')).toBe(text('paid'));
    expect(readFileSync(file('c.json'), 'utf8')).toBe(text('paid').replaceAll('\r\n', '\n'));
    expect(readFileSync(file('d.json'), 'utf8')).toBe(text('paid').trimEnd());
    expect(readFileSync(file('e.json'), 'utf8')).toBe(tabbed('paid'));
    expect(readFileSync(file('f.json'), 'utf8')).toBe(text('paid').replaceAll('\r\n', ' '));
  },
);
