import { afterEach, describe, expect, it, vi } from 'vitest';

import { createSandbox } from '../../scripts/sandbox/sandbox.js';
import { createIamport } from '../../src/index.js';
import { FIRST, openSandboxShop, type SandboxShop, type SentRequest } from './sandbox-shop.js';
import { failure } from './setting.js';

const isTokenRequest = ({ url }: SentRequest): boolean => url === '/users/getToken';
const tokenRequests = ({ requests }: SandboxShop): SentRequest[] => requests.filter(isTokenRequest);
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A shop with one payment of 1,004 won. */
async function openShop(...options: Parameters<typeof openSandboxShop>): Promise<SandboxShop> {
  const shop = await openSandboxShop(...options);
  await shop.add({ amount: 1004 });
  return shop;
}

afterEach(() => {
  vi.useRealTimers();
});

/** Sets the clock of this process; waiting stays real. */
function setClock(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(milliseconds);
}

const START = 1_700_000_000_000;

/** Seconds that a token lives. */
const LIFETIME = 1800;

/** An hour of calls in milliseconds: one a second, and ten a second around the time at which a token expires. */
function callTimes(): number[] {
  const seconds = Array.from({ length: 3600 }, (_, second) => second);
  return seconds.flatMap((second) => {
    const left = LIFETIME - (second % LIFETIME);
    const isDense = left <= 70 || left > LIFETIME - 10;
    return Array.from({ length: isDense ? 10 : 1 }, (_, index) => second * 1000 + index * 100);
  });
}

describe('a token', () => {
  it('is asked for once by 50 cold calls', async () => {
    const shop = await openShop();
    shop.intercept = async (request, send) => {
      if (isTokenRequest(request)) await pause(50);
      return send();
    };
    await Promise.all(Array.from({ length: 50 }, () => shop.iamport.payments.get({ imp_uid: FIRST })));
    expect(tokenRequests(shop)).toHaveLength(1);
    expect(shop.calls()).toHaveLength(50);
  });

  it.each([
    ['right', 0],
    ['10 minutes fast', -600],
    ['10 minutes slow', 600],
  ])(
    'is asked for at most 8 times in an hour of steady requests and never used expired: our clock is %s',
    async (_title, skew) => {
      setClock(START);
      const sandbox = createSandbox({ clock: 'real', at: START + skew * 1000 });
      await sandbox.merchant().requestPay({ merchant_uid: 'order-1', amount: 1004 });
      const seen = { tokens: 0, refused: 0 };
      const iamport = createIamport({
        ...sandbox.clientOptions(),
        validate: { response: 'off' },
        fetch: async (input, init) => {
          const response = await sandbox.fetch(input, init);
          seen.tokens += new Request(input, init).url.endsWith('/users/getToken') ? 1 : 0;
          seen.refused += response.status === 401 ? 1 : 0;
          return response;
        },
      });
      for (const time of callTimes()) {
        vi.setSystemTime(START + time);
        await iamport.call('getPayment', { imp_uid: FIRST });
      }
      expect({ ...seen, tokens: seen.tokens > 1 && seen.tokens <= 8 }).toEqual({ refused: 0, tokens: true });
    },
    120_000,
  );

  it('is replaced after it expired unseen', async () => {
    const shop = await openShop();
    await shop.iamport.payments.get({ imp_uid: FIRST });
    await shop.sandbox.clock.advance('2000s');
    await expect(shop.iamport.payments.get({ imp_uid: FIRST })).resolves.toMatchObject({ amount: 1004 });
    expect(tokenRequests(shop)).toHaveLength(2);
  });

  it('that cannot be had fails every waiter and poisons nothing', async () => {
    let isDown = true;
    const shop = await openShop();
    shop.intercept = async (request, send) => {
      if (!isDown || !isTokenRequest(request)) return send();
      await pause(50);
      return send('502-html');
    };
    const errors = await Promise.all(
      Array.from({ length: 20 }, () => failure(shop.iamport.payments.get({ imp_uid: FIRST }))),
    );
    for (const error of errors)
      expect(error).toMatchObject({
        operationId: 'getToken',
        httpStatus: 502,
        kind: 'http',
        sent: 'no',
        retryable: true,
      });
    // One for all of them, tried again twice.
    expect(shop.requests).toHaveLength(3);
    isDown = false;
    await expect(shop.iamport.payments.get({ imp_uid: FIRST })).resolves.toMatchObject({ amount: 1004 });
  });

  it('is refreshed at most once per 5 seconds', async () => {
    const times: number[] = [];
    const shop = await openShop({ retries: 0 });
    shop.intercept = (request, send) => {
      if (isTokenRequest(request)) times.push(performance.now());
      return send(isTokenRequest(request) ? '502-html' : undefined);
    };
    const until = performance.now() + 6500;
    while (performance.now() < until) {
      await failure(shop.iamport.payments.get({ imp_uid: FIRST }, { timeoutMs: 200 }));
    }
    // The first one, one refresh at once, and one 5 seconds later.
    expect(times).toHaveLength(3);
    expect(times[2]! - times[1]!).toBeGreaterThan(4900);
  });

  it('in its last seconds still serves while the refresh before has only just failed', async () => {
    setClock(START);
    const shop = await openShop({ retries: 0 }, { clock: 'real' });
    await shop.iamport.payments.get({ imp_uid: FIRST });
    shop.sandbox.faults.next({ operation: 'getToken', kind: '502-html', times: 9 });
    vi.setSystemTime(START + 1_760_000);
    await failure(shop.iamport.payments.get({ imp_uid: FIRST }));
    await shop.iamport.payments.get({ imp_uid: FIRST });
    expect(tokenRequests(shop)).toHaveLength(2);
  });
});

describe('a refused token', () => {
  it('is replaced once for all calls under way, and the calls are made again, writes too', async () => {
    const shop = await openShop();
    await shop.iamport.payments.get({ imp_uid: FIRST });
    await shop.sandbox.clock.advance('31m');
    const write = (_value: unknown, index: number): Promise<unknown> =>
      shop.iamport.payments.prepare({ merchant_uid: `prepared-${index}`, amount: 1004 });
    await Promise.all(Array.from({ length: 25 }, write));
    expect(tokenRequests(shop)).toHaveLength(2);
    expect(shop.calls()).toHaveLength(51);
  });

  it('is replaced for the raw client too, which sends its body again', async () => {
    const shop = await openShop();
    await shop.iamport.payments.get({ imp_uid: FIRST });
    await shop.sandbox.clock.advance('31m');
    const body = { imp_uid: FIRST, amount: 4 };
    const { data } = await shop.iamport.raw.POST('/payments/cancel', { body });
    expect(data).toMatchObject({ code: 0, response: { cancel_amount: 4 } });
    const requests = shop.sandbox.journal.entries('request').map(({ data: one }) => [one.operation, one.status]);
    expect(requests.filter(([id]) => id !== 'getToken')).toEqual([
      ['getPayment', 200],
      ['cancelPayment', 401],
      ['cancelPayment', 200],
    ]);
  });

  it('is replaced no more than once per call', async () => {
    const shop = await openShop();
    shop.sandbox.faults.next({ operation: 'getPayment', kind: '401', times: 9 });
    expect(await failure(shop.iamport.payments.get({ imp_uid: FIRST }))).toMatchObject({
      kind: 'auth',
      httpStatus: 401,
      attempts: 2,
      sent: 'yes',
    });
    expect(tokenRequests(shop)).toHaveLength(2);
  });
});

it('a call that is aborted or out of time while it waits for a token ends at once', async () => {
  const { iamport, sandbox, calls } = await openShop();
  sandbox.faults.next({ operation: 'getToken', kind: 'hang', times: 9 });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  expect(await failure(iamport.payments.get({ imp_uid: FIRST }, { signal: controller.signal }))).toMatchObject({
    kind: 'aborted',
    sent: 'no',
  });
  expect(await failure(iamport.payments.get({ imp_uid: FIRST }, { timeoutMs: 50 }))).toMatchObject({
    kind: 'timeout',
    sent: 'no',
    retryable: true,
  });
  expect(calls()).toHaveLength(0);
});
