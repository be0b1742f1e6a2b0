import { describe, expect, it } from 'vitest';

import { findCharge } from '../../src/payments/find-charge.js';
import { IamportError, type CallOptions, type Iamport, type Payment } from '../../src/index.js';
import { openChargeDesk, type ChargeDesk, type ChargeFault } from './charge-desk.js';
import { createRandom } from './random.js';
import { connect, failure, PAYMENT } from './setting.js';

const CHARGE = { customer_uid: 'card_a1b2c3', merchant_uid: 'sub-2023-11', amount: 5900, name: '월간 구독' };
const CARD = { merchant_uid: 'sub-2023-11', amount: 5900, card_number: '0000-0000-0000-0000', expiry: '2030-12' };

const methods: [string, (iamport: Iamport, options: CallOptions) => Promise<Payment>][] = [
  ['payAgain', (iamport, options) => iamport.subscriptions.payAgain(CHARGE, options)],
  ['payOnetime', (iamport, options) => iamport.subscriptions.payOnetime(CARD, options)],
];

const open = async (): Promise<{ desk: ChargeDesk } & Omit<Awaited<ReturnType<typeof connect>>, 'another'>> => {
  const desk = openChargeDesk();
  return { desk, ...(await connect((request) => desk.answer(request))) };
};

const DONE_LATER: ChargeFault = 'reset, done 1 s later';
const attempt = { merchant_uid: 'sub-2023-11', amount: 5900, status: 'failed' } as const;
const SAFE = { retryable: true, attempts: 1 };
const AMBIGUOUS = { kind: 'ambiguous', retryable: false };

const outcomes: [ChargeFault, Partial<Payment>[], object, Payment['status']?][] = [
  ['none', [], { status: 'paid', amount: 5900 }],
  ['none', [], { status: 'failed' }, 'failed'],
  ['reset after', [attempt], { imp_uid: 'imps_1', status: 'paid' }],
  ['html after', [], { imp_uid: 'imps_0', status: 'paid' }],
  ['hang after', [attempt], { imp_uid: 'imps_1', status: 'paid' }],
  [DONE_LATER, [attempt], { imp_uid: 'imps_1', status: 'paid' }],
  ['reset before', [], { kind: 'network', sent: 'unknown', ...SAFE }],
  ['html before', [attempt], { kind: 'http', sent: 'yes', ...SAFE }],
  ['hang before', [attempt, attempt], { kind: 'timeout', sent: 'unknown', ...SAFE }],
  // It failed behind a broken connection, or before: either way nothing is charged.
  ['reset after', [], { kind: 'network', ...SAFE }, 'failed'],
  ['reset after', [], { ...AMBIGUOUS, sent: 'unknown' }, 'ready'],
  ['reset before', [{ ...attempt, status: 'paid', amount: 100 }], AMBIGUOUS],
  // Refused, so there is nothing to look for.
  ['none', [{ ...attempt, status: 'paid' }], { kind: 'api', code: 1, sent: 'yes', retryable: false }],
];

it.each(methods)('subscriptions.%s reads back what became of it and sends once', async (_name, pay) => {
  const runs = outcomes.map(async ([fault, before, want, outcome = 'paid']) => {
    const { iamport, desk, server } = await open();
    for (const fields of before) desk.add(fields);
    Object.assign(desk, { fault, outcome });
    const timeoutMs = fault.startsWith('hang') ? 2500 : 20_000;
    const got: unknown = await pay(iamport, { timeoutMs }).catch((error: unknown) => error);
    expect(got, `${fault}, ${before.length} before, then ${outcome}`).toMatchObject(want);
    const sent = server.calls().filter(({ method }) => method === 'POST');
    expect(sent).toHaveLength(1);
    if (fault === 'none') expect(server.calls()).toHaveLength(1);
  });
  await Promise.all(runs);
});

it('that cannot be read back is ambiguous', async () => {
  const { iamport } = await connect(({ method }) => (method === 'POST' ? 'hang up' : { status: 403, body: '<html>' }));
  expect(await failure(iamport.subscriptions.payAgain(CHARGE))).toMatchObject({
    ...AMBIGUOUS,
    operationId: 'payAgain',
    sent: 'unknown',
  });
});

it.each<[string, 'POST' | 'GET', object]>([
  ['ends the call without reading back', 'POST', { kind: 'aborted', sent: 'unknown', retryable: false }],
  ['ends reading back', 'GET', AMBIGUOUS],
])('an abort %s', async (_title, during, want) => {
  const controller = new AbortController();
  const { iamport, server } = await connect(({ method }) => {
    if (method === during) controller.abort();
    return method === 'POST' && during === 'GET' ? 'hang up' : 'hang';
  });
  const { signal } = controller;
  expect(await failure(iamport.subscriptions.payAgain(CHARGE, { signal }))).toMatchObject(want);
  expect(server.calls().map(({ method }) => method)).toEqual(during === 'POST' ? ['POST'] : ['POST', 'GET']);
});

const asked = { merchant_uid: 'sub-2023-11', amount: 5900, customer_uid: 'card_1' };
const paid = { ...PAYMENT, merchant_uid: 'sub-2023-11', amount: 5900, cancel_amount: 0, customer_uid: 'card_1' };
const failed = { ...paid, imp_uid: 'imp_2', status: 'failed' as const };

describe('of the attempts to pay an order', () => {
  it.each<[string, unknown, string]>([
    ['one paid as asked is the charge', [failed, paid, failed], 'done'],
    ['one paid without a word on the billing key is', [{ ...paid, customer_uid: null }], 'done'],
    ['none is not', [], 'not_done'],
    ['failed ones are not', [failed, failed], 'not_done'],
    ['another amount may be', [{ ...paid, amount: 100 }], 'unclear'],
    ['another currency may be', [{ ...paid, currency: 'JPY' }], 'unclear'],
    ['one refunded in part may be', [{ ...paid, cancel_amount: 100 }], 'unclear'],
    ['one paid with another key may be', [{ ...paid, customer_uid: 'card_2' }], 'unclear'],
    ['two may be', [paid, { ...paid, imp_uid: 'imp_3' }], 'unclear'],
    ['one under way may be', [{ ...paid, status: 'ready' }, failed], 'unclear'],
    ['one cancelled may be', [{ ...paid, status: 'cancelled' }], 'unclear'],
    ['another order’s tell nothing', [{ ...failed, merchant_uid: 'other' }], 'unclear'],
    ['a null tells nothing', [null], 'unclear'],
    ['what is no list tells nothing', undefined, 'unclear'],
  ])('%s', (_title, attempts, want) => {
    const found = findCharge(attempts, asked);
    expect(typeof found === 'object' ? `${found.imp_uid} ${found.status}` : found).toBe(
      want === 'done' ? `${paid.imp_uid} paid` : want,
    );
  });
});

it('reads back for the same sub-merchant', async () => {
  const { iamport, desk, server } = await open();
  desk.fault = 'reset after';
  await iamport.subscriptions.payAgain({ ...CHARGE, tier: 'A1B' });
  expect(server.calls().map(({ method, headers }) => `${method} ${String(headers.tier)}`)).toEqual([
    'POST A1B',
    'GET A1B',
  ]);
});

it('iamport.call is the operation as it is', async () => {
  const { iamport, desk, server } = await open();
  desk.fault = 'reset after';
  expect(await failure(iamport.call('payAgain', CHARGE))).toMatchObject({ kind: 'network', retryable: false });
  expect(server.calls()).toHaveLength(1);
});

it('never charges an order twice in 100 runs with resets before, after and just after', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = createRandom(seed);
  const desk = openChargeDesk();
  const faults: ChargeFault[] = ['none', 'reset before', 'reset after', 'html before', 'html after', DONE_LATER];
  const tried = new Set<string>();
  const { iamport } = await connect((request) => {
    if (request.method !== 'POST') return desk.answer(request);
    // The second try goes through: a third would only make this longer.
    desk.fault = tried.has(request.body) ? 'none' : faults[Math.floor(random() * faults.length)]!;
    tried.add(request.body);
    return desk.answer(request);
  });
  const runs = Array.from({ length: 100 }, async (_value, index) => {
    const merchant_uid = `order-${index}`;
    const charge = (): Promise<Payment> => iamport.subscriptions.payAgain({ ...CHARGE, merchant_uid });
    const result = await charge().catch((error: unknown) => {
      if (error instanceof IamportError && error.retryable) return charge();
      throw error;
    });
    const paid = desk.attempts.filter((one) => one.merchant_uid === merchant_uid && one.status === 'paid');
    expect({ seed, index, status: result.status, paid: paid.length }).toEqual({ seed, index, status: 'paid', paid: 1 });
  });
  await Promise.all(runs);
});
