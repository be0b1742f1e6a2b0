import { describe, expect, it } from 'vitest';

import { createSandbox, FAULT_KINDS, type FaultKind } from '../../scripts/sandbox/sandbox.js';
import { createIamport, IamportError } from '../../src/index.js';
import type { OperationId } from './every-operation.js';
import { openWindow, shopWith } from './receiver.js';
import { send } from './send.js';

async function kindOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'ok';
  } catch (error) {
    return error instanceof IamportError ? error.kind : String(error);
  }
}

const CHARGE = { merchant_uid: 'o', amount: 100, name: '한 번', card_number: '4242424242424242', expiry: '2030-12' };

describe('faults', () => {
  it.each<[FaultKind, 'fails' | 'ok', boolean]>([
    ['reset-before', 'fails', false],
    // The charge was carried out: the client looks and finds it.
    ['reset-after-commit', 'ok', true],
    ['hang', 'fails', false],
    ['hang-after-commit', 'ok', true],
    ['429', 'fails', false],
    ['502-html', 'fails', false],
    ['502-after-commit', 'ok', true],
    ['truncated', 'ok', true],
  ])('%s: a charge %s; it was carried out: %s', async (kind, want, isCarriedOut) => {
    const { sandbox, iamport } = shopWith();
    sandbox.faults.next({ operation: 'payOnetime', kind });
    const outcome = await kindOf(iamport.call('payOnetime', CHARGE, { timeoutMs: 1000 }));
    expect(outcome === 'ok' ? 'ok' : 'fails').toBe(want);
    const statuses = sandbox
      .merchant()
      .payments()
      .map(({ status }) => status);
    expect(statuses).toEqual(isCarriedOut ? ['paid'] : []);
    expect(sandbox.faults.pending()).toEqual([]);
  });

  it('401 is answered once: the client gets another token and goes on', async () => {
    const { sandbox, iamport } = shopWith();
    await (await openWindow(sandbox)).approve();
    sandbox.faults.next({ operation: 'getPayment', kind: '401' });
    expect(await kindOf(iamport.payments.get({ imp_uid: 'imp_000000000001' }))).toBe('ok');
  });

  it('slow answers late on a real clock', async () => {
    const { sandbox, iamport } = shopWith({ clock: 'real' });
    sandbox.faults.next({ operation: 'listChannels', kind: 'slow', ms: 80 });
    const began = performance.now();
    await iamport.call('listChannels', undefined);
    expect(performance.now() - began).toBeGreaterThanOrEqual(75);
  });

  it('slow waits for a frozen clock, and the clock for what it then does', async () => {
    const { sandbox, iamport } = shopWith();
    sandbox.faults.next({ operation: 'payOnetime', kind: 'slow', ms: 3_600_000 });
    const statuses = (): string[] =>
      sandbox
        .merchant()
        .payments()
        .map(({ status }) => status);
    const charge = iamport.call('payOnetime', CHARGE);
    await expect.poll(() => sandbox.clock.isAwaited).toBe(true);
    await sandbox.clock.advance('59m');
    expect(statuses()).toEqual([]);
    await sandbox.clock.advance('1m');
    expect(statuses()).toEqual(['paid']);
    expect(await charge).toMatchObject({ status: 'paid', paid_at: sandbox.clock.seconds() });
  });

  it('slow ends with its client', async () => {
    const { sandbox, iamport } = shopWith();
    sandbox.faults.next({ operation: 'listChannels', kind: 'slow', ms: 5000 });
    expect(await kindOf(iamport.call('listChannels', undefined, { timeoutMs: 200 }))).toBe('timeout');
    expect(sandbox.clock.isAwaited).toBe(false);
  });

  it('a webhook handler that meets a slow answer does not stop the clock', async () => {
    const sandbox = createSandbox({
      webhook: 'http://localhost/webhook',
      fetch: async () => {
        sandbox.faults.next({ operation: 'listChannels', kind: 'slow', ms: 5000 });
        await createIamport(sandbox.clientOptions()).call('listChannels', undefined);
        return new Response('ok');
      },
    });
    await sandbox.merchant().configure({ webhookDelay: 10 });
    await (await openWindow(sandbox)).approve();
    await sandbox.clock.advance('1m');
    await sandbox.settled();
    expect(sandbox.webhooks.list()).toMatchObject([{ state: 'delivered' }]);
  });

  it('decline lets the gateway say no, in its own words', async () => {
    const { sandbox, iamport } = shopWith();
    sandbox.faults.next({ operation: 'payOnetime', kind: 'decline', text: '[51] 잔액이 부족합니다.' });
    const payment = await iamport.call('payOnetime', CHARGE);
    expect([payment.status, payment.fail_reason]).toEqual(['failed', '[51] 잔액이 부족합니다.']);
  });

  it('a decline waits for a call that charges', async () => {
    const { sandbox, iamport } = shopWith();
    sandbox.faults.next({ kind: 'decline' });
    await iamport.call('listChannels', undefined);
    expect(await kindOf(iamport.call('payOnetime', { ...CHARGE, card_number: '1' }))).toBe('api');
    expect(sandbox.faults.pending()).toMatchObject([{ kind: 'decline', times: 1 }]);
    expect(await iamport.call('payOnetime', CHARGE)).toMatchObject({ status: 'failed' });
    expect(sandbox.faults.pending()).toEqual([]);
    expect(await iamport.call('payOnetime', CHARGE)).toMatchObject({ status: 'paid' });
  });

  it('are in the journal', async () => {
    const { sandbox, iamport } = shopWith();
    sandbox.faults.next({ operation: 'listChannels', kind: '401' });
    await iamport.call('listChannels', undefined);
    expect(sandbox.journal.entries('fault')).toMatchObject([{ text: 'fault         listChannels   401' }]);
  });

  it('wait for their operation, strike as often as asked, and show until then', async () => {
    const { sandbox, iamport } = shopWith();
    sandbox.faults.next({ operation: 'payOnetime', kind: 'truncated', times: 2 });
    await iamport.call('listChannels', undefined);
    expect(sandbox.faults.pending()).toMatchObject([{ operation: 'payOnetime', times: 2 }]);
    await kindOf(iamport.call('payOnetime', CHARGE));
    expect(sandbox.faults.pending()).toMatchObject([{ times: 1 }]);
  });

  it('refuse an unknown kind', () => {
    // As plain JavaScript would pass it.
    const kind = 'explode' as FaultKind;
    expect(() => shopWith().sandbox.faults.next({ kind })).toThrow(
      `unknown fault "explode"; expected one of: ${FAULT_KINDS.join(', ')}`,
    );
  });
});

describe('the header X-Sandbox-Fault', () => {
  const ask = async (fault: string, id: OperationId = 'listChannels', input: Record<string, unknown> = {}) => {
    const sandbox = createSandbox({ clock: 'real' });
    const answer = await send(sandbox, { id, input, headers: { 'X-Sandbox-Fault': fault } });
    return { ...answer, sandbox };
  };

  it.each([
    ['401', 401, 'consumed'],
    ['429', 429, 'consumed'],
    ['slow; ms=5', 200, 'consumed'],
    // The call charges nothing.
    ['decline', 200, 'not consumed'],
  ])('%s: HTTP %d, %s', async (fault, want, outcome) => {
    const { status, headers, sandbox } = await ask(fault);
    expect([status, headers.get('x-sandbox-fault')]).toEqual([want, outcome]);
    expect(sandbox.faults.pending()).toEqual([]);
  });

  it('declines with the words of the header', async () => {
    const { body, headers } = await ask(`decline; text=${encodeURIComponent('[51] 잔액 부족')}`, 'payOnetime', CHARGE);
    expect(body.response).toMatchObject({ status: 'failed', fail_reason: '[51] 잔액 부족' });
    expect(headers.get('x-sandbox-fault')).toBe('consumed');
  });

  it('breaks the connection', async () => {
    await expect(ask('reset-before')).rejects.toThrow('fetch failed');
  });

  it('goes before the faults that wait', async () => {
    const sandbox = createSandbox();
    sandbox.faults.next({ operation: 'listChannels', kind: '502-html' });
    const { status } = await send(sandbox, { id: 'listChannels', input: {}, headers: { 'X-Sandbox-Fault': '429' } });
    expect([status, sandbox.faults.pending().length]).toEqual([429, 1]);
  });

  it.each([
    ['explode', `unknown fault "explode"; expected one of: ${FAULT_KINDS.join(', ')}`],
    ['', `unknown fault ""; expected one of: ${FAULT_KINDS.join(', ')}`],
    ['slow; ms=soon', 'ms must be a number of milliseconds, not "soon"'],
    ['slow; times=3', 'unknown field "times"; expected one of: ms, text'],
  ])('%j is refused', async (fault, reason) => {
    const { status, body } = await ask(fault);
    expect([status, body.message]).toEqual([400, `[sandbox] X-Sandbox-Fault: ${reason}`]);
  });
});
