import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createIamport, IamportError, type Payment } from '../../src/index.js';
import { createRandom } from './random.js';
import { openProvider, type Provider } from './slow-provider.js';

// A provider of its own, because the sandbox does what it is sent at once. It runs on a simulated clock: it may take up to 30 seconds for what it was sent, and the connection may break before,
// meanwhile or after. Whatever the client claims is compared with what the provider has done in the end.

const SCHEDULES = 500;

beforeEach(async () => {
  // Loaded on real time, as in a process that has run for a while.
  await import('../../src/client/write-outcome.js');
  await import('../../src/client/settle.js');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const connectTo = (provider: Provider): ReturnType<typeof createIamport> =>
  createIamport({
    impKey: 'k',
    impSecret: 's',
    baseUrl: 'https://api.test',
    fetch: provider.fetch,
    validate: { request: 'off', response: 'off' },
  });

const CHARGE = { customer_uid: 'key-1', merchant_uid: 'order-1', amount: 1000, name: '구독' };

/** Lets the simulated time run until the work is settled, and then until the provider has nothing left to do. */
async function settle<Value>(work: Promise<Value>): Promise<Value | IamportError> {
  let result: { readonly value: Value | IamportError } | undefined;
  work.then(
    (value) => (result = { value }),
    (error: unknown) => (result = { value: error as IamportError }),
  );
  while (result === undefined) {
    // Imports are no timers: they get a turn of the real event loop.
    await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersToNextTimerAsync();
  }
  return result.value;
}

interface Claim {
  readonly seed: number;
  readonly claim: string;
  readonly done: number;
}

/** Whether a claim fits what was done: by this call, since the calls before had done `before`. */
function isTrue(result: unknown, before: number, done: number): boolean {
  if (!(result instanceof IamportError)) return done - before === 1 || before === 1;
  if (result.kind === 'ambiguous') return true;
  // Every other error, and `retryable`, claims that this call has done nothing and will not.
  return done - before === 0;
}

it(`says of ${SCHEDULES} random refunds only what is true, and never refunds twice`, async () => {
  const claims: Record<string, number> = {};
  const wrong: Claim[] = [];
  const start = Math.floor(Math.random() * 2 ** 31);
  for (let index = 0; index < SCHEDULES; index += 1) {
    const seed = start + index;
    const random = createRandom(seed);
    const provider = openProvider(random, true);
    const iamport = connectTo(provider);
    const input =
      random() < 0.5
        ? { imp_uid: 'imp_1', full: true as const }
        : { imp_uid: 'imp_1', amount: 300, cancellable: 1000, reason: '변심' };
    for (let call = 0; call < 3; call += 1) {
      const before = provider.refunds;
      const result = await settle<unknown>(iamport.payments.cancel(input));
      const claim = result instanceof IamportError ? result.kind : 'done';
      const atOnce = provider.refunds;
      await vi.advanceTimersByTimeAsync(40_000);
      claims[claim] = (claims[claim] ?? 0) + 1;
      const done = provider.refunds;
      const isPremature = claim === 'done' && atOnce !== 1;
      if (provider.refunds > 1 || isPremature || !isTrue(result, before, done)) wrong.push({ seed, claim, done });
      const isRetryable = result instanceof IamportError && (result.retryable || result.kind === 'ambiguous');
      if (!isRetryable) break;
    }
  }
  expect(wrong).toEqual([]);
  expect(Object.keys(claims).sort()).toEqual(expect.arrayContaining(['ambiguous', 'api', 'done', 'network']));
}, 300_000);

it(`says of ${SCHEDULES} random charges only what is true, and never charges twice`, async () => {
  const claims: Record<string, number> = {};
  const wrong: Claim[] = [];
  const start = Math.floor(Math.random() * 2 ** 31);
  for (let index = 0; index < SCHEDULES; index += 1) {
    const seed = start + index;
    const random = createRandom(seed);
    const provider = openProvider(random, false);
    const iamport = connectTo(provider);
    for (let call = 0; call < 3; call += 1) {
      const before = provider.charges;
      const result = await settle<unknown>(iamport.subscriptions.payAgain(CHARGE));
      const isError = result instanceof IamportError;
      const status = isError ? '' : (result as Payment).status;
      const claim = isError ? result.kind : status;
      const atOnce = provider.charges;
      await vi.advanceTimersByTimeAsync(40_000);
      claims[claim] = (claims[claim] ?? 0) + 1;
      const done = provider.charges;
      const isRight = isError ? isTrue(result, before, done) : status === 'paid' ? atOnce === 1 : done === before;
      if (provider.charges > 1 || !isRight) wrong.push({ seed, claim, done });
      // Later, the error itself leads to what became of it.
      const later = isError && result.kind === 'ambiguous' ? await settle(iamport.settle(result)) : undefined;
      const says = later === undefined || later instanceof IamportError ? 'unknown' : later.outcome;
      if (says === 'done' && done !== 1) wrong.push({ seed, claim: `settle: ${says}`, done });
      if (!isError || !result.retryable) break;
    }
  }
  expect(wrong).toEqual([]);
  // Three refused connections in a row, which give "network", are too rare to be counted on.
  expect(Object.keys(claims)).toEqual(expect.arrayContaining(['ambiguous', 'api', 'failed', 'paid']));
}, 300_000);
