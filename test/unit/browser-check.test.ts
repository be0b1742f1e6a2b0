import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { isObject } from '../../scripts/json/schema.js';
import { checkCertificationRequest, checkPaymentRequest } from '../../src/browser-en.js';
import { checkPaymentRequest as checkInKorean } from '../../src/browser-ko.js';
import { REQUEST_CASES } from '../browser/request-cases.js';
import { GOOD_REQUEST, RULE_CASES } from '../browser/rule-cases.js';
import { checkText, rulesOf } from '../rules-of.js';

const payments = REQUEST_CASES.filter(({ schema }) => schema === 'PaymentRequest');
const schema: unknown = JSON.parse(readFileSync('generated/schemas/PaymentRequest.json', 'utf8'));
if (!isObject(schema)) throw new Error('no schema');
const toolkit = rulesOf(schema);

/** Severity and place of each finding of the toolkit, but for open lists inside `bypass`: the page passes it on unread. */
function byToolkit(request: object, pg?: string): string[] {
  const found = checkText(JSON.stringify(request), toolkit, pg).map(({ severity, at }) => `${severity} ${at.pointer}`);
  return found.filter((each) => !each.startsWith('warning /bypass/'));
}

describe('the check of the page', () => {
  it.each(payments)('agrees with validate: $title', ({ params, pg }) => {
    const found = checkPaymentRequest(params, { pg });
    const nested = ({ pointer }: { pointer: string }): boolean => !pointer.startsWith('/bypass/');
    expect(
      found
        .filter(nested)
        .map(({ severity, pointer }) => `${severity} ${pointer}`)
        .sort(),
    ).toEqual(byToolkit(params, pg).sort());
  });

  it.each(Object.entries(RULE_CASES))('has the rule %s, in both languages', (_id, [pg, broken, mended]) => {
    const request = { ...GOOD_REQUEST, ...broken };
    const found = checkPaymentRequest(request, { pg });
    expect(found.map(({ severity, pointer }) => `${severity} ${pointer}`).sort()).toEqual(
      byToolkit(request, pg).sort(),
    );
    expect(checkPaymentRequest({ ...request, ...mended }, { pg }).map(({ message }) => message)).not.toEqual(
      found.map(({ message }) => message),
    );
    const korean = checkInKorean(request, { pg });
    expect(korean.map(({ pointer }) => pointer)).toEqual(found.map(({ pointer }) => pointer));
    for (const { message } of korean) expect(message).toMatch(/\p{Script=Hangul}/u);
  });

  it.each<[title: string, request: unknown, messages: string[]]>([
    ['nothing', undefined, ['The request must be an object, not null.']],
    ['an array', [], ['The request must be an object, not an array.']],
    ['a price as text', { ...GOOD_REQUEST, amount: '1,004' }, ['amount must be a number, not a string: write 1004.']],
    ['a price of another page', { ...GOOD_REQUEST, amount: 'free' }, ['amount must be a number, not a string.']],
    ['no number', { ...GOOD_REQUEST, amount: Number.NaN }, ['amount must be a number, not something else.']],
    ['an endless number', { ...GOOD_REQUEST, amount: Infinity }, ['amount must be a number, not something else.']],
    ['less than nothing', { ...GOOD_REQUEST, amount: -1 }, ['amount must be at least 0.']],
    [
      'a number as order',
      { ...GOOD_REQUEST, merchant_uid: 7 },
      ['merchant_uid must be a string, not a whole number: use String(…).'],
    ],
    ['a boolean as text', { ...GOOD_REQUEST, escrow: 'true' }, ['escrow must be a boolean, not a string: write true.']],
    [
      'a misspelt name',
      { ...GOOD_REQUEST, buyer_add: 'x' },
      ['buyer_add is an unknown parameter; did you mean buyer_addr?'],
    ],
    ['a name of V2', { ...GOOD_REQUEST, storeId: 'x' }, ['storeId is an unknown parameter; remove it.']],
    [
      'a misspelt name inside',
      { ...GOOD_REQUEST, products: [{ id: '1' }, { unitprice: 3, 'a/b': 1 }] },
      [
        'products[1].unitprice is an unknown parameter; did you mean unitPrice?',
        'products[1].a/b is an unknown parameter.',
      ],
    ],
    ['a new name', { ...GOOD_REQUEST, somethingNew: 'x' }, ['somethingNew is an unknown parameter.']],
    ['a new pay method', { ...GOOD_REQUEST, pay_method: 'newpay' }, ['pay_method has an unknown value.']],
    [
      'a wrong item',
      { ...GOOD_REQUEST, kcpProducts: [{ name: 'x', quantity: 1, amount: 1 }] },
      ['kcpProducts[0].orderNumber is required.'],
    ],
    ['a deadline in words', { ...GOOD_REQUEST, vbank_due: 'YYYYMMDD' }, ['vbank_due has an invalid format.']],
    ['undefined properties', { ...GOOD_REQUEST, escrow: undefined, unknown: undefined }, []],
    ['names of every object', { ...GOOD_REQUEST, constructor: undefined }, []],
  ])('%s', (_title, request, messages) => {
    expect(checkPaymentRequest(request).map(({ message }) => message)).toEqual(messages);
  });

  it('knows the gateway from pg, and says it', () => {
    const request = { ...GOOD_REQUEST, channelKey: undefined, pg: 'nice_v2.IM0001', pay_method: 'vbank' };
    expect(checkPaymentRequest(request)).toEqual([
      {
        severity: 'error',
        kind: 'rule',
        pointer: '',
        message: 'nice_v2: vbank_due is required when pay_method is vbank.',
        pg: 'nice_v2',
      },
    ]);
  });

  it.each<[pg: string, request: object, english: string, korean: string]>([
    [
      'kicc',
      { escrow: true, pay_method: 'trans', buyer_tel: undefined, buyer_email: undefined },
      'kiccProducts, buyer_name, buyer_email and buyer_tel are required when escrow is true.',
      'escrow 값이 true일 때 kiccProducts, buyer_name, buyer_email, buyer_tel 파라미터가 필요합니다.',
    ],
    ['payco', { buyer_tel: undefined }, 'buyer_tel should be given.', 'buyer_tel 파라미터를 넣는 것이 좋습니다.'],
    [
      'daou',
      { escrow: true },
      'pay_method must be trans or vbank when escrow is true.',
      'escrow 값이 true일 때 pay_method 값은 trans, vbank 중 하나여야 합니다.',
    ],
    [
      'nice_v2',
      { pay_method: 'naverpay' },
      'pay_method must not be naverpay.',
      'pay_method 값은 naverpay일 수 없습니다.',
    ],
    [
      'welcome',
      { customer_uid: 'k', pay_method: undefined },
      'pay_method is required with customer_uid.',
      'customer_uid 값이 있으면 pay_method 파라미터가 필요합니다.',
    ],
    [
      'welcome',
      { bypass: { customerIdentifier: '010' } },
      'bypass.customerIdentifier must be left out.',
      'bypass.customerIdentifier 파라미터를 빼야 합니다.',
    ],
    ['nice_v2', { name: 'n'.repeat(41) }, 'name should have at most 40 characters.', 'name 값은 40자 이하여야 합니다.'],
  ])('makes the sentences of %s for %j', (pg, request, english, korean) => {
    const messages = (check: typeof checkPaymentRequest): string[] =>
      check({ ...GOOD_REQUEST, ...request }, { pg }).map(({ message }) => message.replace(`${pg}: `, ''));
    expect(messages(checkPaymentRequest)).toContain(english);
    expect(messages(checkInKorean)).toContain(korean);
  });

  it('holds no value of a customer', () => {
    const secret = '900101-1234567';
    const said = JSON.stringify(
      checkPaymentRequest({ ...GOOD_REQUEST, buyer_tel: [secret], buyer_email: { secret }, buyer_name: 900101 }),
    );
    expect(said).not.toContain('900101');
  });

  it('is there for identity verifications', () => {
    expect(checkCertificationRequest({}).map(({ message }) => message)).toEqual(['merchant_uid is required.']);
    expect(checkCertificationRequest({ channelKey: 'channel-key-1', merchant_uid: 'o1' })).toEqual([]);
  });
});
