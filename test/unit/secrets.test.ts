import { describe, expect, it } from 'vitest';

import { findByShape, secretSpans } from '../../scripts/secrets/detect.js';
import { mask, maskText } from '../../scripts/secrets/mask.js';
import { sensitiveSpans } from '../../scripts/secrets/sensitive.js';
import { createLocator } from '../../scripts/source/locate.js';
import type { SourceDocument } from '../../scripts/source/document.js';
import { brokenSecretFindings, secretFindings } from '../../scripts/secrets/secret-findings.js';

function documentOf(text: string): SourceDocument {
  return { file: 'a.json', syntax: 'json', text, firstLine: 1, value: JSON.parse(text), ...createLocator(text) };
}

describe('what is masked in any text', () => {
  it.each([
    ['a card number', 'card 4364001234567899 declined', 'card 4364••••••••7899 declined'],
    ['one in groups, with its expiry after it', '4111 1111 1111 1111 12', '4111 •••• •••• 1111 12'],
    ['one of American Express', '3782-822463-10005', '3782-••••••-•0005'],
    ['one right behind an escape of a URL', '?q=%204111111111111111', '?q=%204111••••••••1111'],
    ['a resident number there', '?q=%20880515-2345678', '?q=%20••••••••••••••'],
    ['one inside a name', 'order_4111111111111111.json', 'order_4111••••••••1111.json'],
    [
      'one inside JSON inside JSON',
      '{"c":"{\\"card_number\\":\\"9410123456789012\\"}"}',
      '{"c":"{\\"card_number\\":\\"9410••••••••9012\\"}"}',
    ],
    ['a phone number', 'tel 010-9876-5432.', 'tel •••••••••••••.'],
    ['one with a country', '+82 10 9876 5432', '•••••••••••••••••'.slice(1)],
    ['a land line', '(02-312-4567)', '(•••••••••••)'],
    ['an e-mail address', 'to <a.b+c@naver.com>', 'to <•••••••••••••••>'],
    ['an escaped one', '?m=kim%40naver.com&x=1', '?m=•••••••••••••••&x=1'],
    ['a resident number', '900101-1234568!', '••••••••••••••!'],
    ['a new one without check digit', '201103-3123456', '••••••••••••••'],
    ['a business number', 'no. 120-81-47521', 'no. ••••••••••••'],
    ['a token', 'Authorization: Bearer abc.DEF-123456', `Authorization: ${'•'.repeat(21)}`],
    ['a JSON Web Token', 'x eyJhbGciOiJI.eyJzdWIiOiIx.c2ln y', `x ${'•'.repeat(30)} y`],
    ['a hex key', 'k=0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c', `k=${'•'.repeat(40)}`],
    ['what a name announces', 'imp_key=12&imp_secret=ab cd&a=b', 'imp_key=••&imp_secret=•••••&a=b'],
    ['it in YAML', 'buyer_addr: 서울 1\namount: 3', 'buyer_addr: ••••\namount: 3'],
    ['it in broken JSON', '{"cvc":"123","a":', '{"cvc":"•••","a":'],
  ])('%s', (_title, text, masked) => {
    expect(maskText(text)).toBe(masked);
    expect(maskText(text)).toHaveLength(text.length);
  });

  it.each([
    'imp_842036030704',
    '2023111400000001',
    '09f60000-0000-4000-8000-000000000006',
    'StdpayCARDINIpayTest01195693083500786123',
    '/response/payment_method_type/list/0/card_number',
    'amount must be a number, not a string; 1,004 of 12 files (0.09 s)',
    '2026-11-21T13:00:00+09:00',
  ])('not %s', (text) => expect(maskText(text)).toBe(text));
});

describe('what looks real', () => {
  it.each<[text: string, isReal: boolean]>([
    ['4364001234567899', true],
    ['4111111111111111', false],
    ['5428000000000003', false],
    ['nice4364001234567899', false],
    ['010-9876-5432', true],
    ['010-0000-1234', false],
    ['010-1234-5678', false],
    ['+82-10-0000-1234', false],
    ['kim@naver.com', true],
    ['kim@mail.example.com', false],
    ['kim@shop.test', false],
    ['900101-1234568', true],
    ['9001011234568', true],
    ['9001011234567', false],
    ['900101-1000001', false],
    // The registration number of a company, and the same with another check digit: not that of a person either.
    ['110111-1234569', false],
    ['110111-1234560', false],
    // Of a child born since October 2020: without a check digit.
    ['201103-3123456', false],
    ['주민번호 201103-3123456', true],
    ['900101-1234567', false],
    ['gildong@gmail.com', false],
    ['iamport@siot.do', false],
    ['test@portone.io', false],
    ['gildong@naver.com', true],
    ['010-4242-4242', false],
    ['02-1234-1234', false],
    ['02-123-4567', false],
    ['02-312-4567', true],
    ['Bearer 3d9f1c0b7a52e8d4', true],
    ['Bearer not-a-real-token-0', false],
  ])('%s: %s', (text, isReal) => {
    const found = findByShape(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.some((match) => match.isReal)).toBe(isReal);
  });
});

it.each<[title: string, text: string, codes: string[]]>([
  ['an order ID', '{"merchant_uid":"220622-3041925"}', []],
  ['the same where no schema knows the property', '{"memo":"220622-3041925"}', []],
  ['one in a property for such numbers', '{"rrn":"220622-3041925"}', ['secret/resident-number']],
  ['one with the right check digit', '{"merchant_uid":"880515-2234561"}', []],
  ['the same inside a sentence', '{"merchant_uid":"for 880515-2234561"}', ['secret/resident-number']],
])('%s that looks like a resident number', (_title, text, codes) => {
  const schema = { properties: { merchant_uid: { type: 'string' } } };
  expect(secretFindings(documentOf(text), () => schema).map(({ code }) => code)).toEqual(codes);
});

describe('what is masked by its place', () => {
  const schema = {
    $ref: '#/$defs/Thing',
    $defs: {
      Thing: {
        properties: {
          holder: { 'x-sensitive': 'name' },
          owner: { 'x-sensitive': 'name', type: 'object' },
          name: { type: 'string' },
          coded: { patternProperties: { '^s_': { 'x-sensitive': 'name' } }, additionalProperties: true },
          pair: { prefixItems: [{ type: 'string' }, { 'x-sensitive': 'name' }] },
          list: { items: { anyOf: [{ type: 'null' }, { $ref: '#/$defs/Thing' }] } },
        },
      },
    },
  };
  const masked = (text: string): string => {
    const document = documentOf(text);
    return mask(text, [...secretSpans(text), ...sensitiveSpans(document, schema)]);
  };

  it.each([
    ['a marked value', '{"holder":"김가람","name":"셔츠"}', '{"holder":"•••","name":"셔츠"}'],
    ['one of the wrong type', '{"holder":17}', '{"holder":••}'],
    ['all below a marked object', '{"owner":{"a":["x",1,null]}}', '{"owner":{"a":["•",•,null]}}'],
    [
      'one behind a reference and a choice',
      '{"list":[{"list":[{"holder":"A"}]}]}',
      '{"list":[{"list":[{"holder":"•"}]}]}',
    ],
    ['one under a name that matches a pattern', '{"coded":{"s_1":"A","t":"B"}}', '{"coded":{"s_1":"•","t":"B"}}'],
    ['one item of a tuple', '{"pair":["A","B","C"]}', '{"pair":["A","•","C"]}'],
    ['one under a repeated name', '{"holder":"a","holder":"b"}', '{"holder":"•","holder":"•"}'],
    ['what its name tells where the schema knows none', '{"x":{"buyerTel":"1"}}', '{"x":{"buyerTel":"•"}}'],
    [
      'the same value elsewhere',
      '{"name":"of user-77(x)","holder":"user-77"}',
      '{"name":"of •••••••(x)","holder":"•••••••"}',
    ],
    ['what escapes hide', '{"name":"\\u0034364001234567899"}', `{"name":"${'•'.repeat(21)}"}`],
    ['a name that is a secret', '{"kim@naver.com":1}', '{"•••••••••••••":1}'],
  ])('%s', (_title, text, want) => expect(masked(text)).toBe(want));
});

it('overlapping spans leave nothing but what all of them leave', () => {
  const text = '4364001234567899';
  const card = { offset: 0, length: 16, kind: 'card-number' } as const;
  expect(mask(text, [card, card])).toBe('4364••••••••7899');
  expect(mask(text, [card, { offset: 4, length: 12, kind: 'token' }])).toBe('•'.repeat(16));
  expect(mask('411900******1234', [{ ...card }])).toBe('4119••••••••1234');
  expect(mask('12345', [{ ...card }])).toBe('•••••');
  expect(mask('a\r\nb', [{ offset: 0, length: 99, kind: 'address' }])).toBe('•\r\n•');
});

it('the time of a search grows with the text alone', () => {
  const hostile = [
    '0101234',
    '4111 1111 ',
    'token=',
    '"token":"',
    'a@',
    'eyJ',
    'Bearer ',
    '+1 ',
    'A1b2',
    "x_token\\'='",
  ];
  for (const piece of hostile) {
    const started = performance.now();
    secretSpans(piece.repeat(Math.ceil(400_000 / piece.length)));
    expect({ piece, isQuick: performance.now() - started < 3_000 }).toEqual({ piece, isQuick: true });
  }
});

it.each<[title: string, text: string, found: readonly string[]]>([
  [
    'shapes, with their place',
    '{"a": "kim@naver.com",\n "b": "010-9876-5432" "c"',
    ['3:8 secret/email', '4:8 secret/phone'],
  ],
  ['card numbers behind their name', '{"card_number": "4364201234567895",', ['3:18 secret/card-number']],
  ['no digits that may be anything', '{"pg_tid": "4364201234567895", "at": 1648344363', []],
  ['no test numbers', '{"card_number": "4111111111111111", "buyer_email": "a@example.com"', []],
  ['keys', 'imp_secret: q9w8e7r6t5y4u3i2o1p0a9s8d7f6g5h4j3k2l1z0x9c8v7b6n5m4\na: [', ['3:13 secret/key']],
])('finds in broken text %s', (_title, text, found) => {
  const places = brokenSecretFindings('a.json', { text, firstLine: 3 });
  expect(places.map(({ at, code }) => `${at.line}:${at.column} ${code}`)).toEqual(found);
  expect(places.every(({ at }) => at.pointer === '')).toBe(true);
});
