import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createRandom } from '../secrets/random.js';
import { fullWidth, residentDigits, SHAPED } from '../secrets/secret-values.js';
import { runCli, type CliResult } from './run-cli.js';

const random = createRandom(15);
const [TOSS, , STRIPE] = SHAPED['secret/key']!.map((make) => make(random));
const RESIDENT = residentDigits(random);
const TOKEN = random.text(40, '0123456789abcdef');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function validate(name: string, value: unknown, ...args: string[]): Promise<CliResult> {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  const flags = ['--generated', path.resolve('generated'), '--rule', 'fixture/unknown-property=off'];
  const result = await runCli(['validate', name, ...flags, ...args], folder);
  return { ...result, stdout: result.stdout.replace(/\([\d.]+( s|초)\)/, '(TIME)') };
}

const webhook = { imp_uid: 'imp_1', merchant_uid: '220622-3041925', status: 'paid' };
const token = (expiredAt: number): unknown => ({
  code: 0,
  message: null,
  response: { access_token: TOKEN, now: expiredAt - 1800, expired_at: expiredAt },
});

describe('secrets that are found', () => {
  it('by the prefix of a key, in a URL, in JSON in a string', async () => {
    const memo = { key: TOSS, url: `https://shop:${random.text(9)}1@db.shop.kr/`, login: '{"password":"hunter2!"}' };
    const { code, stdout } = await validate('PaymentWebhook/keys.json', { ...webhook, ...memo }, '--format', 'compact');
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: `PaymentWebhook/keys.json:5:10: error: this value looks like a real key or secret [secret/key]
PaymentWebhook/keys.json:6:10: error: this value looks like a real password [secret/password]
PaymentWebhook/keys.json:7:12: error: this value looks like a real password [secret/password]
3 problems in 1 of 1 file (TIME)
`,
    });
  });

  it('in every spelling of a resident registration number, in Korean', async () => {
    const [front, back] = [RESIDENT.slice(0, 6), RESIDENT.slice(6)];
    const memo = { a: RESIDENT, b: `${front} ${back}`, c: `${front}–${back}`, d: fullWidth(`${front}-${back}`) };
    const { code, stdout } = await validate('PaymentWebhook/resident.json', { ...webhook, ...memo }, '--lang', 'ko');
    expect(code).toBe(1);
    expect(stdout.match(/값에 실제 값으로 보이는 항목이 있습니다: 주민등록번호/g)).toHaveLength(1);
    expect(stdout).toContain('파일 1개의 4곳');
    expect(stdout).not.toMatch(new RegExp(`${back}|${fullWidth(back)}|${front}`));
  });

  const FORMATS = 'pretty compact json sarif junit github checkstyle codeclimate markdown'.split(' ');
  it.each(FORMATS)('and masked as the name of a property, in %s', async (format) => {
    const value = { ...webhook, status: 'payed', [TOSS!]: { [STRIPE!]: 1 }, [RESIDENT]: 1 };
    const { code, stdout, stderr } = await validate('PaymentWebhook/names.json', value, '--format', format);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('secret/key');
    for (const secret of [TOSS!, STRIPE!, RESIDENT]) {
      expect(stdout).not.toContain(secret.slice(-10));
      expect(stdout).not.toContain(secret.slice(0, 12));
    }
  });

  it('and replaced', async () => {
    const name = 'PaymentWebhook/redacted.json';
    const { code } = await validate(
      name,
      { ...webhook, memo: TOSS, url: `https://a:${random.text(9)}1@b.shop.kr` },
      '--redact',
      '--write',
    );
    const { memo, url } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, string>;
    expect({ code, memo, url }).toEqual({
      code: 0,
      memo: `live_sk_${'1'.padStart(32, '0')}`,
      url: 'https://user1:password1@b.shop.kr',
    });
  });
});

describe('every kind of secret', () => {
  // As a value, in a list, inside a sentence, in JSON in a string, and as the name of a property.
  const POSITIONS: readonly ((secret: string) => unknown)[] = [
    (secret) => secret,
    (secret) => [{ deep: [secret] }],
    (secret) => `memo: ${secret} (확인)`,
    (secret) => JSON.stringify({ memo: secret }),
    (secret) => ({ [secret]: 1 }),
  ];

  it.each(Object.entries(SHAPED))('%s is found and masked in every position', async (code, makers) => {
    const secrets = makers.map((make) => make(random));
    const value = { ...webhook, list: secrets.map((secret) => POSITIONS.map((put) => put(secret))) };
    const seen = await validate('PaymentWebhook/all.json', value, '--format', 'json', '--output', 'sarif=all.sarif');
    const { diagnostics } = JSON.parse(seen.stdout) as {
      readonly diagnostics: readonly { readonly code: string; readonly at: { readonly pointer: string } }[];
    };
    const places = new Set(
      diagnostics.filter((each) => each.code === code).map(({ at }) => at.pointer.split('/').slice(0, 4).join('/')),
    );
    const wanted = secrets.flatMap((_, row) => POSITIONS.map((_put, column) => `/list/${row}/${column}`));
    expect(wanted.filter((place) => !places.has(place))).toEqual([]);
    expect(seen.code).toBe(1);
    const written = readFileSync(path.join(folder, 'all.sarif'), 'utf8');
    for (const secret of secrets) {
      expect(seen.stdout).not.toContain(secret);
      expect(written).not.toContain(secret);
    }
  });
});

describe('what is a warning, and does not fail a run', () => {
  it.each<[title: string, name: string, value: unknown, message: string]>([
    [
      'a token that has expired',
      'getToken/200.json',
      token(1_500_000_000),
      'a real token that has expired [secret/token]',
    ],
    [
      'a key of a test account',
      'PaymentWebhook/test.json',
      { ...webhook, memo: TOSS!.replace('live', 'test') },
      'a real key or secret of a test account [secret/key]',
    ],
  ])('%s', async (_title, name, value, message) => {
    const { code, stdout } = await validate(name, value, '--format', 'compact');
    expect(code).toBe(0);
    expect(stdout).toContain(`warning: this value looks like ${message}\n`);
  });

  it('but not a token that is still good', async () => {
    const { code, stdout } = await validate('getToken/200.json', token(4_000_000_000), '--format', 'compact');
    expect(code).toBe(1);
    expect(stdout).toContain('error: this value looks like a real token [secret/token]\n');
  });
});

it('finds nothing in order IDs, numbers of companies, samples of the provider, and hashes', async () => {
  const value = {
    ...webhook,
    order_no: '220622-3041925',
    corp: '110111-1234569',
    buyer_email: 'gildong@gmail.com',
    buyer_tel: '010-4242-4242',
    sender: ['iamport@siot.do', 'test@portone.io', 'Iamport@chai.finance', '02-1234-1234'],
    signature: `${random.text(86)}==`,
  };
  const { code, stdout } = await validate('PaymentWebhook/none.json', value);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '1 file valid (TIME)\n' });
});
