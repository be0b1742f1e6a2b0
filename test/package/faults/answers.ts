import assert from 'node:assert/strict';

import type { Iamport } from 'iamport-kit';

import { success, type Reaction } from '../../runtime/api-server.js';
import { UNAUTHORIZED } from './authority.js';
import { PAYMENT } from '../../runtime/payment.js';
import { failure, withServer } from './service.js';

const faults: [Reaction, object][] = [
  [
    { status: 502, body: '<html>canary</html>' },
    { kind: 'http', attempts: 3, retryable: true },
  ],
  [{ body: '<html>canary</html>' }, { kind: 'http', attempts: 1 }],
  [
    { body: 'canary,1004', headers: { 'content-type': 'text/csv' } },
    { kind: 'http', httpStatus: 200 },
  ],
  [{ body: '' }, { kind: 'http', httpStatus: 200 }],
  [{ body: '"canary"' }, { kind: 'http', httpStatus: 200 }],
  [{ body: { code: -1, message: '거절', response: null } }, { kind: 'api', apiMessage: '거절', attempts: 1 }],
  [{ body: '{"code":0,"response":{"canary' }, { kind: 'http' }],
  [UNAUTHORIZED, { kind: 'auth', attempts: 2 }],
  [
    { status: 302, headers: { location: 'http://127.0.0.1:1/canary' }, body: '' },
    { kind: 'http', httpStatus: 302 },
  ],
  ['hang up', { kind: 'network', sent: 'unknown' }],
  ['hang', { kind: 'timeout', sent: 'unknown' }],
  [
    { ...success(PAYMENT), headersAfter: 20_000 },
    { kind: 'timeout', sent: 'unknown' },
  ],
  [
    { ...success(PAYMENT), bodyAfter: 20_000 },
    { kind: 'timeout', sent: 'yes' },
  ],
];

/** Whatever comes instead of an answer, reads and writes end in one error of ours, in time. */
export async function checkAnswers(): Promise<void> {
  await Promise.all(faults.map(([fault, want]) => checkFault(fault, want)));
}

async function checkFault(fault: Reaction, want: object): Promise<void> {
  let isFine = true;
  await withServer(
    () => (isFine ? success(PAYMENT) : fault),
    async ({ iamport }) => {
      // Token and validators are there before the time is measured.
      await iamport.payments.get({ imp_uid: 'imp_1' });
      isFine = false;
      await Promise.all([checkRead(iamport, fault, want), checkWrite(iamport, want)]);
      await failure(iamport.raw.GET('/payments/{imp_uid}', { params: { path: { imp_uid: '..' } } }));
    },
    // Long enough for all retries, short enough to wait for.
    { timeoutMs: kindOf(want) === 'timeout' ? 2000 : 15_000 },
  );
}

async function checkRead(iamport: Iamport, fault: Reaction, want: object): Promise<void> {
  const error = await failure(iamport.payments.get({ imp_uid: 'imp_1' }));
  for (const [name, value] of Object.entries(want)) {
    assert.equal(Reflect.get(error, name), value, `${name} after ${JSON.stringify(fault).slice(0, 80)}`);
  }
}

async function checkWrite(iamport: Iamport, want: object): Promise<void> {
  const write = { imp_uid: 'imp_1', refund_account: 'canary-account', reason: 'canary' };
  const { kind, attempts, sent } = await failure(iamport.call('cancelPayment', write));
  // What proves nothing is read back, which meets the same fault. A look before the write may use up the time.
  const isKnown = sent === 'no' || kindOf(want) === 'api' || kindOf(want) === 'auth';
  assert.equal(kind, isKnown ? kindOf(want) : 'ambiguous');
  // Only a refused token sends a write again, unless the look before it has replaced the token a moment ago.
  if (sent !== 'no') assert.ok(attempts === 1 || (kind === 'auth' && attempts === 2));
}

function kindOf(want: object): unknown {
  return Reflect.get(want, 'kind');
}
