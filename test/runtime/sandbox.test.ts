import { describe, expect, it } from 'vitest';

import { createSandbox, type Sandbox } from '../../scripts/sandbox/sandbox.js';
import { createIamport, type Iamport, type Payment } from '../../src/index.js';

// The runtime against the sandbox: what takes a service that remembers.

function connect(): {
  sandbox: Sandbox;
  iamport: Iamport;
  pay: (order: string, amount?: number) => Promise<string>;
} {
  const sandbox = createSandbox();
  const pay = async (merchant_uid: string, amount = 1004): Promise<string> => {
    const window = await sandbox.merchant().requestPay({ merchant_uid, amount, name: '당근' });
    if (window.outcome === 'refused') throw new Error(JSON.stringify(window.callback));
    await window.approve();
    return window.imp_uid;
  };
  return { sandbox, pay, iamport: createIamport(sandbox.clientOptions()) };
}

describe('verify', () => {
  it('compares the payment with the order', async () => {
    const { iamport, pay } = connect();
    const imp_uid = await pay('o-1');
    const verdictOf = async (changes: object): Promise<string> => {
      const verdict = await iamport.payments.verify({
        imp_uid,
        merchant_uid: 'o-1',
        amount: 1004,
        allowSandbox: true,
        ...changes,
      });
      return verdict.ok ? 'ok' : verdict.reason;
    };
    expect(await verdictOf({})).toBe('ok');
    expect(await verdictOf({ amount: 1000 })).toBe('amount_mismatch');
    expect(await verdictOf({ allowSandbox: false })).toMatch(/sandbox/);
    await iamport.payments.cancel({ imp_uid, amount: 4, cancellable: 1004 });
    expect(await verdictOf({})).not.toBe('ok');
  });
});

describe('cancel', () => {
  it.each(['reset-after-commit', 'truncated'] as const)(
    'finds its refund again when the answer is lost: %s',
    async (kind) => {
      const { sandbox, iamport, pay } = connect();
      const imp_uid = await pay('o-1');
      sandbox.faults.next({ operation: 'cancelPayment', kind });
      const payment = await iamport.payments.cancel({ imp_uid, amount: 4, cancellable: 1004 });
      expect(payment.cancel_amount).toBe(4);
      expect(sandbox.merchant().payment(imp_uid)?.cancel_history).toHaveLength(1);
    },
  );

  it('refunds once, however often it is asked with the same checksum', async () => {
    const { sandbox, iamport, pay } = connect();
    const imp_uid = await pay('o-1');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => iamport.call('cancelPayment', { imp_uid, amount: 500, checksum: 1004 })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(sandbox.merchant().payment(imp_uid)?.cancel_amount).toBe(500);
  });
});

describe('iterating', () => {
  it('goes through the payments of 200 days, each once', { timeout: 60_000 }, async () => {
    const { sandbox, iamport, pay } = connect();
    const from = sandbox.clock.seconds();
    for (let day = 0; day < 200; day += 1) {
      await pay(`o-${day}`);
      await sandbox.clock.advance('1d');
    }
    const seen: string[] = [];
    for await (const { merchant_uid } of iamport.payments.iterate({
      payment_status: 'paid',
      from,
      to: sandbox.clock.seconds(),
      limit: 17,
    }))
      seen.push(merchant_uid);
    expect(new Set(seen)).toEqual(new Set(Array.from({ length: 200 }, (_, day) => `o-${day}`)));
    expect(seen).toHaveLength(200);
  });
});

describe('tokens', () => {
  it('one is fetched for many calls, and another when it has expired', async () => {
    const { sandbox, iamport, pay } = connect();
    const imp_uid = await pay('o-1');
    const read = (): Promise<Payment> => iamport.payments.get({ imp_uid });
    await Promise.all(Array.from({ length: 20 }, read));
    const fetched = (): number =>
      sandbox.journal.entries('request').filter(({ data }) => data.operation === 'getToken').length;
    expect(fetched()).toBe(1);
    await sandbox.clock.advance('31m');
    await Promise.all(Array.from({ length: 20 }, read));
    expect(fetched()).toBe(2);
  });
});
