import assert from 'node:assert/strict';

import { success, type Reaction, type SeenRequest } from '../../runtime/api-server.js';
import { createAuthority, DOWN, UNAUTHORIZED } from './authority.js';
import { PAYMENT } from '../../runtime/payment.js';
import { stopClock } from './clock.js';
import { failure, isTokenRequest, withServerAndTokens } from './service.js';

const START = 1_700_000_000_000;

/** Tokens: few, shared, never expired, replaced when refused. The hour is played with that many requests per second. */
export async function checkTokens(perSecond: number): Promise<void> {
  await checkColdStart();
  await checkOutage();
  await checkRevocation();
  await checkHour(0, perSecond);
  for (const skew of [-600, 600]) await checkHour(skew, 1);
}

type Authority = ReturnType<typeof createAuthority>;

const serve =
  (authority: Authority, isDown: () => boolean = () => false) =>
  (request: SeenRequest): Reaction => {
    if (isTokenRequest(request)) return isDown() ? { ...DOWN, headersAfter: 50 } : authority.grant();
    return authority.accepts(request) ? success(PAYMENT) : { ...UNAUTHORIZED, headersAfter: 20 };
  };

async function checkColdStart(): Promise<void> {
  await withServerAndTokens(serve(createAuthority()), async ({ iamport, requests, calls }) => {
    await Promise.all(Array.from({ length: 50 }, () => iamport.payments.get({ imp_uid: 'imp_1' })));
    assert.equal(requests.filter(isTokenRequest).length, 1);
    assert.equal(calls().length, 50);
  });
}

async function checkOutage(): Promise<void> {
  let isDown = true;
  await withServerAndTokens(
    serve(createAuthority(), () => isDown),
    async ({ iamport, requests }) => {
      const calls = Array.from({ length: 20 }, () => failure(iamport.payments.get({ imp_uid: 'imp_1' })));
      for (const { operationId, sent, retryable } of await Promise.all(calls)) {
        assert.deepEqual({ operationId, sent, retryable }, { operationId: 'getToken', sent: 'no', retryable: true });
      }
      // Retried like a read, once for all who wait.
      assert.equal(requests.length, 3);
      isDown = false;
      assert.equal((await iamport.payments.get({ imp_uid: 'imp_1' })).amount, PAYMENT.amount);
    },
  );
}

async function checkRevocation(): Promise<void> {
  const authority = createAuthority();
  await withServerAndTokens(serve(authority), async ({ iamport, requests, calls }) => {
    await iamport.payments.get({ imp_uid: 'imp_1' });
    authority.revoke();
    await Promise.all(Array.from({ length: 25 }, () => iamport.payments.get({ imp_uid: 'imp_1' })));
    assert.equal(requests.filter(isTokenRequest).length, 2);
    assert.equal(calls().length, 51);
  });
}

/** An hour of the server's life, whose clock is `skew` seconds ahead of ours. */
async function checkHour(skew: number, perSecond: number): Promise<void> {
  const clock = stopClock(START);
  const authority = createAuthority(skew);
  const answer = serve(authority);
  let refused = 0;
  const count = (request: SeenRequest): Reaction => {
    if (!isTokenRequest(request) && !authority.accepts(request)) refused += 1;
    return answer(request);
  };
  await withServerAndTokens(
    count,
    async ({ iamport, requests }) => {
      for (let second = 0; second < 3600; second += 1) {
        clock.set(START + second * 1000);
        const calls = Array.from({ length: perSecond }, () => iamport.payments.get({ imp_uid: 'imp_1' }));
        await Promise.all(calls);
      }
      const tokens = requests.filter(isTokenRequest).length;
      assert.ok(tokens <= 8, `${tokens} token calls with a clock ${skew} s apart`);
      assert.equal(refused, 0);
    },
    { validate: { response: 'off' } },
  ).finally(clock.restore);
}
