import { expect, it } from 'vitest';

import type { FaultKind } from '../../scripts/sandbox/sandbox.js';
import { IamportError, type CallOptions, type Iamport, type Payment } from '../../src/index.js';
import { createRandom } from './random.js';
import { openSandboxShop, type Intercept, type SandboxShop, type SentRequest } from './sandbox-shop.js';
import { failure } from './setting.js';

const CHARGE = { customer_uid: 'card_a1b2c3', merchant_uid: 'sub-2023-11', amount: 5900, name: '월간 구독' };
const CARD = { merchant_uid: 'sub-2023-11', amount: 5900, card_number: '4242-4242-4242-4242', expiry: '2030-12' };
const ISSUE = { card_number: CARD.card_number, expiry: CARD.expiry };

interface More {
  readonly amount?: number;
  readonly currency?: string;
}

const methods: [string, (iamport: Iamport, options?: CallOptions, more?: More) => Promise<Payment>][] = [
  ['payAgain', (iamport, options, more) => iamport.subscriptions.payAgain({ ...CHARGE, ...more }, options)],
  ['payOnetime', (iamport, options, more) => iamport.subscriptions.payOnetime({ ...CARD, ...more }, options)],
];

/** A shop whose customer has a billing key. */
async function openShop(...options: Parameters<typeof openSandboxShop>): Promise<SandboxShop> {
  const shop = await openSandboxShop(...options);
  await shop.iamport.billingKeys.issue({ customer_uid: CHARGE.customer_uid, ...ISSUE });
  shop.requests.length = 0;
  return shop;
}

const isCharge = ({ url }: SentRequest): boolean => url.startsWith('/subscribe/payments/');
const broken = (): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) });

/** What happens to a charge: a fault of the sandbox, or a broken connection and the charge half a second later. */
type ChargeFault = FaultKind | 'none' | 'reset, done 0.5 s later';

const sendWith = (fault: ChargeFault, send: Parameters<Intercept>[1]): Promise<Response> => {
  if (fault !== 'reset, done 0.5 s later') return send(fault === 'none' ? undefined : fault);
  setTimeout(() => void send().catch(() => null), 500);
  return Promise.reject(broken());
};

/** An attempt that the order had before, or gets right after the charge. */
type Attempt =
  | 'failed'
  | 'paid'
  | 'another amount'
  | 'in yen'
  | 'refunded in part'
  | 'with another key'
  | 'in a window'
  | 'in two windows'
  | 'an open window'
  | 'refunded';

async function attempt(shop: SandboxShop, pay: (more?: More) => Promise<Payment>, kind: Attempt): Promise<void> {
  const { merchant } = shop;
  const window = () => merchant.requestPay({ merchant_uid: CHARGE.merchant_uid, amount: CHARGE.amount, name: '창' });
  switch (kind) {
    case 'failed':
      await merchant.command('gateway.decline', {});
      await pay();
      return;
    case 'paid':
      await pay();
      return;
    case 'another amount':
      await pay({ amount: 100 });
      return;
    case 'in yen':
      await pay({ currency: 'JPY' });
      return;
    case 'refunded in part':
      await merchant.command('console.cancel', { imp_uid: (await pay()).imp_uid, amount: 100 });
      return;
    case 'with another key': {
      const iamport = shop.another({ fetch });
      await iamport.billingKeys.issue({ customer_uid: 'another-key', ...ISSUE });
      await iamport.subscriptions.payAgain({ ...CHARGE, customer_uid: 'another-key' });
      return;
    }
    case 'in a window':
    case 'in two windows': {
      const windows = [await window(), ...(kind === 'in two windows' ? [await window()] : [])];
      for (const one of windows) if (one.outcome === 'opened') await one.approve();
      return;
    }
    case 'an open window':
      await window();
      return;
    case 'refunded':
      await merchant.command('console.cancel', { imp_uid: merchant.payments().at(-1)!.imp_uid });
  }
}

const DONE_LATER: ChargeFault = 'reset, done 0.5 s later';
const AMBIGUOUS = { kind: 'ambiguous', retryable: false, attempts: 1 };
/** The newest attempt, paid. */
const PAID = 'paid';

const outcomes: [ChargeFault, Attempt[], object | typeof PAID, ('declined' | Attempt)?][] = [
  ['none', [], PAID],
  ['none', [], { status: 'failed' }, 'declined'],
  ['reset-after-commit', ['failed'], PAID],
  ['502-after-commit', [], PAID],
  ['truncated', [], PAID],
  ['hang-after-commit', ['failed'], PAID],
  [DONE_LATER, ['failed'], PAID],
  // Not finding it proves nothing: the server may be at work still.
  ['reset-before', [], { ...AMBIGUOUS, sent: 'unknown' }],
  ['502-html', ['failed'], { ...AMBIGUOUS, sent: 'yes' }],
  ['hang', ['failed', 'failed'], { ...AMBIGUOUS, sent: 'unknown' }],
  // It failed behind a broken connection, or before.
  ['reset-after-commit', [], AMBIGUOUS, 'declined'],
  ['reset-before', [], { ...AMBIGUOUS, sent: 'unknown' }, 'an open window'],
  ['reset-after-commit', [], AMBIGUOUS, 'refunded'],
  ['reset-before', ['another amount'], AMBIGUOUS],
  ['reset-before', ['in yen'], AMBIGUOUS],
  ['reset-before', ['refunded in part'], AMBIGUOUS],
  ['reset-before', ['with another key'], AMBIGUOUS],
  ['reset-before', ['in two windows'], AMBIGUOUS],
  // Payments of windows name no billing key.
  ['reset-before', ['in a window'], PAID],
  // Refused, so there is nothing to look for.
  ['none', ['paid'], { kind: 'api', code: 1, sent: 'yes', retryable: false }],
];

it.each(methods)('subscriptions.%s reads back what became of it and sends once', async (name, method) => {
  // Validators are there before the time counts.
  await method((await openShop()).iamport);
  const run = async ([fault, before, want, then]: (typeof outcomes)[number]): Promise<void> => {
    const shop = await openShop();
    const other = shop.another({ fetch });
    const pay = (more?: More): Promise<Payment> => method(other, {}, more);
    for (const kind of before) await attempt(shop, pay, kind);
    if (then === 'declined') await shop.merchant.command('gateway.decline', {});
    shop.intercept = async (request, send) => {
      if (!isCharge(request)) return send();
      try {
        return await sendWith(fault, send);
      } finally {
        if (then !== undefined && then !== 'declined') await attempt(shop, pay, then);
      }
    };
    // Where nothing is found, the call takes all its time.
    const timeoutMs = want === PAID || before.includes('with another key') ? 6000 : 2000;
    const got: unknown = await method(shop.iamport, { timeoutMs }).catch((error: unknown) => error);
    // A card given in place has no billing key, so that any fits.
    const isPaid = want === PAID || (name === 'payOnetime' && before.includes('with another key'));
    const newest = { imp_uid: shop.merchant.payments().at(-1)?.imp_uid, status: 'paid', amount: 5900 };
    expect(got, `${fault}, ${before.join()} before, then ${then ?? 'nothing'}`).toMatchObject(isPaid ? newest : want);
    expect(shop.calls().filter(isCharge)).toHaveLength(1);
    if (fault === 'none') expect(shop.calls()).toHaveLength(1);
  };
  // A few at a time: 6 seconds must be enough for reading back, on a busy machine too.
  for (let first = 0; first < outcomes.length; first += 7) await Promise.all(outcomes.slice(first, first + 7).map(run));
});

it('an ambiguous charge says where to look, and settle finds it later', async () => {
  const { iamport, sandbox, another } = await openShop();
  sandbox.faults.next({ operation: 'payAgain', kind: 'reset-before' });
  const error = await failure(iamport.subscriptions.payAgain(CHARGE, { timeoutMs: 900 }));
  const input = { merchant_uid: CHARGE.merchant_uid, limit: 100, sorting: '-started' };
  expect(error).toMatchObject({ ...AMBIGUOUS, lookUp: { operationId: 'findAllPayments', input } });
  expect(error.message).toMatch(
    /^payAgain: the connection broke before a response arrived, and the write did not become visible within \d\.\d s\. It may still be charged\. Check with call\("findAllPayments", .*\) or settle\(error\) before trying again\.$/,
  );
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ lookUp: { input } });
  expect(await iamport.settle(error)).toEqual({ outcome: 'not_visible' });
  await another().subscriptions.payAgain(CHARGE);
  expect(await iamport.settle(error)).toMatchObject({ outcome: 'done', value: { status: 'paid', amount: 5900 } });
  expect(await failure(iamport.settle(new Error('another')))).toMatchObject({ kind: 'input' });
});

it('that cannot be read back is ambiguous', async () => {
  const { iamport, sandbox } = await openShop();
  sandbox.faults.next({ operation: 'payAgain', kind: 'reset-before' });
  sandbox.faults.next({ operation: 'findAllPayments', kind: '502-html', times: 99 });
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
  const shop = await openShop();
  shop.intercept = ({ method }, send) => {
    if (method === during) setTimeout(() => controller.abort(), 20);
    return send(method === 'POST' && during === 'GET' ? 'reset-before' : 'hang');
  };
  const { signal } = controller;
  const error = await failure(shop.iamport.subscriptions.payAgain(CHARGE, { signal }));
  expect(error).toMatchObject({ ...AMBIGUOUS, sent: 'unknown' });
  expect(shop.calls().map(({ method }) => method)).toEqual(during === 'POST' ? ['POST'] : ['POST', 'GET']);
});

it('reads back for the same sub-merchant', async () => {
  const { iamport, sandbox, requests, calls } = await openShop();
  await iamport.billingKeys.issue({ customer_uid: CHARGE.customer_uid, ...ISSUE, tier: 'A1B' });
  requests.length = 0;
  sandbox.faults.next({ operation: 'payAgain', kind: 'reset-after-commit' });
  await iamport.subscriptions.payAgain({ ...CHARGE, tier: 'A1B' });
  expect(calls().map(({ method, headers }) => `${method} ${String(headers.tier)}`)).toEqual(['POST A1B', 'GET A1B']);
});

it('never charges an order twice in 100 runs with resets before, after and just after', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = createRandom(seed);
  const shop = await openShop();
  const faults: ChargeFault[] = [
    'none',
    'reset-before',
    'reset-after-commit',
    '502-html',
    '502-after-commit',
    DONE_LATER,
  ];
  shop.intercept = (request, send) =>
    isCharge(request) ? sendWith(faults[Math.floor(random() * faults.length)]!, send) : send();
  const runs = Array.from({ length: 100 }, async (_value, index) => {
    const merchant_uid = `order-${index}`;
    const iamport = shop.another({ timeoutMs: 6000 });
    const result = await iamport.subscriptions.payAgain({ ...CHARGE, merchant_uid }).catch((error: unknown) => error);
    const paid = shop.merchant.payments().filter((one) => one.merchant_uid === merchant_uid && one.status === 'paid');
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
