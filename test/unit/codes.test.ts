import { describe, expect, it } from 'vitest';

import {
  bankName,
  cardName,
  CURRENCIES,
  currencyName,
  escrowCourierName,
  NAVER_COURIERS,
  naverCourierName,
  PG_PROVIDERS,
  pgName,
} from '../../src/index.js';

const lookups = { bankName, cardName, currencyName, escrowCourierName, naverCourierName, pgName };

it.each([
  [bankName('090'), '카카오뱅크'],
  [bankName('004'), '국민은행'],
  [cardName('361'), 'BC카드'],
  [cardName('10005'), '비자'],
  [currencyName('USD'), '미국 달러'],
  [escrowCourierName('ETC'), '기타'],
  [naverCourierName('CJGLS'), 'CJ대한통운'],
  [pgName('tosspayments'), '토스페이먼츠'],
])('finds %s', (found, want) => {
  expect(found).toBe(want);
});

describe.each(Object.entries(lookups))('%s', (_name, lookup) => {
  it.each(['', '4', 'constructor', '__proto__', 'toString', null, undefined])('knows nothing of %j', (code) => {
    expect(lookup(code)).toBeUndefined();
  });
});

it('every value the spec knows has a name', () => {
  expect(PG_PROVIDERS.filter((code) => pgName(code) === undefined)).toEqual([]);
  expect(CURRENCIES.filter((code) => currencyName(code) === undefined)).toEqual([]);
  expect(NAVER_COURIERS.filter((code) => naverCourierName(code) === undefined)).toEqual([]);
});
