import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import { mswHandlers } from '../../scripts/sandbox/msw.js';
import { createSandbox } from '../../scripts/sandbox/sandbox.js';
import { createIamport } from '../../src/index.js';

const sandbox = createSandbox();
const server = setupServer(...mswHandlers(sandbox));
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => sandbox.reset());
afterAll(() => server.close());

const CLIENT = { impKey: 'imp_sandbox_1', impSecret: 'sandbox' };

it('answers a client that knows nothing of the sandbox, at the address of the API', async () => {
  const iamport = createIamport(CLIENT);
  const window = await sandbox.merchant().requestPay({ merchant_uid: 'o-1', amount: 1004, name: '당근' });
  if (window.outcome === 'opened') await window.approve();
  expect(await iamport.payments.get({ imp_uid: 'imp_000000000001' })).toMatchObject({ status: 'paid', amount: 1004 });
});

it('a broken connection is a network error', async () => {
  sandbox.faults.next({ operation: 'preparePayment', kind: 'reset-before' });
  const prepared = createIamport(CLIENT).call('preparePayment', { merchant_uid: 'o', amount: 1 }, { timeoutMs: 500 });
  await expect(prepared).rejects.toMatchObject({ name: 'IamportError' });
});
