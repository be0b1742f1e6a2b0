import { describe, expect, it } from 'vitest';

import { openWindow, shopWith } from './receiver.js';

const REFUND = { refund_holder: '홍길동', refund_bank: '004', refund_account: '1', refund_tel: '01012345678' };

/** A payment that was paid, of a gateway and with a means of payment. */
async function paidAt(pg: string, payMethod: string, settings = {}) {
  const shop = shopWith({ settings });
  const params = { pg, pay_method: payMethod, m_redirect_url: 'http://shop/', vbank_due: '20260201' };
  const window = await openWindow(shop.sandbox, params);
  await window.approve();
  const merchant = shop.sandbox.merchant();
  if (payMethod === 'vbank') await merchant.command('vbank.deposit', { imp_uid: window.imp_uid });
  const payment = (): unknown[] => {
    const wire = merchant.payment(window.imp_uid);
    return [wire?.status, wire?.cancel_amount, wire?.cancel_history?.length];
  };
  return { ...shop, merchant, imp_uid: window.imp_uid, payment };
}

describe('a cancellation that takes effect later', () => {
  it.each([
    ['paymentwall', 'card', {}],
    ['smartro_v2', 'vbank', {}],
    ['kicc_v2', 'wechat', {}],
    ['html5_inicis', 'card', { cancelDelay: 60 }],
  ])('%s %s %j', async (pg, method, settings) => {
    const { sandbox, iamport, imp_uid, payment } = await paidAt(pg, method, settings);
    const answer = await iamport.call('cancelPayment', { imp_uid, ...REFUND });
    expect([answer.status, answer.cancel_amount, answer.cancel_history]).toEqual(['paid', 0, []]);
    await sandbox.clock.advance('59s');
    expect(payment()).toEqual(['paid', 0, 0]);
    await sandbox.clock.advance('1s');
    expect(payment()).toEqual(['cancelled', 1004, 1]);
    expect(sandbox.merchant().payment(imp_uid)?.cancelled_at).toBe(sandbox.clock.seconds());
  });

  it.each([
    ['html5_inicis', 'card', {}],
    ['smartro_v2', 'card', {}],
    ['paymentwall', 'card', { cancelDelay: 0 }],
  ])('at once: %s %s %j', async (pg, method, settings) => {
    const { iamport, imp_uid } = await paidAt(pg, method, settings);
    expect(await iamport.call('cancelPayment', { imp_uid })).toMatchObject({ status: 'cancelled' });
  });

  it('is notified when it takes effect, if it was asked for', async () => {
    const { sandbox, iamport, imp_uid, received } = await paidAt('paymentwall', 'card');
    await iamport.call('cancelPayment', { imp_uid, enable_webhook: true });
    await sandbox.settled();
    const before = received.length;
    await sandbox.clock.advance('1m');
    const cancellation_id = sandbox.merchant().payment(imp_uid)?.cancel_history?.[0]?.cancellation_id;
    expect(JSON.parse(received[before]?.body ?? '')).toEqual({
      imp_uid,
      merchant_uid: 'o-1',
      status: 'cancelled',
      cancellation_id,
    });
  });

  it('counts as given back before it takes effect', async () => {
    const { sandbox, iamport, imp_uid, payment } = await paidAt('html5_inicis', 'card', { cancelDelay: 60 });
    await iamport.call('cancelPayment', { imp_uid, amount: 600 });
    await expect(iamport.call('cancelPayment', { imp_uid, amount: 500 })).rejects.toThrow('취소 가능금액(404)');
    await iamport.call('cancelPayment', { imp_uid, amount: 404 });
    await expect(iamport.call('cancelPayment', { imp_uid })).rejects.toThrow('이미 취소가 진행 중입니다');
    await sandbox.clock.advance('1d');
    expect(payment()).toEqual(['cancelled', 1004, 2]);
  });

  it('survives a saved state; a state from before the sandbox knew of it loads', async () => {
    const { sandbox, iamport, imp_uid, payment } = await paidAt('paymentwall', 'card');
    await iamport.call('cancelPayment', { imp_uid });
    const saved = JSON.parse(JSON.stringify(sandbox.save())) as { worlds: Record<string, unknown>[] };
    sandbox.reset();
    sandbox.load(saved);
    await sandbox.clock.advance('1m');
    expect(payment()).toEqual(['cancelled', 1004, 1]);
    const old = saved.worlds.map(({ pendingCancels: _pendingCancels, ...world }) => ({ ...world, settings: {} }));
    sandbox.load({ ...saved, worlds: old });
    await sandbox.clock.advance('1m');
    expect(payment()).toEqual(['paid', 0, 0]);
    expect(sandbox.merchant().settings).toMatchObject({ cancelDelay: null, order: 'webhook-first' });
  });
});

it('getPayment hides test payments without include_sandbox where the merchant wants it', async () => {
  const { iamport, imp_uid } = await paidAt('html5_inicis', 'card', { hidesTestPayments: true });
  await expect(iamport.call('getPayment', { imp_uid })).rejects.toThrow('존재하지 않는 결제정보입니다.');
  expect(await iamport.call('getPayment', { imp_uid, include_sandbox: true })).toMatchObject({ sandbox: true });
  expect(
    await iamport.payments.verify({ imp_uid, merchant_uid: 'o-1', amount: 1004, allowSandbox: true }),
  ).toMatchObject({ ok: true });
});
