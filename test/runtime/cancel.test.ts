import { describe, expect, it } from 'vitest';

import type { FaultKind } from '../../scripts/sandbox/sandbox.js';
import type { CancelInput, IamportError } from '../../src/index.js';
import { success } from './api-server.js';
import { createRandom } from './random.js';
import { FIRST, openSandboxShop, type SandboxShop, type SentRequest } from './sandbox-shop.js';
import { connect, failure, PAYMENT } from './setting.js';

/** A shop with one paid order of 1,000 won. */
const openShop = async (): Promise<SandboxShop> => {
  const shop = await openSandboxShop();
  await shop.add({ merchant_uid: 'order-1', amount: 1000 });
  return shop;
};

const isCancel = ({ url }: SentRequest): boolean => url === '/payments/cancel';
const cancels = (shop: SandboxShop) => shop.calls().filter(isCancel);

describe('payments.cancel', () => {
  it('refunds a part, with cancellable as checksum', async () => {
    const shop = await openShop();
    const input = { imp_uid: FIRST, amount: 300, cancellable: 1000, reason: '변심' };
    expect(await shop.iamport.payments.cancel(input)).toMatchObject({ cancel_amount: 300, status: 'paid' });
    expect(JSON.parse(cancels(shop)[0]!.body)).toEqual({ imp_uid: FIRST, amount: 300, checksum: 1000, reason: '변심' });
  });

  it('refunds everything left, found by the order', async () => {
    const shop = await openSandboxShop();
    const order = { merchant_uid: 'order-1', amount: 1000 };
    const failed = await shop.add({ ...order, status: 'failed' });
    const paid = await shop.add(order);
    await shop.iamport.payments.cancel({ merchant_uid: 'order-1', full: true });
    expect(JSON.parse(cancels(shop)[0]!.body)).toEqual({ merchant_uid: 'order-1', imp_uid: paid, checksum: 1000 });
    expect(shop.merchant.payment(failed)).toMatchObject({ status: 'failed', cancel_amount: 0 });
    expect(shop.merchant.payment(paid)).toMatchObject({ status: 'cancelled', cancel_amount: 1000 });
  });

  it('made twice with the same cancellable refunds once', async () => {
    const { iamport, merchant } = await openShop();
    const input = { imp_uid: FIRST, amount: 300, cancellable: 1000 };
    await iamport.payments.cancel(input);
    expect(await failure(iamport.payments.cancel(input))).toMatchObject({ kind: 'api', code: 1, retryable: false });
    expect(merchant.payment(FIRST)).toMatchObject({ cancel_amount: 300 });
  });

  it.each<[string, object]>([
    ['an amount of 0', { amount: 0, cancellable: 1000 }],
    ['a negative amount', { amount: -1, cancellable: 1000 }],
    ['an amount that is none', { amount: Number.NaN, cancellable: 1000 }],
    ['an amount in quotes', { amount: '300', cancellable: 1000 }],
    ['neither amount nor full', {}],
    ['both', { full: true, amount: 300, cancellable: 1000 }],
    ['full: false', { full: false }],
    ['no cancellable', { amount: 300 }],
    ['a cancellable of 0', { amount: 300, cancellable: 0 }],
  ])('refuses %s before anything is sent', async (_title, extent) => {
    const { iamport, requests } = await openShop();
    const input = { imp_uid: FIRST, ...extent } as CancelInput;
    expect(await failure(iamport.payments.cancel(input))).toMatchObject({ kind: 'input', sent: 'no' });
    expect(requests).toHaveLength(0);
  });
});

describe('an unknown outcome is read back', () => {
  const AFTER = ['reset-after-commit', '502-after-commit', 'hang-after-commit', 'truncated'] as const;
  it.each(AFTER)('%s: the refund is the result', async (kind) => {
    const shop = await openShop();
    shop.sandbox.faults.next({ operation: 'cancelPayment', kind });
    const call = shop.iamport.payments.cancel(
      { imp_uid: FIRST, amount: 300, cancellable: 1000, reason: '변심' },
      { timeoutMs: 1500 },
    );
    await expect(call).resolves.toMatchObject({ cancel_amount: 300 });
    expect(cancels(shop)).toHaveLength(1);
  });

  it('for the same sub-merchant', async () => {
    const shop = await openSandboxShop();
    const tier = shop.sandbox.merchant('imp_sandbox_1/A1B');
    const window = await tier.requestPay({ merchant_uid: 'order-1', amount: 1000 });
    if (window.outcome === 'opened') await window.approve();
    shop.sandbox.faults.next({ operation: 'cancelPayment', kind: 'reset-after-commit' });
    await shop.iamport.payments.cancel({ imp_uid: FIRST, full: true }, { tier: 'A1B' });
    expect(tier.payment(FIRST)).toMatchObject({ status: 'cancelled' });
    expect(shop.calls().map(({ method, headers }) => `${method} ${String(headers.tier)}`)).toEqual([
      'GET A1B',
      'POST A1B',
      'GET A1B',
    ]);
  });

  it.each(['reset-before', '502-html', 'hang'] as const)('%s: not visible proves nothing', async (kind) => {
    const shop = await openShop();
    const { iamport } = shop;
    shop.sandbox.faults.next({ operation: 'cancelPayment', kind });
    const error = await failure(iamport.payments.cancel({ imp_uid: FIRST, full: true }, { timeoutMs: 1500 }));
    const lookUp = { operationId: 'getPayment', input: { imp_uid: FIRST, include_sandbox: true } };
    expect(error).toMatchObject({ kind: 'ambiguous', retryable: false, attempts: 1, lookUp });
    expect(error.message).toContain(`It may still be refunded. Check with call("getPayment", {"imp_uid":"${FIRST}"`);
    expect(await iamport.settle(error)).toEqual({ outcome: 'not_visible' });
    expect(cancels(shop)).toHaveLength(1);
  });

  it('a second call after an ambiguous one gives the refund that the first one made late', async () => {
    const { iamport, merchant, sandbox } = await openShop();
    const input = { imp_uid: FIRST, amount: 300, cancellable: 1000, reason: '변심' };
    sandbox.faults.next({ operation: 'cancelPayment', kind: 'reset-before' });
    const error = await failure(iamport.payments.cancel(input, { timeoutMs: 900 }));
    await merchant.command('console.cancel', { imp_uid: FIRST, amount: 300, reason: '변심' });
    await expect(iamport.payments.cancel(input)).resolves.toMatchObject({ cancel_amount: 300 });
    expect(await iamport.settle(error)).toMatchObject({ outcome: 'done', value: { cancel_amount: 300 } });
    // The refund is known by now: a third call is refused like any other.
    expect(await failure(iamport.payments.cancel(input))).toMatchObject({ kind: 'api', code: 1 });
    expect(merchant.payment(FIRST)).toMatchObject({ cancel_amount: 300 });
  });

  it('another refund that changes what is left proves that this one is refused', async () => {
    const { iamport, merchant, sandbox } = await openShop();
    sandbox.faults.next({ operation: 'cancelPayment', kind: 'reset-before' });
    const call = iamport.payments.cancel({ imp_uid: FIRST, amount: 300, cancellable: 1000 }, { timeoutMs: 3000 });
    setTimeout(() => void merchant.command('console.cancel', { imp_uid: FIRST, amount: 200 }), 300);
    expect(await failure(call)).toMatchObject({ kind: 'network', retryable: true });
  });

  it.each<[string, (shop: SandboxShop) => unknown]>([
    [
      'the same amount was refunded for another reason',
      ({ merchant }) => merchant.command('console.cancel', { imp_uid: FIRST, amount: 300, reason: '다른 이유' }),
    ],
    ['the payment cannot be read', ({ sandbox }) => sandbox.reset()],
  ])('%s: ambiguous', async (_title, meddle) => {
    const shop = await openShop();
    shop.intercept = async (request, send) => {
      if (!isCancel(request)) return send();
      try {
        return await send('reset-before');
      } finally {
        await meddle(shop);
      }
    };
    const input = { imp_uid: FIRST, amount: 300, cancellable: 1000, reason: '변심' };
    const call = shop.iamport.payments.cancel(input, { timeoutMs: 900 });
    expect(await failure(call)).toMatchObject({ kind: 'ambiguous', retryable: false, sent: 'unknown' });
  });

  // A server that contradicts itself: the sandbox never does.
  it('more is refunded than the history says: ambiguous', async () => {
    const payment = { ...PAYMENT, imp_uid: 'imp_1', amount: 1000, cancel_amount: 0, cancel_history: [] };
    const { iamport } = await connect(({ method }) => {
      if (method === 'GET') return success(payment);
      payment.cancel_amount = 200;
      return 'hang up';
    });
    const call = iamport.payments.cancel({ imp_uid: 'imp_1', amount: 300, cancellable: 1000 }, { timeoutMs: 900 });
    expect(await failure(call)).toMatchObject({ kind: 'ambiguous', retryable: false, sent: 'unknown' });
  });

  it('not after an abort: the caller does not wait any more', async () => {
    const { iamport, sandbox, calls } = await openShop();
    sandbox.faults.next({ operation: 'cancelPayment', kind: 'hang' });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const call = iamport.payments.cancel({ imp_uid: FIRST, full: true }, { signal: controller.signal });
    expect(await failure(call)).toMatchObject({ kind: 'ambiguous', sent: 'unknown', retryable: false });
    expect(calls().map(({ method }) => method)).toEqual(['GET', 'POST']);
  });
});

it(
  'never refunds twice in 200 runs with resets before and after the commit, however often it is called',
  { timeout: 180_000 },
  async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const random = createRandom(seed);
    const shop = await openSandboxShop({ timeoutMs: 3000 });
    const { iamport } = shop;
    const faults: (FaultKind | undefined)[] = [
      undefined,
      'reset-before',
      'reset-after-commit',
      '502-html',
      '502-after-commit',
    ];
    shop.intercept = (request, send) =>
      send(isCancel(request) ? faults[Math.floor(random() * faults.length)] : undefined);
    const refund = async (index: number): Promise<void> => {
      const amount = index % 2 === 0 ? 300 : 1000;
      const imp_uid = await shop.add({ merchant_uid: `order-${index}`, amount: 1000 });
      const input = index % 3 === 0 ? { imp_uid, full: true as const } : { imp_uid, amount, cancellable: 1000 };
      const wanted = index % 3 === 0 ? 1000 : amount;
      let error: IamportError | undefined;
      // Four of five requests fail, which empties the retry budget: most tries then end without a look.
      for (let tries = 0; tries < 300; tries += 1) {
        error = await iamport.payments.cancel(input).then(
          () => undefined,
          (reason: unknown) => reason as IamportError,
        );
        // The checksum makes it safe to call again, also where the error cannot promise it.
        if (error === undefined) break;
      }
      const payment = shop.merchant.payment(imp_uid);
      expect({ seed, index, error, taken: payment?.cancel_amount, entries: payment?.cancel_history?.length }).toEqual({
        seed,
        index,
        error: undefined,
        taken: wanted,
        entries: 1,
      });
    };
    // Twenty at a time: 3 seconds must be enough for reading back, on a busy machine too.
    for (let first = 0; first < 200; first += 20)
      await Promise.all(Array.from({ length: 20 }, (_value, index) => refund(first + index)));
  },
);

it('says that a refund was not sent when the look before it took all the time', async () => {
  const { iamport, sandbox, calls } = await openShop();
  // Token and validators are there before the time counts.
  await iamport.call('cancelPayment', { imp_uid: FIRST });
  const before = calls().length;
  sandbox.faults.next({ operation: 'getPayment', kind: 'hang' });
  const error = await failure(iamport.call('cancelPayment', { imp_uid: FIRST }, { timeoutMs: 300 }));
  expect(error).toMatchObject({
    kind: 'timeout',
    operationId: 'cancelPayment',
    sent: 'no',
    retryable: true,
    attempts: 0,
  });
  expect(error.message).toContain('cancelPayment was not sent');
  expect(
    calls()
      .slice(before)
      .map(({ method }) => method),
  ).toEqual(['GET']);
});
