/* eslint-disable @typescript-eslint/no-deprecated -- the service still takes `pg` */
import { describe, expect, it } from 'vitest';

import { openWindow, shopWith } from './receiver.js';

const CARD = { card_number: '4242424242424242', expiry: '2030-12' };

describe('the clock', () => {
  it.each([
    [90_000, 90_000],
    ['90s', 90_000],
    ['1d12h', 129_600_000],
    ['1.5h', 5_400_000],
    ['250ms', 250],
    [0, 0],
  ])('advances by %s', async (duration, milliseconds) => {
    const { sandbox } = shopWith();
    const before = sandbox.clock.now();
    await sandbox.clock.advance(duration);
    expect(sandbox.clock.now() - before).toBe(milliseconds);
  });

  it.each(['', '5', 'soon', '-1d', -1, Number.NaN, Infinity, '1d soon'])('does not advance by %s', async (duration) => {
    await expect(shopWith().sandbox.clock.advance(duration)).rejects.toThrow(RangeError);
  });

  it('goes forward only', async () => {
    await expect(shopWith().sandbox.clock.set('2020-01-01')).rejects.toThrow('only moves forward');
  });

  it('begins at a given time', () => {
    expect(shopWith({ at: '2030-05-01T00:00:00Z' }).sandbox.clock.date().toISOString()).toBe(
      '2030-05-01T00:00:00.000Z',
    );
  });
});

describe('tokens', () => {
  const getToken = ({ iamport }: ReturnType<typeof shopWith>) =>
    iamport.call('getToken', { imp_key: 'imp_sandbox_1', imp_secret: 'sandbox' });

  it('stay the same for half an hour, get five minutes in their last one, then change', async () => {
    const shop = shopWith();
    const first = await getToken(shop);
    expect(first.expired_at - first.now).toBe(1800);
    await shop.sandbox.clock.advance('10m');
    expect(await getToken(shop)).toEqual({ ...first, now: first.now + 600 });
    await shop.sandbox.clock.advance('1150s');
    const extended = await getToken(shop);
    expect([extended.access_token, extended.expired_at]).toEqual([first.access_token, first.expired_at + 300]);
    await shop.sandbox.clock.advance('1h');
    expect((await getToken(shop)).access_token).not.toBe(first.access_token);
  });

  it('that have expired are refused, and the client gets another', async () => {
    const { sandbox, iamport } = shopWith();
    await (await openWindow(sandbox)).approve();
    await iamport.payments.get({ imp_uid: 'imp_000000000001' });
    await sandbox.clock.advance('2h');
    expect((await iamport.payments.get({ imp_uid: 'imp_000000000001' })).status).toBe('paid');
    const refused = sandbox.journal.entries('request').filter(({ data }) => data.status === 401);
    expect(refused).toHaveLength(1);
  });
});

describe('schedules', () => {
  const month = 31 * 86_400;

  it('run at their times for a year, each notified once', async () => {
    const { sandbox, iamport, received } = shopWith();
    const start = sandbox.clock.seconds();
    await iamport.call('issueBillingKey', { customer_uid: 'c', pg: 'nice', ...CARD });
    const schedules = Array.from({ length: 12 }, (_, index) => ({
      merchant_uid: `sub-${index}`,
      schedule_at: start + (index + 1) * month,
      amount: 9900,
      name: '구독',
    }));
    await iamport.call('schedulePayments', { customer_uid: 'c', schedules });
    await sandbox.clock.advance('372d');
    expect(received).toHaveLength(12);
    const payments = sandbox.merchant().payments();
    expect(payments.map(({ paid_at, status }) => [paid_at, status])).toEqual(
      schedules.map(({ schedule_at }) => [schedule_at, 'paid']),
    );
    const first = await iamport.call('getSchedule', { merchant_uid: 'sub-0' });
    expect(first).toMatchObject({ schedule_status: 'executed', payment_status: 'paid', executed_at: start + month });
  });

  it('that fail are notified, and can be retried', async () => {
    const { sandbox, iamport, received } = shopWith();
    const schedule_at = sandbox.clock.seconds() + 60;
    await iamport.call('issueBillingKey', { customer_uid: 'c', pg: 'nice', ...CARD });
    await iamport.call('schedulePayments', {
      customer_uid: 'c',
      schedules: [{ merchant_uid: 's', schedule_at, amount: 100, name: '구독' }],
    });
    await sandbox.merchant().command('gateway.decline', {});
    await sandbox.clock.advance('1m');
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ merchant_uid: 's', status: 'failed' });
    const retried = await iamport.call('retrySchedule', { merchant_uid: 's' });
    expect(retried.status).toBe('paid');
    await sandbox.settled();
    expect(JSON.parse(received[1]?.body ?? '')).toMatchObject({ merchant_uid: 's', status: 'paid' });
  });

  it('whose key is gone fail', async () => {
    const { sandbox, iamport } = shopWith();
    const schedule_at = sandbox.clock.seconds() + 60;
    await iamport.call('schedulePayments', {
      customer_uid: 'c',
      ...CARD,
      schedules: [{ merchant_uid: 's', schedule_at, amount: 100, name: '구독' }],
    });
    await iamport.call('deleteBillingKey', { customer_uid: 'c' });
    await sandbox.clock.advance('1h');
    expect(await iamport.call('getSchedule', { merchant_uid: 's' })).toMatchObject({
      payment_status: 'failed',
      imp_uid: null,
    });
  });
});

describe('virtual accounts', () => {
  it('take a deposit three days later, and none after they are due', async () => {
    const { sandbox } = shopWith();
    const merchant = sandbox.merchant();
    const early = await openWindow(sandbox, { pay_method: 'vbank', vbank_due: '20260105' });
    const late = await openWindow(sandbox, { pay_method: 'vbank', vbank_due: '20260105', merchant_uid: 'o-2' });
    await early.approve();
    await late.approve();
    await sandbox.clock.advance('3d');
    await merchant.command('vbank.deposit', { imp_uid: early.imp_uid });
    expect(merchant.payment(early.imp_uid)?.paid_at).toBe(sandbox.clock.seconds());
    await sandbox.clock.advance('10d');
    await expect(merchant.command('vbank.deposit', { imp_uid: late.imp_uid })).rejects.toThrow('was due before now');
    expect(merchant.payment(late.imp_uid)?.status).toBe('ready');
  });
});
