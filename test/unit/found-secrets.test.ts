import { describe, expect, it } from 'vitest';

import { maskText } from '../../scripts/secrets/mask.js';
import { secretFindings } from '../../scripts/secrets/secret-findings.js';
import type { SourceDocument } from '../../scripts/source/document.js';
import { createLocator } from '../../scripts/source/locate.js';
import { createRandom } from '../secrets/random.js';
import { SHAPED } from '../secrets/secret-values.js';

const NOW = 1_800_000_000;

function documentOf(text: string): SourceDocument {
  return { file: 'a.json', syntax: 'json', text, firstLine: 1, value: JSON.parse(text), ...createLocator(text) };
}

function codesOf(value: unknown, write = JSON.stringify): string[] {
  return secretFindings(documentOf(write(value)), undefined, NOW).map(({ code, severity }) =>
    severity === 'error' ? code : `${severity} ${code}`,
  );
}

/** As PHP writes it by default. */
const phpJson = (value: unknown): string => JSON.stringify(value).replaceAll('/', '\\/');

const ROUNDS = 20;

describe.each(Object.entries(SHAPED))('%s', (code, makers) => {
  it.each(makers.map((make, index) => [index, make(createRandom(index)).slice(0, 12), make] as const))(
    'spelling %i: %s…',
    (index, _title, make) => {
      const random = createRandom(1000 + index);
      for (let round = 0; round < ROUNDS; round += 1) {
        const secret = make(random);
        expect({ secret, codes: codesOf({ memo: secret }) }).toEqual({ secret, codes: [code] });
        expect(codesOf({ memo: `see ${secret} (x)` })).toEqual([code]);
        expect(codesOf({ memo: secret }, phpJson)).toEqual([code]);
        expect(codesOf({ custom_data: JSON.stringify({ list: [{ value: secret }] }) })).toEqual([code]);
        expect(maskText(`a ${secret.trimEnd()} b`)).toMatch(/•{4}/);
      }
    },
  );
});

const drawn = createRandom(7);
const RESIDENT = '9001011234568';

describe('what is a warning', () => {
  it.each<[title: string, value: unknown, codes: string[]]>([
    ['the key of a test account', { memo: `test_sk_${drawn.text(32)}` }, ['warning secret/key']],
    ['the same of Stripe', { secret_key: `sk_test_${drawn.text(24)}` }, ['warning secret/key']],
    [
      'a token that has expired',
      { access_token: drawn.text(40, '0123456789abcdef'), expired_at: NOW - 1 },
      ['warning secret/token'],
    ],
    [
      'a token that has not',
      { access_token: drawn.text(40, '0123456789abcdef'), expired_at: NOW + 1 },
      ['secret/token'],
    ],
    ['one with a wrong time', { access_token: drawn.text(40, '0123456789abcdef'), expired_at: '1' }, ['secret/token']],
    [
      'one beside which nothing expires',
      { a: { access_token: drawn.text(40, '0123456789abcdef') }, expired_at: 1 },
      ['secret/token'],
    ],
  ])('%s', (_title, value, codes) => expect(codesOf(value)).toEqual(codes));
});

it.each([
  ['a phone', '010-9876-5432', 'secret/phone'],
  ['a resident number', RESIDENT, 'secret/resident-number'],
])('%s is found right behind an escape of a URL', (_title, secret, code) => {
  for (const before of ['%20', '%3D', '%22tel%22%3A%22', '%EA%B0%80'])
    expect(codesOf({ receipt_url: `https://shop.kr/?q=${before}${secret}%22&a=1` })).toEqual([code]);
});

describe('what is not a finding', () => {
  it.each<[title: string, value: unknown]>([
    ['a key for browsers', { a: `live_ck_${drawn.text(32)}`, b: `pk_live_${drawn.text(24)}` }],
    ['sample keys', { a: 'AKIAIOSFODNN7EXAMPLE', b: `live_sk_${'x'.repeat(32)}`, c: `ghp_${'0'.repeat(36)}` }],
    ['a PEM without a key', { a: '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----' }],
    ['a public key', { a: `-----BEGIN PUBLIC KEY-----\n${drawn.text(64)}\n-----END PUBLIC KEY-----` }],
    ['a URL without a password', { a: 'https://db.shop.kr:8443/a@b', b: 'https://kim@db.shop.kr/' }],
    ['a placeholder for a password', { a: 'postgres://app:${PASSWORD}@db.shop.kr', b: 'redis://:changeme@cache.kr' }],
    ['a password at a reserved host', { a: `https://kim:${drawn.text(9)}1@db.example.com` }],
    [
      'messages about passwords',
      { password: 'required', a: '{"password":"must have 8 characters"}', pwd_2digit: '12' },
    ],
    ['a resident number with a wrong check digit', { a: '900101-1234567', b: '9001011234567' }],
    ['milliseconds with one', { at: 1_709_123_456_786 }],
    ['an order ID in text', { a: 'ORD-900101-1234568', b: '900101-1234568-A', order_no: '220622-3041925' }],
    ['numbers of companies', { a: '110111-0012345', corp_no: '110111-1234569', b: '134511-0004412' }],
    ['a hash by SHA-512', { signature: `${drawn.text(86)}==`, a: `sha512-${drawn.text(86)}==` }],
    [
      'samples of the provider',
      { a: 'Iamport@chai.finance', b: 'iamport@siot.do', c: '010-4242-4242', d: '02-1234-1234' },
    ],
  ])('%s', (_title, value) => expect(codesOf(value)).toEqual([]));
});

it('is found as the name of a property, too', () => {
  expect(codesOf({ [`live_sk_${drawn.text(32)}`]: 1, [RESIDENT]: 2 })).toEqual([
    'secret/key',
    'secret/resident-number',
  ]);
});

it.each([
  ['live_sk_', 'live_sk_'],
  ['-----BEGIN PRIVATE KEY-----', '-----BEGIN PRIVATE KEY-----A'],
  ['BEGIN … END', '-----END PRIVATE KEY-----'],
  ['URLs', 'a://b:c@'],
  ['open URLs', 'https://a:'],
  ['dashes', '880515 - '],
  ['full width', '８８０５１５－'],
  ['joined words', 'A1b2-C3d4_'],
  ['hash names', 'sha512-'],
  ['passwords', '"password":"'],
  ['JSON in JSON', '[{\\"password\\":'],
])('the time of a search grows with the text alone: %s', (_title, piece) => {
  const text = JSON.stringify({ x: piece.repeat(Math.ceil(400_000 / piece.length)) });
  const started = performance.now();
  secretFindings(documentOf(text));
  maskText(text);
  // Were it to grow with the square of the text, it would take minutes.
  expect(performance.now() - started).toBeLessThan(3_000);
});
