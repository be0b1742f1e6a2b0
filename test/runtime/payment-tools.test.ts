import { describe, expect, it } from 'vitest';

import {
  isKnownPayMethod,
  isKnownPgProvider,
  PAY_METHODS,
  PG_PROVIDERS,
  sameMoney,
  toDate,
  toUnixTime,
  type Payment,
  type VerifyInput,
} from '../../src/index.js';
import { connect, failure, PAYMENT } from './setting.js';
import { openShop } from './shop.js';

describe('payments.verify', () => {
  const verify = async (fields: Partial<Payment>, input: Partial<VerifyInput> = {}): Promise<unknown> => {
    const shop = openShop();
    shop.add({ imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 1004, ...fields });
    const { iamport, server } = await connect((request) => shop.answer(request));
    const verdict = await iamport.payments.verify({
      imp_uid: 'imp_1',
      merchant_uid: 'order-1',
      amount: 1004,
      ...input,
    });
    for (const { url } of server.calls())
      expect(url).toBe(`/payments/${input.imp_uid ?? 'imp_1'}?include_sandbox=true`);
    return verdict;
  };
  const vbank: Partial<Payment> = { status: 'ready', pay_method: 'vbank' };

  it.each<[string, Partial<Payment>, Partial<VerifyInput>, object]>([
    ['paid', {}, {}, { ok: true, outcome: 'paid' }],
    ['paid in dollars', { amount: 14.2, currency: 'USD' }, { amount: 14.2, currency: 'USD' }, { outcome: 'paid' }],
    ['an issued account, accepted', vbank, { acceptVbankReady: true }, { ok: true, outcome: 'awaiting_deposit' }],
    ['an issued account', vbank, {}, { reason: 'not_paid' }],
    [
      'a card not paid yet',
      { status: 'ready', pay_method: 'card' },
      { acceptVbankReady: true },
      { reason: 'not_paid' },
    ],
    ['failed', { status: 'failed' }, {}, { reason: 'not_paid' }],
    ['unknown', {}, { imp_uid: 'imp_2' }, { reason: 'not_found', actual: null, payment: null }],
    ['another order’s', { merchant_uid: 'order-2' }, {}, { reason: 'merchant_uid_mismatch' }],
    [
      'too little',
      { amount: 1003 },
      {},
      { reason: 'amount_mismatch', expected: { amount: 1004 }, actual: { amount: 1003 } },
    ],
    ['no amount at all', { amount: undefined as unknown as number }, {}, { reason: 'amount_mismatch' }],
    ['an amount in quotes', { amount: '1004' as unknown as number }, {}, { reason: 'amount_mismatch' }],
    ['another currency', { currency: 'JPY' }, {}, { reason: 'currency_mismatch' }],
    ['cancelled', { status: 'cancelled', cancel_amount: 1004 }, {}, { reason: 'cancelled' }],
    ['all refunded, still called paid', { cancel_amount: 1004 }, {}, { reason: 'cancelled' }],
    ['refunded in part', { cancel_amount: 4 }, {}, { reason: 'partially_cancelled' }],
    ['a test payment', { sandbox: true }, {}, { reason: 'sandbox_payment' }],
    ['a test payment, allowed', { sandbox: true }, { allowSandbox: true }, { ok: true }],
    ['of a status nobody knows', { status: 'brand-new' as 'paid' }, {}, { reason: 'unrecognized_status' }],
  ])('%s', async (_title, fields, input, want) => {
    expect(await verify(fields, input)).toMatchObject(want);
  });

  it.each([
    '..',
    '',
    'find/X/paid',
    'imp_1?include_sandbox=true',
    '%2e%2e',
    'imp\u0000',
    '1'.repeat(10_000),
    'order-1',
  ])('an ID that is none, %j, is not found and not sent', async (imp_uid) => {
    const { iamport, server } = await connect(() => 'hang up');
    const verdict = await iamport.payments.verify({ imp_uid, merchant_uid: 'order-1', amount: 1004 });
    expect(verdict).toMatchObject({ ok: false, reason: 'not_found' });
    expect(server.calls()).toHaveLength(0);
  });

  it.each<[string, unknown]>([
    ['another payment', { ...PAYMENT, imp_uid: 'imp_9' }],
    ['nothing', null],
  ])('throws when the server answers with %s', async (_title, response) => {
    const { iamport } = await connect(() => ({ body: { code: 0, message: null, response } }));
    expect(await failure(iamport.payments.verify({ imp_uid: 'imp_1', merchant_uid: 'o', amount: 1 }))).toMatchObject({
      kind: 'validation',
    });
  });

  it('throws when there is trouble on the way, or the order is none', async () => {
    const { iamport } = await connect(() => ({ status: 404, body: '<html>' }));
    const input = { imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 1004 };
    expect(await failure(iamport.payments.verify(input))).toMatchObject({ kind: 'http' });
    expect(await failure(iamport.payments.verify({ ...input, amount: Number.NaN }))).toMatchObject({ kind: 'input' });
    expect(await failure(iamport.payments.verify({ ...input, amount: 10.5 }))).toMatchObject({ kind: 'input' });
  });
});

describe('payments.getMany', () => {
  it('reads 2,500 IDs in chunks of 100, and tells which are missing', async () => {
    const shop = openShop();
    for (let index = 0; index < 2500; index += 1) {
      if (index % 10 !== 3 && index >= 100) shop.add({ imp_uid: `imp_${index}`, merchant_uid: `order-${index}` });
    }
    let [now, most] = [0, 0];
    const { iamport, server } = await connect((request) => shop.answer(request), {
      fetch: async (input, init) => {
        most = Math.max(most, (now += 1));
        return fetch(input, init).finally(() => (now -= 1));
      },
    });
    const ids = Array.from({ length: 2500 }, (_value, index) => `imp_${index}`);
    const { found, missing } = await iamport.payments.getMany({ imp_uid: [...ids, 'imp_100'] });
    expect(server.calls()).toHaveLength(25);
    expect(most).toBeLessThanOrEqual(4);
    expect(found.size).toBe(2160);
    expect(missing).toEqual(ids.filter((_id, index) => index < 100 || index % 10 === 3));
    expect(found.get('imp_2499')).toMatchObject({ merchant_uid: 'order-2499' });
  });

  it('keeps queries of long order IDs under 6,000 characters', async () => {
    const shop = openShop();
    const orders = Array.from({ length: 100 }, (_value, index) => `${'주문'.repeat(18)}${index}`);
    orders.forEach((merchant_uid, index) => shop.add({ imp_uid: `imp_${index}`, merchant_uid }));
    const { iamport, server } = await connect((request) => shop.answer(request));
    const { found, missing } = await iamport.payments.getMany({ merchant_uid: orders, imp_uid: ['imp_1'] });
    expect({ found: found.size, missing }).toEqual({ found: 101, missing: [] });
    for (const { url } of server.calls()) expect(url.length).toBeLessThan(6100);
  });

  it('prefers the paid one of several payments of an order', async () => {
    const shop = openShop();
    shop.add({ imp_uid: 'imp_1', merchant_uid: 'order-1', status: 'failed' });
    shop.add({ imp_uid: 'imp_2', merchant_uid: 'order-1', status: 'paid' });
    shop.add({ imp_uid: 'imp_3', merchant_uid: 'order-1', status: 'failed' });
    const { iamport } = await connect((request) => shop.answer(request));
    const { found } = await iamport.payments.getMany({ merchant_uid: ['order-1'] });
    expect(found.get('order-1')).toMatchObject({ imp_uid: 'imp_2' });
  });

  it('fails when one request fails, and asks nothing for no IDs', async () => {
    const { iamport, server } = await connect(() => ({ status: 400, body: { code: 1, message: 'x', response: null } }));
    expect(await iamport.payments.getMany({})).toEqual({ found: new Map(), missing: [] });
    expect(server.requests).toHaveLength(0);
    expect(await failure(iamport.payments.getMany({ imp_uid: ['imp_1'] }))).toMatchObject({ httpStatus: 400 });
    expect(await failure(iamport.payments.getMany({ imp_uid: [''] }))).toMatchObject({ kind: 'input' });
  });
});

it('the tools work apart from their client', async () => {
  const shop = openShop();
  shop.add({ imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 1000 });
  const { iamport } = await connect((request) => shop.answer(request));
  const { verify, getMany, cancel } = iamport.payments;
  expect(await verify({ imp_uid: 'imp_1', merchant_uid: 'order-1', amount: 1000 })).toMatchObject({ ok: true });
  expect((await getMany({ imp_uid: ['imp_1'] })).missing).toEqual([]);
  expect(await cancel({ imp_uid: 'imp_1', full: true })).toMatchObject({ cancel_amount: 1000 });
});

describe('money and time', () => {
  it.each<[unknown, unknown, string, boolean]>([
    [1004, 1004, 'KRW', true],
    [14.2, 14.2, 'USD', true],
    [0.1 + 0.2, 0.3, 'USD', true],
    [14.2, 14.21, 'USD', false],
    [1004, 1004.4, 'KRW', false],
    [1004.4, 1004.4, 'KRW', false],
    [1.234, 1.234, 'KWD', true],
    [1.234, 1.23, 'USD', false],
    [1004, '1004', 'KRW', false],
    [Number.NaN, Number.NaN, 'KRW', false],
    [undefined, undefined, 'KRW', false],
    [Infinity, Infinity, 'KRW', false],
  ])('%s and %s in %s: %s', (one, other, currency, want) => {
    expect(sameMoney(one, other, currency)).toBe(want);
  });

  it('takes 0, null and undefined for no time', () => {
    expect([toDate(0), toDate(null), toDate(undefined)]).toEqual([null, null, null]);
    expect(toDate(1_700_000_000)).toEqual(new Date('2023-11-14T22:13:20Z'));
    expect(toUnixTime(new Date(1_700_000_000_900))).toBe(1_700_000_000);
    expect(() => toUnixTime(new Date(Number.NaN))).toThrow(/invalid/);
  });
});

it.each<[string, (value: unknown) => boolean, readonly string[]]>([
  ['isKnownPayMethod', isKnownPayMethod, PAY_METHODS],
  ['isKnownPgProvider', isKnownPgProvider, PG_PROVIDERS],
])('%s knows the members of its open enum, and nothing else', (_name, isKnown, members) => {
  expect(members.length).toBeGreaterThan(3);
  expect(members.filter((member) => !isKnown(member))).toEqual([]);
  for (const value of ['unheard-of', '', null, undefined, 0, ['card'], 'toString']) expect(isKnown(value)).toBe(false);
});
