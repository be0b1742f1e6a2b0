import { describe, expect, it } from 'vitest';

import type { CancelInput, IamportError } from '../../src/index.js';
import { success, type Reaction, type SeenRequest } from './api-server.js';
import { createRandom } from './random.js';
import { connect, failure, PAYMENT } from './setting.js';
import { openShop, type CancelFault } from './shop.js';

const shopWith = async (
  amount = 1000,
): Promise<{ shop: ReturnType<typeof openShop> } & Awaited<ReturnType<typeof connect>>> => {
  const shop = openShop();
  shop.add({ imp_uid: 'imp_1', merchant_uid: 'order-1', amount });
  return { shop, ...(await connect((request) => shop.answer(request))) };
};

describe('payments.cancel', () => {
  it('refunds a part, with cancellable as checksum', async () => {
    const { iamport, server } = await shopWith();
    const payment = await iamport.payments.cancel({ imp_uid: 'imp_1', amount: 300, cancellable: 1000, reason: '변심' });
    expect(payment).toMatchObject({ cancel_amount: 300, status: 'paid' });
    const sent = server.calls().find(({ method }) => method === 'POST');
    expect(JSON.parse(sent!.body)).toEqual({ imp_uid: 'imp_1', amount: 300, checksum: 1000, reason: '변심' });
  });

  it('refunds everything left, found by the order', async () => {
    const { iamport, server, shop } = await shopWith();
    shop.add({ imp_uid: 'imp_2', merchant_uid: 'order-1', status: 'failed', amount: 1000 });
    await iamport.payments.cancel({ merchant_uid: 'order-1', full: true });
    const sent = server.calls().find(({ method }) => method === 'POST');
    expect(JSON.parse(sent!.body)).toEqual({ merchant_uid: 'order-1', imp_uid: 'imp_1', checksum: 1000 });
    expect(shop.payments.get('imp_1')).toMatchObject({ status: 'cancelled', cancel_amount: 1000 });
  });

  it('made twice with the same cancellable refunds once', async () => {
    const { iamport, shop } = await shopWith();
    const input = { imp_uid: 'imp_1', amount: 300, cancellable: 1000 };
    await iamport.payments.cancel(input);
    expect(await failure(iamport.payments.cancel(input))).toMatchObject({ kind: 'api', code: 1, retryable: false });
    expect(shop.payments.get('imp_1')).toMatchObject({ cancel_amount: 300 });
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
    const { iamport, server } = await shopWith();
    const input = { imp_uid: 'imp_1', ...extent } as CancelInput;
    expect(await failure(iamport.payments.cancel(input))).toMatchObject({ kind: 'input', sent: 'no' });
    expect(server.requests).toHaveLength(0);
  });
});

describe('an unknown outcome is read back', () => {
  it.each<CancelFault>(['reset after', 'html after', 'hang after'])('%s: the refund is the result', async (fault) => {
    const { iamport, shop, server } = await shopWith();
    shop.fault = fault;
    const call = iamport.payments.cancel(
      { imp_uid: 'imp_1', amount: 300, cancellable: 1000, reason: '변심' },
      { timeoutMs: 1500 },
    );
    await expect(call).resolves.toMatchObject({ cancel_amount: 300 });
    expect(server.calls().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('for the same sub-merchant', async () => {
    const { iamport, shop, server } = await shopWith();
    shop.fault = 'reset after';
    await iamport.payments.cancel({ imp_uid: 'imp_1', full: true }, { tier: 'A1B' });
    expect(server.calls().map(({ method, headers }) => `${method} ${String(headers.tier)}`)).toEqual([
      'GET A1B',
      'POST A1B',
      'GET A1B',
    ]);
  });

  it.each<CancelFault>(['reset before', 'html before', 'hang before'])(
    '%s: not visible proves nothing',
    async (fault) => {
      const { iamport, shop, server } = await shopWith();
      shop.fault = fault;
      const error = await failure(iamport.payments.cancel({ imp_uid: 'imp_1', full: true }, { timeoutMs: 1500 }));
      const lookUp = { operationId: 'getPayment', input: { imp_uid: 'imp_1', include_sandbox: true } };
      expect(error).toMatchObject({ kind: 'ambiguous', retryable: false, attempts: 1, lookUp });
      expect(error.message).toContain('It may still be refunded. Check with call("getPayment", {"imp_uid":"imp_1"');
      expect(await iamport.settle(error)).toEqual({ outcome: 'not_visible' });
      expect(server.calls().filter(({ method }) => method === 'POST')).toHaveLength(1);
    },
  );

  it('a second call after an ambiguous one gives the refund that the first one made late', async () => {
    const { iamport, shop } = await shopWith();
    const input = { imp_uid: 'imp_1', amount: 300, cancellable: 1000, reason: '변심' };
    shop.fault = 'reset before';
    const error = await failure(iamport.payments.cancel(input, { timeoutMs: 900 }));
    shop.commit({ imp_uid: 'imp_1', amount: 300, checksum: 1000, reason: '변심' });
    shop.fault = 'none';
    await expect(iamport.payments.cancel(input)).resolves.toMatchObject({ cancel_amount: 300 });
    expect(await iamport.settle(error)).toMatchObject({ outcome: 'done', value: { cancel_amount: 300 } });
    // The refund is known by now: a third call is refused like any other.
    expect(await failure(iamport.payments.cancel(input))).toMatchObject({ kind: 'api', code: 1 });
    expect(shop.payments.get('imp_1')).toMatchObject({ cancel_amount: 300 });
  });

  it('another refund that changes what is left proves that this one is refused', async () => {
    const { iamport, shop } = await shopWith();
    shop.fault = 'reset before';
    const call = iamport.payments.cancel({ imp_uid: 'imp_1', amount: 300, cancellable: 1000 }, { timeoutMs: 3000 });
    setTimeout(() => shop.commit({ imp_uid: 'imp_1', amount: 200, checksum: 1000 }), 300);
    expect(await failure(call)).toMatchObject({ kind: 'network', retryable: true });
  });

  it.each<[string, (shop: ReturnType<typeof openShop>) => void]>([
    [
      'another amount was refunded meanwhile',
      (shop) => Object.assign(shop.payments.get('imp_1')!, { cancel_amount: 200 }),
    ],
    [
      'somebody else refunded the same amount for another reason',
      (shop) =>
        Object.assign(shop.payments.get('imp_1')!, {
          cancel_amount: 300,
          cancel_history: [{ amount: 300, cancelled_at: 1_700_000_000, reason: '다른 이유' }],
        }),
    ],
    ['the payment cannot be read', (shop) => shop.payments.clear()],
  ])('%s: ambiguous', async (_title, meddle) => {
    const shop = openShop();
    shop.add({ imp_uid: 'imp_1', amount: 1000 });
    const { iamport } = await connect((request) => {
      if (request.method === 'GET') return shop.answer(request);
      meddle(shop);
      return 'hang up';
    });
    const input = { imp_uid: 'imp_1', amount: 300, cancellable: 1000, reason: '변심' };
    const call = iamport.payments.cancel(input, { timeoutMs: 900 });
    expect(await failure(call)).toMatchObject({ kind: 'ambiguous', retryable: false, sent: 'unknown' });
  });

  it('not after an abort: the caller does not wait any more', async () => {
    const { iamport, shop, server } = await shopWith();
    shop.fault = 'hang before';
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const call = iamport.payments.cancel({ imp_uid: 'imp_1', full: true }, { signal: controller.signal });
    expect(await failure(call)).toMatchObject({ kind: 'ambiguous', sent: 'unknown', retryable: false });
    expect(server.calls().map(({ method }) => method)).toEqual(['GET', 'POST']);
  });
});

it(
  'never refunds twice in 200 runs with resets before and after the commit, however often it is called',
  { timeout: 180_000 },
  async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const random = createRandom(seed);
    const shop = openShop();
    const answer = (request: SeenRequest): Reaction => {
      if (request.method === 'POST') {
        const faults: CancelFault[] = ['none', 'reset before', 'reset after', 'html before', 'html after'];
        shop.fault = faults[Math.floor(random() * faults.length)]!;
      }
      return shop.answer(request);
    };
    const { iamport } = await connect(answer, { timeoutMs: 3000 });
    const refund = async (index: number): Promise<void> => {
      const imp_uid = `imp_${index}`;
      const amount = index % 2 === 0 ? 300 : 1000;
      const payment = shop.add({ imp_uid, amount: 1000 });
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
      expect({ seed, index, error, taken: payment.cancel_amount, entries: payment.cancel_history?.length }).toEqual({
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
  let isFine = true;
  const { iamport, server } = await connect(() => (isFine ? success(PAYMENT) : 'hang'));
  // Token and validators are there before the time counts.
  await iamport.call('cancelPayment', { imp_uid: 'imp_1' });
  const before = server.calls().length;
  isFine = false;
  const error = await failure(iamport.call('cancelPayment', { imp_uid: 'imp_1' }, { timeoutMs: 300 }));
  expect(error).toMatchObject({
    kind: 'timeout',
    operationId: 'cancelPayment',
    sent: 'no',
    retryable: true,
    attempts: 0,
  });
  expect(error.message).toContain('cancelPayment was not sent');
  expect(
    server
      .calls()
      .slice(before)
      .map(({ method }) => method),
  ).toEqual(['GET']);
});
