import { describe, expect, it } from 'vitest';

import { coverage, createSandbox, REFUSALS, type Sandbox } from '../../scripts/sandbox/sandbox.js';
import { operations } from '../../src/index.js';
import { AFTER_EVENTS, busySandbox, SUCCESSES, type OperationId } from './every-operation.js';
import { shopWith } from './receiver.js';
import { CASES } from './refusal-cases.js';
import { AFTERWARDS } from './refusals-afterwards.js';
import { send } from './send.js';
import { SITUATIONS } from './situations.js';

// Every line of `iamport-kit sandbox --coverage` is a refusal that can be seen.

describe('situations', () => {
  const rows = SITUATIONS.map(([id, refusal, input, prepare]) => ({ id, refusal, input, prepare }));

  it.each(rows)('$id: $refusal', async ({ id, refusal, input, prepare }) => {
    const sandbox = await busySandbox();
    await prepare?.(sandbox);
    const { status, body, headers } = await send(sandbox, { id, input });
    const row = REFUSALS[refusal];
    expect([status, body.code, headers.get('x-sandbox-refusal')]).toEqual([row.status, row.code, refusal]);
    expect(body.message).toMatch(row.evidence === 'recorded' ? /^(?!.*\[sandbox\])/ : /^\[sandbox\] /);
    expect(body.response).toBeNull();
  });

  it('the coverage lists the situations that exist, and no others', async () => {
    const seen = new Set<string>();
    const note = (sandbox: Sandbox): void => {
      for (const { data } of sandbox.journal.entries('request'))
        if (typeof data.refusal === 'string' && !isForAll(data.refusal))
          seen.add(`${String(data.operation)}: ${data.refusal}`);
    };
    for (const [, act] of CASES) {
      const shop = shopWith();
      await act(shop, shop.iamport.call).catch(() => null);
      note(shop.sandbox);
    }
    for (const [, ...calls] of AFTERWARDS) {
      const sandbox = await busySandbox();
      for (const [id, input] of calls) await send(sandbox, { id, input });
      note(sandbox);
    }
    const empty = createSandbox();
    for (const [id, input] of [...SUCCESSES, ...AFTER_EVENTS]) await send(empty, { id, input });
    note(empty);
    for (const [id, refusal] of SITUATIONS) seen.add(`${id}: ${refusal}`);
    const listed = coverage().flatMap(({ operation, refusals }) =>
      refusals.map(({ refusal }) => `${operation}: ${refusal}`),
    );
    expect([...seen].sort()).toEqual(listed.sort());
  });
});

function isForAll(refusal: string): boolean {
  return Object.entries(REFUSALS).some(([code, { on }]) => code === refusal && (on === '*' || on === ''));
}

describe('what every operation refuses', () => {
  const ids = Object.keys(operations) as OperationId[];
  const rowOf = (id: OperationId): { method: string; path: string; needsAuth: boolean } => operations[id];

  it('a call without a token', async () => {
    const sandbox = createSandbox();
    for (const id of ids.filter((one) => rowOf(one).needsAuth)) {
      const { method, path } = rowOf(id);
      const response = await sandbox.fetch(`https://sandbox.invalid${path}`, { method });
      expect([id, response.status, response.headers.get('x-sandbox-refusal')]).toEqual([id, 401, 'token/unauthorized']);
    }
  });

  it.each([
    ['text/plain', 'amount=1', 'request/unreadable'],
    ['application/json', '{"amount":', 'request/unreadable'],
    ['application/json', '[1]', 'request/unreadable'],
    ['application/json', '{"amount":{},"merchant_uid":[],"imp_uid":{},"customer_uid":{}}', 'request/invalid'],
  ])('%s: %s', async (type, body, refusal) => {
    const sandbox = await busySandbox();
    const { body: answer } = await send(sandbox, {
      id: 'getToken',
      input: { imp_key: 'imp_sandbox_1', imp_secret: 'sandbox' },
    });
    const { access_token: authorization } = answer.response as { access_token: string };
    for (const id of ['preparePayment', 'payAgain', 'issueReceipt', 'requestOtp'] as const) {
      const { method, path } = rowOf(id);
      const headers = { authorization, 'content-type': type };
      const response = await sandbox.fetch(`https://sandbox.invalid${path}`, { method, headers, body });
      expect([id, response.status, response.headers.get('x-sandbox-refusal')]).toEqual([id, 400, refusal]);
      expect(((await response.json()) as { message: string }).message).toMatch(/^\[sandbox\] /);
    }
  });

  it.each([
    ['GET', '/payments/all/of/them', 404, 'request/unknown-path'],
    ['GET', '/%E0%A4%A', 404, 'request/unknown-path'],
    ['DELETE', '/payments/cancel', 405, 'request/wrong-method'],
  ])('%s %s', async (method, path, status, refusal) => {
    const response = await createSandbox().fetch(`https://sandbox.invalid${path}`, { method });
    expect([response.status, response.headers.get('x-sandbox-refusal')]).toEqual([status, refusal]);
  });
});
