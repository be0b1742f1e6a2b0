import assert from 'node:assert/strict';
import { inspect } from 'node:util';

import { createIamport, IamportError, operations, type ClientOptions, type Iamport } from 'iamport-kit';

import { startApiServer, success, TOKEN_ANSWER, type Reaction, type SeenRequest } from '../runtime/api-server.js';

// Bundled with its server, then run against the installed package: the worst of test/runtime once more.

const PAYMENT = {
  imp_uid: 'imp_1',
  merchant_uid: 'o',
  amount: 1000,
  cancel_amount: 0,
  currency: 'KRW',
  status: 'paid',
};
const UNAUTHORIZED: Reaction = { status: 401, body: { code: -1, message: 'Unauthorized', response: null } };

const isTokenRequest = ({ url }: SeenRequest): boolean => url === '/users/getToken';

async function withServer(
  answer: (request: SeenRequest) => Reaction,
  test: (iamport: Iamport, requests: SeenRequest[]) => Promise<void>,
  options: Partial<ClientOptions> = {},
): Promise<void> {
  const server = await startApiServer((request) => (isTokenRequest(request) ? TOKEN_ANSWER : answer(request)));
  const { baseUrl, requests } = server;
  await test(createIamport({ impKey: 'canary-key', impSecret: 'canary-secret', baseUrl, ...options }), requests);
  await server.close();
}

async function failure(call: Promise<unknown>): Promise<IamportError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof IamportError, inspect(error));
  assert.doesNotMatch(inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error), /canary/);
  return error;
}

const get = (iamport: Iamport, imp_uid = 'imp_1'): Promise<unknown> => iamport.payments.get({ imp_uid });

await withServer(
  () => success(PAYMENT),
  async (iamport, requests) => {
    await Promise.all(Array.from({ length: 50 }, () => get(iamport)));
    assert.equal(requests.filter(isTokenRequest).length, 1);
    assert.doesNotMatch(inspect(iamport, { depth: 20, showHidden: true }), /canary/);
  },
);

let isRefused = true;
await withServer(
  () => {
    const answer = isRefused ? UNAUTHORIZED : success(PAYMENT);
    isRefused = false;
    return answer;
  },
  async (iamport, requests) => {
    await get(iamport);
    assert.equal(requests.filter(isTokenRequest).length, 2);
  },
);

const faults: [Reaction, object][] = [
  [
    { status: 502, body: '<html>canary</html>' },
    { kind: 'http', attempts: 3, retryable: true },
  ],
  [{ body: '<html>canary</html>' }, { kind: 'http', attempts: 1 }],
  [{ body: { code: -1, message: '거절', response: null } }, { kind: 'api', apiMessage: '거절', attempts: 1 }],
  [{ body: '{"code":0,"resp' }, { kind: 'http' }],
  ['hang up', { kind: 'network', sent: 'unknown' }],
  ['hang', { kind: 'timeout', sent: 'unknown' }],
  [
    { ...success(PAYMENT), headersAfter: 3000 },
    { kind: 'timeout', sent: 'unknown' },
  ],
  [
    { ...success(PAYMENT), bodyAfter: 3000 },
    { kind: 'timeout', sent: 'yes' },
  ],
];
for (const [fault, want] of faults) {
  await withServer(
    () => fault,
    async (iamport) => {
      const error = await failure(get(iamport));
      for (const [name, value] of Object.entries(want)) assert.equal(Reflect.get(error, name), value, name);
    },
    // Long enough for all retries, short enough to wait for.
    { timeoutMs: 'kind' in want && want.kind === 'timeout' ? 800 : 8000 },
  );
}

for (const isDone of [true, false]) {
  const payment = { ...PAYMENT };
  await withServer(
    ({ method }) => {
      if (method === 'GET') return success(payment);
      payment.cancel_amount = isDone ? 300 : 0;
      return 'hang up';
    },
    async (iamport, requests) => {
      const call = iamport.payments.cancel({ imp_uid: 'imp_1', amount: 300, cancellable: 1000 });
      if (isDone) assert.equal((await call).cancel_amount, 300);
      else assert.equal((await failure(call)).retryable, true);
      assert.equal(requests.filter(({ url }) => url === '/payments/cancel').length, 1);
    },
  );
}

const hostile = ['', '..', 'find/X/paid', 'imp_1?include_sandbox=true', '%2e%2e', 'imp_1\u0000', 'a'.repeat(10_000)];
await withServer(
  () => success(null),
  async (iamport, requests) => {
    for (const [id, row] of Object.entries(operations)) {
      if (!('pathFields' in row)) continue;
      for (const value of hostile) {
        const input = Object.fromEntries(Object.keys(row.pathFields).map((name) => [name, value]));
        const before = requests.length;
        await iamport.call(id as 'getPayment', input as { imp_uid: string }).catch(() => undefined);
        // Whatever was sent went to this operation's own path, with the value as one encoded segment.
        const own: string = row.path.replace(/\{[^{}]+\}/g, () => encodeURIComponent(value));
        const paths = requests.slice(before).map(({ url }) => url.split('?')[0]);
        assert.deepEqual(new Set([...paths, '/users/getToken', own]), new Set(['/users/getToken', own]));
      }
    }
    for (const { url } of requests) assert.doesNotMatch(url, /\.\.|include_sandbox=|\/X\/paid/);
  },
);

process.stdout.write('all survived\n');
