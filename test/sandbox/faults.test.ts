import { describe, expect, it } from 'vitest';

import { FAULT_KINDS, type FaultKind } from '../../scripts/sandbox/sandbox.js';
import { IamportError } from '../../src/index.js';
import { openWindow, shopWith } from './receiver.js';

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
    ['429', 'fails', false],
    ['502-html', 'fails', false],
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

  it('slow answers late', async () => {
    const { sandbox, iamport } = shopWith();
    sandbox.faults.next({ operation: 'listChannels', kind: 'slow', ms: 80 });
    const began = performance.now();
    await iamport.call('listChannels', undefined);
    expect(performance.now() - began).toBeGreaterThanOrEqual(75);
  });

  it('decline lets the gateway say no, in its own words', async () => {
    const { sandbox, iamport } = shopWith();
    sandbox.faults.next({ operation: 'payOnetime', kind: 'decline', text: '[51] 잔액이 부족합니다.' });
    const payment = await iamport.call('payOnetime', CHARGE);
    expect([payment.status, payment.fail_reason]).toEqual(['failed', '[51] 잔액이 부족합니다.']);
  });

  it('wait for their operation, strike as often as asked, and show until then', async () => {
    const { sandbox, iamport } = shopWith();
    sandbox.faults.next({ operation: 'payOnetime', kind: 'truncated', times: 2 });
    await iamport.call('listChannels', undefined);
    expect(sandbox.faults.pending()).toMatchObject([{ operation: 'payOnetime', times: 2 }]);
    await kindOf(iamport.call('payOnetime', CHARGE));
    expect(sandbox.faults.pending()).toMatchObject([{ times: 1 }]);
  });

  it('refuse a kind that there is not', () => {
    // As plain JavaScript would pass it.
    const kind = 'explode' as FaultKind;
    expect(() => shopWith().sandbox.faults.next({ kind })).toThrow(
      `unknown fault "explode"; expected one of: ${FAULT_KINDS.join(', ')}`,
    );
  });
});
