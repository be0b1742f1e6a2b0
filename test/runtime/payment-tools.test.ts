import { describe, expect, it } from 'vitest';

import {
  isKnownPayMethod,
  isKnownPgProvider,
  PAY_METHODS,
  PG_PROVIDERS,
  sameMoney,
  toDate,
  toUnixTime,
  type VerifyInput,
} from '../../src/index.js';
import { success } from './api-server.js';
import { FIRST, openSandboxShop, type WantedPayment } from './sandbox-shop.js';
import { connect, failure, PAYMENT } from './setting.js';

const VBANK: WantedPayment = { status: 'ready', pay_method: 'vbank' };

describe('payments.verify', () => {
  const ORDER = { merchant_uid: 'order-1', amount: 1004 };

  it.each<[string, WantedPayment, Partial<VerifyInput>, object]>([
    ['paid', {}, {}, { ok: true, outcome: 'paid' }],
    ['paid in dollars', { amount: 14.2, currency: 'USD' }, { amount: 14.2, currency: 'USD' }, { outcome: 'paid' }],
    ['an issued account, accepted', VBANK, { acceptVbankReady: true }, { ok: true, outcome: 'awaiting_deposit' }],
    ['an issued account', VBANK, {}, { reason: 'not_paid' }],
    ['a card not paid yet', { status: 'ready' }, { acceptVbankReady: true }, { reason: 'not_paid' }],
    ['failed', { status: 'failed' }, {}, { reason: 'not_paid' }],
    ['unknown', {}, { imp_uid: 'imp_2' }, { reason: 'not_found', actual: null, payment: null }],
    ['another order’s', { merchant_uid: 'order-2' }, {}, { reason: 'merchant_uid_mismatch' }],
    [
      'too little',
      { amount: 1003 },
      {},
      { reason: 'amount_mismatch', expected: { amount: 1004 }, actual: { amount: 1003 } },
    ],
    ['another currency', { currency: 'JPY' }, {}, { reason: 'currency_mismatch' }],
    ['cancelled', { status: 'cancelled' }, {}, { reason: 'cancelled' }],
    ['refunded in part', { cancel_amount: 4 }, {}, { reason: 'partially_cancelled' }],
    ['a test payment', {}, { allowSandbox: false }, { reason: 'sandbox_payment' }],
  ])('%s', async (_title, wanted, input, want) => {
    const { iamport, add, calls } = await openSandboxShop();
    const imp_uid = await add({ ...ORDER, ...wanted });
    const verdict = await iamport.payments.verify({ imp_uid, ...ORDER, allowSandbox: true, ...input });
    expect(verdict).toMatchObject(want);
    for (const { url } of calls()) expect(url).toBe(`/payments/${input.imp_uid ?? imp_uid}?include_sandbox=true`);
  });

  // Payments as no sandbox makes them: real ones, and answers that break the document or contradict themselves.
  it.each<[string, object, object]>([
    ['a real payment', {}, { ok: true, outcome: 'paid' }],
    ['no amount at all', { amount: undefined }, { reason: 'amount_mismatch' }],
    ['an amount in quotes', { amount: '1004' }, { reason: 'amount_mismatch' }],
    ['all refunded, still called paid', { cancel_amount: 1004 }, { reason: 'cancelled' }],
    ['of a status that is not known', { status: 'brand-new' }, { reason: 'unrecognized_status' }],
  ])('%s, from a server of its own', async (_title, fields, want) => {
    const payment = { ...PAYMENT, imp_uid: 'imp_1', ...ORDER, cancel_amount: 0, cancel_history: [], ...fields };
    const { iamport } = await connect(() => success(payment));
    expect(await iamport.payments.verify({ imp_uid: 'imp_1', ...ORDER })).toMatchObject(want);
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
  it('reads 2,500 IDs in chunks of 100, and names those that are missing', async () => {
    let [now, most] = [0, 0];
    const shop = await openSandboxShop();
    shop.intercept = async (_request, send) => {
      most = Math.max(most, (now += 1));
      return send().finally(() => (now -= 1));
    };
    const made = new Map<number, string>();
    for (let index = 100; index < 2500; index += 1)
      if (index % 10 !== 3) made.set(index, await shop.add({ merchant_uid: `order-${index}` }));
    const ids = Array.from({ length: 2500 }, (_value, index) => made.get(index) ?? `imp_none_${index}`);
    const { found, missing } = await shop.iamport.payments.getMany({ imp_uid: [...ids, ids[100]!] });
    expect(shop.calls()).toHaveLength(25);
    expect(most).toBeLessThanOrEqual(4);
    expect(found.size).toBe(2160);
    expect(missing).toEqual(ids.filter((_id, index) => index < 100 || index % 10 === 3));
    expect(found.get(ids[2499]!)).toMatchObject({ merchant_uid: 'order-2499' });
  });

  it('keeps queries of long order IDs under 6,000 characters', async () => {
    const { iamport, add, calls } = await openSandboxShop();
    const orders = Array.from({ length: 100 }, (_value, index) => `${'주문'.repeat(18)}${index}`);
    for (const merchant_uid of orders) await add({ merchant_uid });
    const { found, missing } = await iamport.payments.getMany({ merchant_uid: orders, imp_uid: [FIRST] });
    expect({ found: found.size, missing }).toEqual({ found: 101, missing: [] });
    for (const { url } of calls()) expect(url.length).toBeLessThan(6100);
  });

  it('prefers the paid one of several payments of an order', async () => {
    const { iamport, add, merchant } = await openSandboxShop();
    const order = { merchant_uid: 'order-1', amount: 1000 };
    await add({ ...order, status: 'failed' });
    const late = await merchant.requestPay(order);
    const paid = await add(order);
    // A window that was open before: it fails after the order was paid.
    if (late.outcome === 'opened') await late.decline();
    const { found } = await iamport.payments.getMany({ merchant_uid: ['order-1'] });
    expect(found.get('order-1')).toMatchObject({ imp_uid: paid, status: 'paid' });
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
  const { iamport, add } = await openSandboxShop();
  const order = { merchant_uid: 'order-1', amount: 1000 };
  const imp_uid = await add(order);
  const { verify, getMany, cancel } = iamport.payments;
  expect(await verify({ imp_uid, ...order, allowSandbox: true })).toMatchObject({ ok: true });
  expect((await getMany({ imp_uid: [imp_uid] })).missing).toEqual([]);
  expect(await cancel({ imp_uid, full: true })).toMatchObject({ cancel_amount: 1000 });
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
