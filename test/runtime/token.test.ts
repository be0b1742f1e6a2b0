import { afterEach, describe, expect, it, vi } from 'vitest';

import { success, type Reaction, type SeenRequest } from './api-server.js';
import { createAuthority, DOWN, UNAUTHORIZED } from './authority.js';
import { connectTo, failure, isTokenRequest, PAYMENT } from './setting.js';

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
    const { iamport, server } = await connectTo((request) =>
      isTokenRequest(request) ? { ...createAuthority().grant(), headersAfter: 50 } : success(PAYMENT),
    );
    await Promise.all(Array.from({ length: 50 }, () => iamport.payments.get({ imp_uid: 'imp_1' })));
    expect(server.requests.filter(isTokenRequest)).toHaveLength(1);
    expect(server.calls()).toHaveLength(50);
  });

  it.each([
    ['right', 0],
    ['10 minutes fast', -600],
    ['10 minutes slow', 600],
  ])(
    'is asked for at most 8 times in an hour of steady requests and never used expired: our clock is %s',
    async (_title, skew) => {
      setClock(START);
      const authority = createAuthority(skew);
      let tokens = 0;
      let refused = 0;
      const iamport = (
        await connectTo(() => 'hang', {
          fetch: (input, init) => {
            const request = new Request(input, init);
            const seen = { url: new URL(request.url).pathname, headers: Object.fromEntries(request.headers) };
            const isToken = seen.url === '/users/getToken';
            tokens += isToken ? 1 : 0;
            const isFine = isToken || authority.accepts({ ...seen, method: '', body: '' });
            refused += isFine ? 0 : 1;
            const answer = isToken ? authority.grant() : isFine ? success(PAYMENT) : UNAUTHORIZED;
            return Promise.resolve(Response.json(answer.body, { status: answer.status ?? 200 }));
          },
          validate: { response: 'off' },
        })
      ).iamport;
      for (const time of callTimes()) {
        vi.setSystemTime(START + time);
        await iamport.call('getPayment', { imp_uid: 'imp_1' });
      }
      expect({ refused, isFew: tokens <= 8 }).toEqual({ refused: 0, isFew: true });
    },
    120_000,
  );

  it('is replaced after the clock was set back ten minutes and it expired unseen', async () => {
    setClock(START);
    const authority = createAuthority();
    let ahead = 0;
    const { iamport, server } = await connectTo((request) => {
      vi.setSystemTime(Date.now() + ahead);
      const answer = isTokenRequest(request)
        ? authority.grant()
        : authority.accepts(request)
          ? success(PAYMENT)
          : UNAUTHORIZED;
      vi.setSystemTime(Date.now() - ahead);
      return answer;
    });
    await iamport.payments.get({ imp_uid: 'imp_1' });
    ahead = 2000 * 1000;
    await expect(iamport.payments.get({ imp_uid: 'imp_1' })).resolves.toMatchObject({ amount: 1004 });
    expect(server.requests.filter(isTokenRequest)).toHaveLength(2);
  });

  it('that cannot be had fails every waiter and poisons nothing', async () => {
    let isDown = true;
    const authority = createAuthority();
    const { iamport, server } = await connectTo((request) => {
      if (!isTokenRequest(request)) return success(PAYMENT);
      return isDown ? { ...DOWN, headersAfter: 50 } : authority.grant();
    });
    const errors = await Promise.all(
      Array.from({ length: 20 }, () => failure(iamport.payments.get({ imp_uid: 'imp_1' }))),
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
    expect(server.requests).toHaveLength(3);
    isDown = false;
    await expect(iamport.payments.get({ imp_uid: 'imp_1' })).resolves.toMatchObject({ amount: 1004 });
  });

  it('is refreshed at most once per 5 seconds', async () => {
    const times: number[] = [];
    const answer = (request: SeenRequest): Reaction => {
      if (isTokenRequest(request)) times.push(performance.now());
      return isTokenRequest(request) ? DOWN : success(PAYMENT);
    };
    const { iamport } = await connectTo(answer, { retries: 0 });
    const until = performance.now() + 6500;
    while (performance.now() < until) {
      await failure(iamport.payments.get({ imp_uid: 'imp_1' }, { timeoutMs: 200 }));
    }
    // The first one, one refresh at once, and one 5 seconds later.
    expect(times).toHaveLength(3);
    expect(times[2]! - times[1]!).toBeGreaterThan(4900);
  });

  it('in its last seconds still serves while the refresh before has only just failed', async () => {
    setClock(START);
    const authority = createAuthority();
    let isDown = false;
    const { iamport, server } = await connectTo(
      (request) => {
        if (!isTokenRequest(request)) return authority.accepts(request) ? success(PAYMENT) : UNAUTHORIZED;
        return isDown ? DOWN : authority.grant();
      },
      { retries: 0 },
    );
    await iamport.payments.get({ imp_uid: 'imp_1' });
    isDown = true;
    vi.setSystemTime(START + 1_760_000);
    await failure(iamport.payments.get({ imp_uid: 'imp_1' }));
    await iamport.payments.get({ imp_uid: 'imp_1' });
    expect(server.requests.filter(isTokenRequest)).toHaveLength(2);
  });
});

describe('a refused token', () => {
  it('is replaced once for all calls under way, and the calls are made again, writes too', async () => {
    const authority = createAuthority();
    const { iamport, server } = await connectTo((request) => {
      if (isTokenRequest(request)) return authority.grant();
      return authority.accepts(request) ? success(PAYMENT) : { ...UNAUTHORIZED, headersAfter: 30 };
    });
    await iamport.payments.get({ imp_uid: 'imp_1' });
    authority.revoke();
    const write = (): Promise<unknown> => iamport.payments.prepare({ merchant_uid: 'order-1', amount: 1004 });
    await Promise.all(Array.from({ length: 25 }, write));
    expect(server.requests.filter(isTokenRequest)).toHaveLength(2);
    expect(server.calls()).toHaveLength(51);
  });

  it('is replaced for the raw client too, which sends its body again', async () => {
    const authority = createAuthority();
    const { iamport, server } = await connectTo((request) => {
      if (isTokenRequest(request)) return authority.grant();
      return authority.accepts(request) ? success(PAYMENT) : UNAUTHORIZED;
    });
    await iamport.payments.get({ imp_uid: 'imp_1' });
    authority.revoke();
    const body = { imp_uid: 'imp_1', amount: 4 };
    const { data } = await iamport.raw.POST('/payments/cancel', { body });
    expect(data).toMatchObject({ code: 0 });
    expect(server.calls().map((call) => call.body)).toEqual(['', JSON.stringify(body), JSON.stringify(body)]);
  });

  it('is replaced no more than once per call', async () => {
    const authority = createAuthority();
    const { iamport, server } = await connectTo((request) =>
      isTokenRequest(request) ? authority.grant() : UNAUTHORIZED,
    );
    expect(await failure(iamport.payments.get({ imp_uid: 'imp_1' }))).toMatchObject({
      kind: 'auth',
      httpStatus: 401,
      attempts: 2,
      sent: 'yes',
    });
    expect(server.requests.filter(isTokenRequest)).toHaveLength(2);
  });
});

it('a call that is aborted or out of time while it waits for a token ends at once', async () => {
  const { iamport, server } = await connectTo((request) => (isTokenRequest(request) ? 'hang' : success(PAYMENT)));
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  expect(await failure(iamport.payments.get({ imp_uid: 'imp_1' }, { signal: controller.signal }))).toMatchObject({
    kind: 'aborted',
    sent: 'no',
  });
  expect(await failure(iamport.payments.get({ imp_uid: 'imp_1' }, { timeoutMs: 50 }))).toMatchObject({
    kind: 'timeout',
    sent: 'no',
    retryable: true,
  });
  expect(server.calls()).toHaveLength(0);
});
