import { describe, expect, it } from 'vitest';

import { hintOf, messageOf } from '../../scripts/messages/texts.js';
import { invariantTexts } from '../../scripts/messages/invariant-problem.js';
import { checkText, rulesOf } from '../rules-of.js';
import { readInvariants } from '../../scripts/invariants/declared-invariants.js';
import { testOf } from '../../scripts/invariants/evaluate.js';
import { parseExpression } from '../../scripts/invariants/parse-expression.js';

const PAYMENT = {
  status: 'paid',
  amount: 1004,
  cancel_amount: 4,
  fraction: 14.2,
  name: '당근 kg',
  list: [
    { n: 1, tags: ['a'] },
    { n: 3, tags: [] },
  ],
  empty: [],
  none: null,
  blank: '',
  zero: 0,
  'schedule-status': 'executed',
  금액: 5,
};

function verdict(check: string): boolean | undefined {
  const parsed = parseExpression(check);
  if (!parsed.ok) throw new Error(parsed.problem[0]);
  return testOf(parsed.expression)(PAYMENT);
}

describe('a condition', () => {
  it.each<[check: string, verdict: boolean | undefined]>([
    ['cancel_amount <= amount', true],
    ['amount < cancel_amount', false],
    ['amount - cancel_amount == 1000', true],
    ['amount - 2 - 2 == 1000', true],
    ['-amount < 0', true],
    ['amount + -4 == 1000', true],
    ['sum(list[].n) == cancel_amount', true],
    ['sum(empty[].n) == 0', true],
    ['count(list[]) == 2', true],
    ['count(list[].tags[]) == 1', true],
    ['status == "paid"', true],
    ["status != 'paid'", false],
    ['status in ["paid", "cancelled"]', true],
    ['amount in [1, 2]', false],
    ['status == "paid" and amount > 2000', false],
    ['status == "failed" or amount > 1000', true],
    ['not status == "paid"', false],
    ['not (status == "failed") and amount > 0', true],
    ['integral(amount) and not integral(fraction)', true],
    ['integral(list[].n)', true],
    ['fraction + 0.1 == 14.3', true],
    ['has(amount)', true],
    ['has(none) or has(blank) or has(zero) or has(absent)', false],
    ['`schedule-status` == "executed"', true],
    ['금액 == 5', true],
    ['given(amount) and given(zero) and given(blank)', true],
    ['given(none) or given(absent)', false],
    ['given(list[].n)', true],
    ['every(list[].n)', true],
    ['every(list[].absent)', false],
    ['every(empty[].n)', true],
    ['every(absent[].n)', undefined],
    ['length(status) == 4', true],
    ['bytes(name) == 7', true],
    ['length(amount) == 4', undefined],
    ['matches(status, "^[a-z]+$")', true],
    ['matches(status, "^[0-9]+$")', false],
    ['matches(list[].tags[], "^a$")', true],
    ['matches(amount, "4")', undefined],
    ['matches(absent, "a")', undefined],
    ['sumproduct(list[].n, list[].n) == 10', true],
    ['sumproduct(list[].n, empty[].n) == 0', undefined],
    ['sumproduct(list[].n, list[].tags) == 0', undefined],
    // What is absent, null or of another type decides nothing.
    ['absent > 0', undefined],
    ['none == 0', undefined],
    ['status > 0', undefined],
    ['list == 0', undefined],
    ['not absent == 1', undefined],
    ['sum(list[].tags) == 0', undefined],
    ['sum(none[].n) == 0', undefined],
    ['integral(empty[].n)', undefined],
    ['list[].n == 1', undefined],
    // Unless the other side decides alone.
    ['absent > 0 and amount < 0', false],
    ['absent > 0 or amount > 0', true],
    // Names of things that every object inherits are no properties.
    ['has(constructor)', false],
    ['constructor.name == "Object"', undefined],
    ['__proto__.x == 1', undefined],
  ])('%s is %s', (check, expected) => {
    expect(verdict(check)).toBe(expected);
  });

  it.each<[check: string, problem: RegExp]>([
    ['', /ends too early/],
    ['amount <=', /ends too early/],
    ['amount = 1', /"= 1", which means nothing/],
    ['amount < 1 < 2', /"<" where it should end/],
    ['(amount > 1', /lacks "\)"/],
    ['amount > 1)', /"\)" where it should end/],
    ['sum(1)', /"1" where a name should be/],
    ['and amount', /"and" where a name should be/],
    ['status in "paid"', /lacks "\["/],
    ['status in [true]', /a list of something else/],
    ['process.exit()', /"\(" where it should end/],
    ['matches(a)', /lacks ","/],
    ['matches(a, b)', /a regular expression should be/],
    ['matches(a, "(")', /a regular expression should be/],
    ['sumproduct(a, 1)', /"1" where a name should be/],
    ['a; b', /means nothing/],
    ['${a}', /means nothing/],
    [`${'('.repeat(30)}a${')'.repeat(30)}`, /more than 20 deep/],
    [`${'not '.repeat(30)}a`, /more than 20 deep/],
    [`${'-'.repeat(30)}a > 0`, /more than 20 deep/],
    ['a + '.repeat(200), /longer than 500/],
  ])('%s is none', (check, problem) => {
    const parsed = parseExpression(check);
    const { en, ko } = parsed.ok ? { en: 'parsed', ko: '' } : invariantTexts(parsed.problem);
    expect(en).toMatch(problem);
    expect(ko).toMatch(/\p{Script=Hangul}/u);
  });
});

describe('x-invariants', () => {
  const schema = {
    type: 'object',
    properties: {
      status: { type: 'string' },
      amount: { type: 'number' },
      refunded: { type: 'number' },
      refunds: { type: 'array', items: { type: 'number' } },
    },
    'x-invariants': [
      {
        id: 'within',
        check: 'refunded <= amount',
        description: 'No more than was paid.',
        'x-description-ko': '결제한 금액까지입니다.',
      },
      { id: 'adds-up', check: 'refunded == sum(refunds[])', description: 'Sums must agree.' },
      { id: 'paid-something', when: 'status == "paid"', check: 'amount > 0 and has(refunds)', severity: 'warning' },
      { id: 'broken', check: 'refunded <=' },
    ],
  };
  const nested = { type: 'object', properties: { payments: { type: 'array', items: schema } } };
  const explain = (value: object): string[] =>
    checkText(JSON.stringify(value, null, 1), rulesOf(nested)).map(
      (found) => `${found.at.line}:${found.at.column} ${found.at.pointer} ${found.severity} ${messageOf(found, 'en')}`,
    );

  it('gives its description as the reason, in Korean where it has one', () => {
    const [said] = checkText('{"amount": 1, "refunded": 2}', rulesOf(schema));
    expect([hintOf(said!, 'en'), hintOf(said!, 'ko')]).toEqual(['No more than was paid.', '결제한 금액까지입니다.']);
    const [unsaid] = checkText('{"refunded": 2, "refunds": [1]}', rulesOf(schema));
    expect([hintOf(unsaid!, 'en'), hintOf(unsaid!, 'ko')]).toEqual(['Sums must agree.', 'Sums must agree.']);
  });

  it.each<[title: string, payment: object, findings: string[]]>([
    ['holds', { amount: 5, refunded: 5, refunds: [2, 3] }, []],
    [
      'does not hold',
      { amount: 5, refunded: 4, refunds: [2, 3] },
      ['5:16 /payments/0/refunded error refunded breaks adds-up: refunded == sum(refunds[])'],
    ],
    [
      'is told once, though it breaks another too',
      { amount: 5, refunded: 6, refunds: [2, 3] },
      ['5:16 /payments/0/refunded error refunded breaks within: refunded <= amount'],
    ],
    ['says nothing of what is absent', { refunded: 6 }, []],
    [
      'says nothing of what is broken already',
      { amount: '5', refunded: 6, refunds: [6] },
      ['4:14 /payments/0/amount error amount must be a number, not a string'],
    ],
    [
      'is told as the part that does not hold, with its condition and severity',
      { status: 'paid', amount: 0 },
      ['5:14 /payments/0/amount warning amount breaks paid-something: amount > 0 when status == "paid"'],
    ],
    [
      'is told at the object when the property is absent',
      { status: 'paid', amount: 1 },
      ['3:3 /payments/0 warning payments[0] breaks paid-something: has(refunds) when status == "paid"'],
    ],
    ['does not apply', { status: 'ready', amount: 0 }, []],
  ])('%s', (_title, payment, findings) => {
    expect(explain({ payments: [payment] })).toEqual(findings);
  });

  it('that make no sense are told to lint and never checked', () => {
    expect(readInvariants(schema).invalid).toEqual([{ path: ['3', 'check'], problem: ['ends-early'] }]);
    expect(readInvariants({ 'x-invariants': 'a < b' }).invalid).toHaveLength(1);
    expect(readInvariants({ 'x-invariants': Array.from({ length: 260 }, () => null) }).invalid).toHaveLength(251);
  });
});
