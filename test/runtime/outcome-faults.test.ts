import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createIamport, IamportError, type Payment } from '../../src/index.js';
import { PAYMENT } from './payment.js';
import { createRandom } from './random.js';

// A provider on a simulated clock: it may take up to 30 seconds for what it was sent, and the connection may break before,
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

type Cut = 'none' | 'not connected' | 'lost before' | 'broken at once' | 'broken later' | 'html' | 'busy' | 'refused';

const CUTS: readonly Cut[] = [
  'none',
  'not connected',
  'lost before',
  'broken at once',
  'broken later',
  'html',
  'busy',
  'refused',
];

/** What the provider knows of one order, and how it takes the next write. */
interface Provider {
  readonly payment: Payment;
  charges: number;
  refunds: number;
  readonly fetch: typeof fetch;
}

const json = (status: number, code: number, response: unknown, message: string | null = null): Response =>
  Response.json({ code, message, response }, { status });

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function brokenConnection(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

function openProvider(random: () => number, isPaid: boolean): Provider {
  const provider: Provider = {
    payment: {
      ...PAYMENT,
      imp_uid: 'imp_1',
      merchant_uid: 'order-1',
      amount: 1000,
      cancel_amount: 0,
      cancel_history: [],
      status: isPaid ? 'paid' : 'ready',
    },
    charges: 0,
    refunds: 0,
    fetch: async (input, init) => {
      const url = new URL(String(input));
      const signal = init?.signal;
      const answer = route(url.pathname, String(init?.body ?? ''));
      // Like a real fetch: an abort ends the wait, and not what the provider does.
      return Promise.race([
        answer,
        new Promise<never>((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')), { once: true });
        }),
      ]);
    },
  };
  const read = async (response: () => Response): Promise<Response> => {
    await after(random() * 500);
    const luck = random();
    if (luck < 0.1) throw brokenConnection('ECONNRESET');
    return luck < 0.2 ? new Response('<html>', { status: 502 }) : response();
  };
  const write = async (commit: () => Response): Promise<Response> => {
    const cut = CUTS[Math.floor(random() * CUTS.length)]!;
    const work = random() * 30_000;
    await after(random() * 100);
    if (cut === 'not connected') throw brokenConnection('ECONNREFUSED');
    if (cut === 'lost before') throw brokenConnection('ECONNRESET');
    if (cut === 'refused') return json(200, 1, null, '거절');
    const done = after(work).then(commit);
    if (cut === 'broken at once') throw brokenConnection('UND_ERR_SOCKET');
    if (cut === 'html') return new Response('<html>', { status: random() < 0.5 ? 504 : 502 });
    if (cut === 'busy') return json(429, -1, null, 'busy');
    if (cut === 'broken later') {
      await after(random() * 30_000);
      throw brokenConnection('ECONNRESET');
    }
    return done;
  };
  const route = (path: string, body: string): Promise<Response> => {
    const { payment } = provider;
    if (path === '/users/getToken') {
      const now = Math.floor(Date.now() / 1000);
      return Promise.resolve(json(200, 0, { access_token: 'token-token', now, expired_at: now + 1800 }));
    }
    if (path === '/payments/cancel') return write(() => refund(provider, JSON.parse(body) as Refund));
    if (path === '/subscribe/payments/again') return write(() => charge(provider, random));
    if (path.startsWith('/payments/findAll/')) {
      // What is under way is not listed.
      const list = payment.status === 'ready' ? [] : [{ ...payment }];
      return read(() =>
        list.length === 0 ? json(404, -1, null) : json(200, 0, { total: 1, previous: 0, next: 0, list }),
      );
    }
    return read(() => json(200, 0, { ...payment }));
  };
  return provider;
}

interface Refund {
  readonly amount?: number;
  readonly checksum: number;
  readonly reason?: string;
}

function refund(provider: Provider, { amount, checksum, reason }: Refund): Response {
  const { payment } = provider;
  const left = payment.amount - payment.cancel_amount;
  if (left === 0 || checksum !== left) return json(200, 1, null, '취소 가능 금액이 일치하지 않습니다.');
  const taken = amount ?? left;
  provider.refunds += 1;
  payment.cancel_amount += taken;
  payment.cancel_history = [
    ...(payment.cancel_history ?? []),
    {
      pg_tid: `t${provider.refunds}`,
      amount: taken,
      cancelled_at: Math.floor(Date.now() / 1000),
      reason: reason ?? null,
      receipt_url: null,
    },
  ];
  if (taken === left) payment.status = 'cancelled';
  return json(200, 0, { ...payment });
}

function charge(provider: Provider, random: () => number): Response {
  const { payment } = provider;
  if (payment.status === 'paid') return json(200, 1, null, '이미 결제가 이루어진 merchant_uid입니다.');
  payment.status = random() < 0.2 ? 'failed' : 'paid';
  if (payment.status === 'paid') provider.charges += 1;
  return json(200, 0, { ...payment, cancel_amount: 0 });
}

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
      if (isError && result.kind === 'ambiguous') {
        const settled = await settle(iamport.settle(result));
        const says = settled instanceof IamportError ? 'unknown' : settled.outcome;
        if (says === 'done' && done !== 1) wrong.push({ seed, claim: `settle: ${says}`, done });
        break;
      }
      if (!isError || !result.retryable) break;
    }
  }
  expect(wrong).toEqual([]);
  expect(Object.keys(claims).sort()).toEqual(expect.arrayContaining(['ambiguous', 'api', 'failed', 'network', 'paid']));
}, 300_000);
