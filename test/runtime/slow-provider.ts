import type { Payment } from '../../src/index.js';
import { PAYMENT } from './payment.js';

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
export interface Provider {
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

/**
 * Opens a provider with one order. What it is sent takes it up to 30 seconds, and the connection may break before, meanwhile
 * or after.
 */
export function openProvider(random: () => number, isPaid: boolean): Provider {
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
      const url = new URL(typeof input === 'string' ? input : '');
      const signal = init?.signal;
      const answer = route(url.pathname, typeof init?.body === 'string' ? init.body : '');
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
