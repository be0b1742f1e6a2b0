import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, it } from 'vitest';

import { runCli } from './run-cli.js';

it('the diff that --fix --dry-run shows of a file with CRLF can be applied', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  const file = path.join(folder, 'PaymentWebhook/a.json');
  const text = (status: string): string =>
    ['{', '  "imp_uid": "imp_1",', '  "merchant_uid": "o",', `  "status": "${status}"`, '}', ''].join('\r\n');
  mkdirSync(path.dirname(file));
  writeFileSync(file, text('payed'));
  const args = ['validate', 'PaymentWebhook', '--fix', '--dry-run', '--generated', path.resolve('generated')];
  const { stdout } = await runCli(args, folder);
  const patch = stdout.slice(stdout.indexOf('--- '), stdout.lastIndexOf(' }\r\n') + 4);
  execFileSync('git', ['apply', '-p0'], { cwd: folder, input: patch });
  expect(readFileSync(file, 'utf8')).toBe(text('paid'));
  rmSync(folder, { recursive: true });
});
