import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli, type CliResult } from './run-cli.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'redact-cli-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const GENERATED = path.resolve('generated');
const validate = (...args: string[]): Promise<CliResult> =>
  runCli(['validate', '--generated', GENERATED, ...args], folder);
const put = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

const callback = '{\n  "imp_uid": "imp_1",\n  "merchant_uid": "o",\n  "buyer_email": "kim@naver.com"\n}\n';

describe('validate --redact', () => {
  it('shows what would change and changes nothing; a real-looking value is a finding', async () => {
    put('PaymentCallback/a.json', callback);
    const { code, stdout } = await validate('.', '--redact', '--format', 'compact');
    expect(stdout.split('\n').slice(0, 9)).toEqual([
      '--- PaymentCallback/a.json',
      '+++ PaymentCallback/a.json',
      '@@ -2,4 +2,4 @@',
      '   "imp_uid": "imp_1",',
      '   "merchant_uid": "o",',
      '-  "buyer_email": "•••••••••••••"',
      '+  "buyer_email": "user1@example.com"',
      ' }',
      '1 value in 1 file would be replaced; run it with --write',
    ]);
    expect(stdout).toContain('secret/email');
    expect({ code, text: read('PaymentCallback/a.json') }).toEqual({ code: 1, text: callback });
  });

  it('writes with --write; afterwards nothing is left to find', async () => {
    put('PaymentCallback/a.json', callback);
    put('PaymentCallback/b.json', callback.replace('imp_1', 'imp_2'));
    const { code, stdout } = await validate('.', '--redact', '--write');
    expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: '2 values in 2 files replaced' });
    expect(read('PaymentCallback/b.json')).toBe(
      callback.replace('imp_1', 'imp_2').replace('kim@naver.com', 'user1@example.com'),
    );
    expect((await validate('.')).code).toBe(0);
  });

  it('keeps the report whole where programs read it', async () => {
    put('PaymentCallback/a.json', callback);
    const { stdout, stderr } = await validate('.', '--redact', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ code: 'secret/email' }] });
    expect(stderr).toContain('+  "buyer_email": "user1@example.com"');
  });

  it('breaks no file: one that would not be valid any more is left as it is, and told', async () => {
    // Two spellings of one address get the same made-up one: as names of properties they would stand twice.
    const twice = callback.replace('"buyer_email": "kim@naver.com"', '"kim@naver.com": 1,\n  "KIM@naver.com": 2');
    put('PaymentCallback/a.json', twice);
    put('PaymentCallback/b.json', callback);
    const { code, stdout } = await validate('.', '--redact', '--write', '--format', 'compact');
    expect(stdout).toContain(
      '1 value in 1 file replaced\nPaymentCallback/a.json is left as it is: with made-up values',
    );
    expect(stdout).not.toMatch(/naver|b\.json/);
    expect(stdout.match(/secret\/email/g)).toHaveLength(2);
    expect({ code, text: read('PaymentCallback/a.json') }).toEqual({ code: 1, text: twice });
    const said = await validate('PaymentCallback/a.json', '--redact', '--lang', 'ko');
    expect(said.stdout).toMatch(/^바꿀 값이 없습니다\nPaymentCallback\/a\.json: 지어낸 값을 넣으면/);
  });

  it('says so when a file could not be looked into', async () => {
    put('PaymentCallback/a.json', callback.slice(0, -2));
    const { code, stdout } = await validate('.', '--redact', '--write');
    expect(stdout).toContain('fixture/syntax');
    expect(stdout).toContain('secret/email');
    expect({ code, text: read('PaymentCallback/a.json') }).toEqual({ code: 1, text: callback.slice(0, -2) });
  });
});

describe('validate --fix', () => {
  const broken = callback.replace('kim@naver.com"', 'kim@example.com",\n  "paid_amount": "1004"');

  it('corrects what has one answer, and reports what is left', async () => {
    put('PaymentCallback/a.json', broken);
    const { code, stdout } = await validate('.', '--fix');
    expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: '1 problem in 1 file fixed' });
    expect(read('PaymentCallback/a.json')).toBe(broken.replace('"1004"', '1004'));
  });

  it('goes on until nothing is left: a misspelt name hides the type of its value', async () => {
    put('PaymentCallback/a.json', broken.replace('paid_amount', 'paid_amuont'));
    put('PaymentCallback/b.json', broken.replace('"1004"', 'true'));
    const { code, stdout } = await validate('.', '--fix', '--format', 'compact');
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '1 problem in 1 file fixed',
      '1 problem in 1 file fixed',
      'PaymentCallback/b.json:5:18: error: paid_amount must be a number or null, not a boolean [fixture/type]',
    ]);
    expect({ code, text: read('PaymentCallback/a.json') }).toEqual({ code: 1, text: broken.replace('"1004"', '1004') });
    expect((await validate('.', '--fix', '--format', 'compact')).stdout).not.toContain('fixed');
  });

  it('with --dry-run only shows it', async () => {
    put('PaymentCallback/a.json', broken);
    const { code, stdout } = await validate('.', '--fix', '--dry-run');
    expect(stdout).toContain('-  "paid_amount": "1004"\n+  "paid_amount": 1004\n');
    expect(stdout).toContain('1 problem in 1 file would be fixed; run it without --dry-run\n');
    expect({ code, text: read('PaymentCallback/a.json') }).toEqual({ code: 1, text: broken });
  });
});

it('--coverage counts what the files hold in the end', async () => {
  const request = '{ "imp_uid": "imp_1", "amount": "1004", "reason": "kim@naver.com" }\n';
  put('cancelPayment/request.json', request);
  const covered = async (...flags: string[]): Promise<number> => {
    const { stdout } = await validate('.', '--coverage', '--format', 'json', ...flags);
    return (JSON.parse(stdout) as { coverage: { total: { requests: { covered: number } } } }).coverage.total.requests
      .covered;
  };
  // A file with an error, or with something that looks real, shows nothing.
  expect(await covered('--fix')).toBe(0);
  expect(read('cancelPayment/request.json')).toBe(request.replace('"1004"', '1004'));
  expect(await covered('--redact')).toBe(0);
  expect(await covered('--redact', '--write')).toBe(1);
  put('cancelPayment/request.json', request.replace('kim@naver.com', 'changed their mind'));
  expect(await covered('--fix', '--dry-run')).toBe(0);
  expect(await covered('--fix')).toBe(1);
});

it.each([
  [['--write'], '--write needs --redact'],
  [['--dry-run'], '--dry-run needs --fix'],
  [['--redact', '--fix'], 'use either --redact or --fix, not both'],
])('refuses %s', async (flags, message) => {
  put('PaymentCallback/a.json', callback);
  const { code, stdout, stderr } = await validate('.', ...flags);
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `iamport-kit: ${message}\n` });
});

it('refuses to change stdin, and masks the names of files in errors', async () => {
  expect((await validate('-', '--redact')).stderr).toBe('iamport-kit: stdin cannot be modified; pass files\n');
  const { stderr } = await validate('kim@naver.com.json');
  expect(stderr).not.toContain('kim@naver');
  expect(existsSync(path.join(folder, 'kim@naver.com.json'))).toBe(false);
});
