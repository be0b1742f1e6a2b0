import { expect, it } from 'vitest';

import { IamportError, type CallOptions, type Iamport, type Payment } from '../../src/index.js';
import { openChargeDesk, type ChargeDesk, type ChargeFault } from './charge-desk.js';
import { createRandom } from './random.js';
import { connect, failure } from './setting.js';

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
const AMBIGUOUS = { kind: 'ambiguous', retryable: false, attempts: 1 };

const outcomes: [ChargeFault, Partial<Payment>[], object, Payment['status']?][] = [
  ['none', [], { status: 'paid', amount: 5900 }],
  ['none', [], { status: 'failed' }, 'failed'],
  ['reset after', [attempt], { imp_uid: 'imps_1', status: 'paid' }],
  ['html after', [], { imp_uid: 'imps_0', status: 'paid' }],
  ['hang after', [attempt], { imp_uid: 'imps_1', status: 'paid' }],
  [DONE_LATER, [attempt], { imp_uid: 'imps_1', status: 'paid' }],
  // Not finding it proves nothing: the server may be at work still.
  ['reset before', [], { ...AMBIGUOUS, sent: 'unknown' }],
  ['html before', [attempt], { ...AMBIGUOUS, sent: 'yes' }],
  ['hang before', [attempt, attempt], { ...AMBIGUOUS, sent: 'unknown' }],
  // It failed behind a broken connection, or before.
  ['reset after', [], AMBIGUOUS, 'failed'],
  ['reset after', [], { ...AMBIGUOUS, sent: 'unknown' }, 'ready'],
  ['reset after', [], AMBIGUOUS, 'cancelled'],
  ['reset before', [{ ...attempt, status: 'paid', amount: 100 }], AMBIGUOUS],
  ['reset before', [{ ...attempt, status: 'paid', currency: 'JPY' }], AMBIGUOUS],
  ['reset before', [{ ...attempt, status: 'paid', cancel_amount: 100 }], AMBIGUOUS],
  ['reset before', [{ ...attempt, status: 'paid', customer_uid: 'another-key' }], AMBIGUOUS],
  [
    'reset before',
    [
      { ...attempt, status: 'paid' },
      { ...attempt, status: 'paid' },
    ],
    AMBIGUOUS,
  ],
  // Older answers name no billing key.
  ['reset before', [{ ...attempt, status: 'paid', customer_uid: null }], { imp_uid: 'imps_0', status: 'paid' }],
  // Refused, so there is nothing to look for.
  ['none', [{ ...attempt, status: 'paid' }], { kind: 'api', code: 1, sent: 'yes', retryable: false }],
];

it.each(methods)('subscriptions.%s reads back what became of it and sends once', async (name, pay) => {
  const runs = outcomes.map(async ([fault, before, want, outcome = 'paid']) => {
    const { iamport, desk, server } = await open();
    const key = name === 'payAgain' ? CHARGE.customer_uid : null;
    for (const fields of before) desk.add({ customer_uid: key, ...fields });
    Object.assign(desk, { fault, outcome });
    const got: unknown = await pay(iamport, { timeoutMs: 6000 }).catch((error: unknown) => error);
    // A card given in place has no billing key, so that any fits.
    const isOther = before.some(({ customer_uid }) => customer_uid === 'another-key') && name === 'payOnetime';
    expect(got, `${fault}, ${before.length} before, then ${outcome}`).toMatchObject(
      isOther ? { status: 'paid' } : want,
    );
    const sent = server.calls().filter(({ method }) => method === 'POST');
    expect(sent).toHaveLength(1);
    if (fault === 'none') expect(server.calls()).toHaveLength(1);
  });
  await Promise.all(runs);
});

it('an ambiguous charge says where to look, and settle finds it later', async () => {
  const { iamport, desk } = await open();
  desk.fault = 'reset before';
  const error = await failure(iamport.subscriptions.payAgain(CHARGE, { timeoutMs: 900 }));
  const input = { merchant_uid: CHARGE.merchant_uid, limit: 100, sorting: '-started' };
  expect(error).toMatchObject({ ...AMBIGUOUS, lookUp: { operationId: 'findAllPayments', input } });
  expect(error.message).toMatch(
    /^payAgain: the connection broke before a response arrived, and the write did not become visible within \d\.\d s\. It may still be charged\. Check with call\("findAllPayments", .*\) or settle\(error\) before trying again\.$/,
  );
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ lookUp: { input } });
  expect(await iamport.settle(error)).toEqual({ outcome: 'not_visible' });
  desk.add({ ...attempt, status: 'paid', customer_uid: CHARGE.customer_uid });
  expect(await iamport.settle(error)).toMatchObject({ outcome: 'done', value: { status: 'paid', amount: 5900 } });
  expect(await failure(iamport.settle(new Error('another')))).toMatchObject({ kind: 'input' });
});

it('that cannot be read back is ambiguous', async () => {
  const { iamport } = await connect(({ method }) => (method === 'POST' ? 'hang up' : { status: 403, body: '<html>' }));
  expect(await failure(iamport.subscriptions.payAgain(CHARGE, { timeoutMs: 900 }))).toMatchObject({
    ...AMBIGUOUS,
    operationId: 'payAgain',
    sent: 'unknown',
  });
});

it.each<[string, 'POST' | 'GET']>([
  ['ends the call without reading back', 'POST'],
  ['ends reading back', 'GET'],
])('an abort %s', async (_title, during) => {
  const controller = new AbortController();
  const { iamport, server } = await connect(({ method }) => {
    if (method === during) controller.abort();
    return method === 'POST' && during === 'GET' ? 'hang up' : 'hang';
  });
  const { signal } = controller;
  const error = await failure(iamport.subscriptions.payAgain(CHARGE, { signal }));
  expect(error).toMatchObject({ ...AMBIGUOUS, sent: 'unknown' });
  expect(server.calls().map(({ method }) => method)).toEqual(during === 'POST' ? ['POST'] : ['POST', 'GET']);
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

it('never charges an order twice in 100 runs with resets before, after and just after', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = createRandom(seed);
  const desk = openChargeDesk();
  const faults: ChargeFault[] = ['none', 'reset before', 'reset after', 'html before', 'html after', DONE_LATER];
  const { another } = await connect((request) => {
    if (request.method === 'POST') desk.fault = faults[Math.floor(random() * faults.length)]!;
    return desk.answer(request);
  });
  const runs = Array.from({ length: 100 }, async (_value, index) => {
    const merchant_uid = `order-${index}`;
    const iamport = another({ timeoutMs: 6000 });
    const result = await iamport.subscriptions.payAgain({ ...CHARGE, merchant_uid }).catch((error: unknown) => error);
    const paid = desk.attempts.filter((one) => one.merchant_uid === merchant_uid && one.status === 'paid');
    const claim = result instanceof IamportError ? result.kind : (result as Payment).status;
    // On a busy machine the time can be over before anything is sent.
    const isUnsent = result instanceof IamportError && result.kind === 'timeout' && result.sent === 'no';
    expect(['paid', 'ambiguous', ...(isUnsent ? ['timeout'] : [])], `seed ${seed}, order ${index}`).toContain(claim);
    // "paid" and "not sent" are claims that must be true; "ambiguous" claims nothing.
    const isRight = claim === 'paid' ? paid.length === 1 : paid.length <= (isUnsent ? 0 : 1);
    expect({ seed, index, claim, isRight }).toMatchObject({ isRight: true });
  });
  await Promise.all(runs);
});
