/* eslint-disable @typescript-eslint/no-deprecated -- the service still takes `pg` */
import { describe, expect, it } from 'vitest';

import { createSandbox, paymentOf, playScenario, trigger, TRIGGERS, webhookOf } from '../../scripts/sandbox/sandbox.js';
import { createIamport } from '../../src/index.js';
import { checkPaymentResponse } from '../../generated/validators/PaymentResponse.js';
import { openWindow, shopWith } from './receiver.js';

describe('state', () => {
  it('is the same for the same commands, and other IDs for another seed', async () => {
    const run = async (seed: number): Promise<unknown> => {
      const { sandbox } = shopWith({ seed });
      await (await openWindow(sandbox)).approve();
      return sandbox.merchant().payments();
    };
    expect(await run(1)).toEqual(await run(1));
    expect(JSON.stringify(await run(2))).toContain('imp_000002000001');
  });

  it('goes back to a snapshot, as often as asked, and forward again', async () => {
    const { sandbox } = shopWith();
    const window = await openWindow(sandbox);
    const ready = sandbox.snapshot();
    await window.approve();
    await sandbox.clock.advance('1d');
    const done = sandbox.snapshot();
    for (const [snapshot, status] of [
      [ready, 'ready'],
      [done, 'paid'],
      [ready, 'ready'],
    ] as const) {
      sandbox.restore(snapshot);
      expect(sandbox.merchant().payment(window.imp_uid)?.status).toBe(status);
      expect(sandbox.clock.now()).toBe(snapshot.time);
    }
    await window.close();
    sandbox.restore(done);
    expect(sandbox.merchant().payment(window.imp_uid)?.status).toBe('paid');
  });

  it('survives a file', async () => {
    const { sandbox, iamport } = shopWith();
    await (await openWindow(sandbox)).approve();
    await iamport.call('issueBillingKey', {
      customer_uid: 'k',
      pg: 'nice',
      card_number: '4242424242424242',
      expiry: '2030-12',
    });
    const saved: unknown = JSON.parse(JSON.stringify(sandbox.save()));
    const other = createSandbox();
    other.load(saved);
    expect(other.save()).toEqual(sandbox.save());
    const again = createIamport(other.clientOptions());
    expect(await again.call('getBillingKey', { customer_uid: 'k' })).toMatchObject({ customer_uid: 'k' });
    await (await openWindow(other, { merchant_uid: 'o-2' })).approve();
    expect(other.merchant().payments()).toHaveLength(2);
  });

  it.each([null, {}, { worlds: [], time: 'x' }, { worlds: [{}], time: 1 }, { worlds: [{ version: 1 }], time: 1 }])(
    'is not made of %j',
    (saved) => {
      expect(() => createSandbox().load(saved)).toThrow('not a saved state');
    },
  );

  it('of one key never meets that of another, and a tier has its own', async () => {
    const { sandbox } = shopWith();
    await (await openWindow(sandbox)).approve();
    const other = createIamport(sandbox.clientOptions('imp_sandbox_2'));
    await expect(other.payments.get({ imp_uid: 'imp_000000000001' })).rejects.toMatchObject({ httpStatus: 404 });
    const tiered = createIamport({ ...sandbox.clientOptions(), tier: 'ABC' });
    await expect(tiered.payments.get({ imp_uid: 'imp_000000000001' })).rejects.toMatchObject({ httpStatus: 404 });
  });

  it('refuses keys that look real, and a wrong secret', async () => {
    const { sandbox } = shopWith();
    const client = (impKey: string, impSecret: string) =>
      createIamport({ ...sandbox.clientOptions(), impKey, impSecret });
    const token = { imp_key: 'x', imp_secret: 'y' };
    await expect(client('1234567890123456', 's').payments.get({ imp_uid: 'imp_1' })).rejects.toThrow('imp_sandbox');
    await expect(client('imp_sandbox_1', 'wrong').payments.get({ imp_uid: 'imp_1' })).rejects.toThrow(
      '인증에 실패하였습니다',
    );
    await expect(client('imp_sandbox_1', 'sandbox').call('getToken', token)).rejects.toThrow('imp_sandbox');
    expect(() => sandbox.merchant('live_key')).toThrow('begin with imp_sandbox');
  });

  it('notes parameters that the document does not know, and goes on', async () => {
    const { sandbox, iamport } = shopWith();
    const token = await iamport.call('getToken', { imp_key: 'imp_sandbox_1', imp_secret: 'sandbox' });
    const response = await sandbox.fetch('https://sandbox.invalid/payments/prepare?page=1', {
      method: 'POST',
      headers: { authorization: `Bearer ${token.access_token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ merchant_uid: 'm', amount: 10, amuont: 5 }),
    });
    expect(await response.json()).toMatchObject({ code: 0 });
    expect(sandbox.journal.entries('request').at(-1)?.data.notes).toEqual([
      'unknown parameter amuont',
      'unknown parameter page',
    ]);
  });

  it.each([
    ['{', 'application/json', 'the body is not JSON'],
    ['[]', 'application/json', 'must be a JSON object'],
    ['{"merchant_uid":"m","amount":"10"}', 'application/json', 'amount'],
    ['{"merchant_uid":"m"}', 'application/json', 'amount'],
    ['merchant_uid=m&amount=ten', 'application/x-www-form-urlencoded', 'amount'],
    ['a', 'text/xml', 'text/xml is not supported'],
    [`{"merchant_uid":"${'m'.repeat(1_000_001)}"}`, 'application/json', 'larger than'],
    ['{"__proto__":{"amount":1},"merchant_uid":"m"}', 'application/json', 'amount'],
  ])('refuses the body %.40s', async (body, type, reason) => {
    const { sandbox, iamport } = shopWith();
    const { access_token } = await iamport.call('getToken', { imp_key: 'imp_sandbox_1', imp_secret: 'sandbox' });
    const headers = { authorization: access_token, 'content-type': type };
    const response = await sandbox.fetch('https://sandbox.invalid/payments/prepare', { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { message: string }).message).toContain(reason);
  });

  it('keeps secrets out of the journal', async () => {
    const { sandbox, iamport } = shopWith();
    await iamport.call('payOnetime', {
      merchant_uid: 'c',
      amount: 1,
      name: 'n',
      card_number: '4242424242424242',
      expiry: '2031-07',
      pwd_2digit: '93',
    });
    const text = JSON.stringify(sandbox.journal.entries());
    for (const secret of ['4242424242424242', '2031-07', '"93"']) expect(text).not.toContain(secret);
  });
});

describe('builders', () => {
  it.each(['ready', 'vbank', 'paid', 'failed', 'cancelled', 'partly-cancelled'] as const)(
    'paymentOf(%s) fits the document',
    (status) => {
      const payment = paymentOf(status, { merchant_uid: 'o', amount: 2000 });
      expect(checkPaymentResponse({ code: 0, message: null, response: payment }).ok).toBe(true);
      expect([payment.merchant_uid, payment.amount]).toEqual(['o', 2000]);
      expect(webhookOf(payment)).toEqual({ imp_uid: payment.imp_uid, merchant_uid: 'o', status: payment.status });
    },
  );

  it('refuse what the document does not allow', () => {
    // As plain JavaScript would pass it.
    expect(() => paymentOf('paid', { status: 'done' as 'paid' })).toThrow('paymentOf: /status');
    expect(() => webhookOf(paymentOf('paid'), { status: 'done' as 'paid' })).toThrow('webhookOf: /status');
  });

  it('have the keys of the spec’s example', async () => {
    const { readFileSync, readdirSync } = await import('node:fs');
    const folder = 'spec/examples/getPayment';
    const file = readdirSync(folder).find((name) => name.startsWith('200'));
    const example = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { response: object };
    expect(Object.keys(paymentOf('paid'))).toEqual(expect.arrayContaining(Object.keys(example.response)));
  });
});

describe('trigger', () => {
  it.each([
    ['payment.paid', 'paid'],
    ['vbank.issued', 'ready'],
    ['vbank.deposited', 'paid'],
    ['schedule.paid', 'paid'],
    ['schedule.failed', 'failed'],
    ['console.cancelled', 'cancelled'],
    ['payment.late-paid', 'paid'],
    ['escrow.changed', 'paid'],
  ] as const)('%s makes a payment that is %s, and notifies the shop', async (event, status) => {
    const { sandbox, received } = shopWith();
    const done = await trigger(sandbox.merchant(), { event, set: { amount: '2500' } });
    expect(done).toMatchObject({ event, status });
    expect(sandbox.merchant().payment(done.imp_uid ?? '')?.amount).toBe(2500);
    expect(JSON.parse(received.at(-1)?.body ?? '')).toMatchObject({ imp_uid: done.imp_uid, status });
    expect(TRIGGERS).toContain(event);
  });

  it('happens to a payment that is there', async () => {
    const { sandbox } = shopWith();
    const window = await openWindow(sandbox, { pay_method: 'vbank' });
    await window.approve();
    expect(await trigger(sandbox.merchant(), { event: 'vbank.deposited', imp_uid: window.imp_uid })).toMatchObject({
      status: 'paid',
    });
    await expect(trigger(sandbox.merchant(), { event: 'vbank.deposited', imp_uid: window.imp_uid })).rejects.toThrow(
      'is closed',
    );
  });

  it('refuses an unknown field', async () => {
    const { sandbox } = shopWith();
    await expect(trigger(sandbox.merchant(), { event: 'payment.paid', set: { amuont: 1 } })).rejects.toThrow(
      'has no field amuont',
    );
    expect(sandbox.merchant().payments()).toEqual([]);
  });
});

describe('scenarios', () => {
  it('play from a file, with results by name', async () => {
    const { parse } = await import('yaml');
    const { sandbox } = shopWith();
    const results = await playScenario(
      sandbox,
      parse(`
steps:
  - requestPay: { merchant_uid: o-1, amount: 1004, pay_method: vbank }
    as: pay
  - approve: { imp_uid: '\${pay.imp_uid}' }
  - advance: 3d
  - trigger: { event: vbank.deposited, imp_uid: '\${pay.imp_uid}' }
  - call: { operation: cancelPayment, input: { imp_uid: '\${pay.imp_uid}', amount: 2000 }, refused: '' }
  - expect: { imp_uid: '\${pay.imp_uid}', status: paid, amount: 1004 }
`),
    );
    expect(results.pay).toEqual({ imp_uid: 'imp_000000000001', merchant_uid: 'o-1' });
  });

  it.each([
    [{ steps: [{ jump: {} }] }, 'step 1 (jump): a step has one of these keys'],
    [{ steps: [{ approve: { imp_uid: '${x.y}' } }] }, 'step 1 (approve): unknown result x.y'],
    [{ steps: [{ expect: { imp_uid: 'imp_1', status: 'paid' } }] }, 'status of imp_1 is undefined, not "paid"'],
    [{ steps: 1 }, 'a scenario must be an object with an array `steps`'],
    [null, 'a scenario must be an object'],
  ])('say what is wrong in %j', async (scenario, message) => {
    await expect(playScenario(shopWith().sandbox, scenario)).rejects.toThrow(message);
  });
});

it('an unknown operation of the address is refused as the sandbox', async () => {
  const { sandbox } = shopWith();
  const ask = async (path: string, method = 'GET'): Promise<[number, string]> => {
    const response = await sandbox.fetch(`https://sandbox.invalid${path}`, { method });
    return [response.status, ((await response.json()) as { message: string }).message];
  };
  expect(await ask('/nothing')).toEqual([404, '[sandbox] /nothing: unknown operation']);
  expect(await ask('/payments/cancel', 'DELETE')).toEqual([405, '[sandbox] /payments/cancel: allowed are POST']);
  expect(await ask('/payments/%E0%A4%A')).toEqual([404, expect.stringContaining('unknown operation')]);
});
