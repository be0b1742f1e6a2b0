import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runCli, type CliResult } from './run-cli.js';

const GENERATED = ['--generated', path.resolve('generated')];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  for (let index = 0; index < 12; index += 1) {
    const webhook = { imp_uid: `imp_${index}`, merchant_uid: index, status: index < 2 ? 'payed' : 'paid' };
    put(`many/PaymentWebhook/${String(index).padStart(2, '0')}.json`, webhook);
  }
  put('many/PaymentWebhook/99.json', { imp_uid: 'imp_99', merchant_uid: 'o-99', status: 'paid' });
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, value: unknown): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
}

function validate(...args: string[]): Promise<CliResult> {
  return runCli(['validate', ...GENERATED, ...args], folder);
}

function withoutTime({ stdout }: CliResult): string {
  return stdout.replace(/\([\d.]+( s|초)\)/, '(TIME)');
}

describe('the same fault in many places', () => {
  it('is shown once, with how often and where', async () => {
    const result = await validate('many');
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 1, stderr: '' });
    expect(withoutTime(result)).toBe(`many/PaymentWebhook/00.json:3:19  error  fixture/type  12 places in 12 files
  merchant_uid must be a string, not a number

  2 |   "imp_uid": "imp_0",
  3 |   "merchant_uid": 0,
    |                   ^
  4 |   "status": "payed"

  → write it in quotes

  also many/PaymentWebhook/01.json:3:19
  also many/PaymentWebhook/02.json:3:19
  also many/PaymentWebhook/03.json:3:19
  and 8 more

many/PaymentWebhook/00.json:4:13  error  fixture/enum
  status must be one of ready, paid, cancelled, failed; did you mean "paid"?

  3 |   "merchant_uid": 0,
  4 |   "status": "payed"
    |             ^^^^^^^
  5 | }

many/PaymentWebhook/01.json:4:13  error  fixture/enum
  status must be one of ready, paid, cancelled, failed; did you mean "paid"?

  3 |   "merchant_uid": 1,
  4 |   "status": "payed"
    |             ^^^^^^^
  5 | }

8 more places in this report: --format compact lists them all
14 problems in 12 of 13 files (TIME)
`);
  });

  it('is shown so in Korean', async () => {
    const stdout = withoutTime(await validate('many', '--lang', 'ko'));
    expect(stdout).toContain('fixture/type  파일 12개의 12곳\n');
    expect(stdout).toContain('  같은 문제 many/PaymentWebhook/01.json:3:19\n');
    expect(stdout).toMatch(/\n {2}외 8곳\n/);
    expect(stdout).toMatch(
      /\n나머지 8곳까지 모두 보려면 --format compact\n파일 13개 중 12개에서 문제 14건 \(TIME\)\n$/,
    );
  });

  it.each<[format: string, place: RegExp]>([
    ['compact', /\[fixture\/type\]/g],
    ['json', /"code": "fixture\/type"/g],
    ['sarif', /"ruleId": "fixture\/type"/g],
    ['junit', /<failure type="fixture\/type"/g],
    ['github', /title=fixture\/type/g],
    ['checkstyle', /source="iamport-kit\.fixture\/type"/g],
    ['codeclimate', /"check_name": "fixture\/type"/g],
    ['markdown', /\| fixture\/type \|/g],
  ])('is listed place by place in %s', async (format, place) => {
    const { code, stdout } = await validate('many', '--format', format);
    expect(stdout.match(place)).toHaveLength(12);
    expect(code).toBe(1);
  });
});

describe('--limit', () => {
  it('shows as many, and says that the others are not all counted', async () => {
    const { code, stdout } = await validate('many', '--limit', '3', '--format', 'compact');
    expect(code).toBe(1);
    expect(withoutTime({ code, stdout, stderr: '' }))
      .toBe(`many/PaymentWebhook/00.json:3:19: error: merchant_uid must be a string, not a number [fixture/type]
many/PaymentWebhook/00.json:4:13: error: status must be one of ready, paid, cancelled, failed; did you mean "paid"? [fixture/enum]
many/PaymentWebhook/01.json:3:19: error: merchant_uid must be a string, not a number [fixture/type]
at least 14 problems in 12 of 13 files (TIME)
at least 11 problems not shown
`);
  });

  it('says so in Korean, and in JSON', async () => {
    const { stdout } = await validate('many', '--limit', '3', '--lang', 'ko');
    expect(stdout).toMatch(/\n파일 13개 중 12개에서 문제 14건 이상 .*\n11건 이상은 표시하지 않았습니다\n$/);
    const json = await validate('many', '--limit', '3', '--format', 'json');
    const limited = { omitted: 11, summary: { errors: 14, filesWithFindings: 12, files: 13, isAtLeast: true } };
    expect(JSON.parse(json.stdout)).toMatchObject(limited);
    const all = await validate('many', '--format', 'json');
    expect(all.stdout).not.toContain('isAtLeast');
  });

  it('still counts all where a rule or a baseline may change what they are', async () => {
    const levels = await validate('many', '--limit', '3', '--rule', 'fixture/type=warn', '--format', 'compact');
    expect(levels.stdout).toMatch(/\n14 problems in 12 of 13 files .*\n11 problems not shown\n$/);
    const none = await validate('many', '--limit', '3', '--fail-on', 'none', '--format', 'compact');
    expect(none.stdout).toMatch(/\n14 problems in 12 of 13 files .*\n11 problems not shown\n$/);
  });

  it('ends with 2 for what cannot be read, however late it comes', async () => {
    put('late/PaymentWebhook/a.json', { status: 1 });
    mkdirSync(path.join(folder, 'late/PaymentWebhook/z.json'), { recursive: true });
    const { code } = await validate('late/PaymentWebhook/a.json', '/proc/self/mem', '--limit', '1');
    expect(code).toBe(2);
  });
});
