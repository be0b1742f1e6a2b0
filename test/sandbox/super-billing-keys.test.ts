import { describe, expect, it } from 'vitest';

import type { Iamport } from '../../src/index.js';
import { shopWith } from './receiver.js';

const GROUP = 'channel-group-sandbox';
const CARD = { card_number: '4242424242424242', expiry: '2030-12', customer_name: '홍길동' };

const issue = (iamport: Iamport, card = CARD) =>
  iamport.call('issueBillingKey', { customer_uid: 'k', channel_group_id: GROUP, ...card });

describe('a super billing key', () => {
  it('is kept by every channel of its group, and read and deleted as such', async () => {
    const { iamport } = shopWith();
    const key = await issue(iamport);
    expect(key).toMatchObject({
      customer_uid: 'k',
      channelGroupId: GROUP,
      customer_name: '홍길동',
      succeededChannels: [
        { pg_provider: 'nice', card_number: '424242*********2' },
        { pg_provider: 'kcp_billing', card_number: '424242*********2' },
      ],
      failedChannels: [],
    });
    expect(await iamport.call('getBillingKey', { customer_uid: 'k' })).toEqual(key);
    expect(await iamport.call('listBillingKeys', { customer_uid: ['k'] })).toEqual([key]);
    expect(await iamport.call('deleteBillingKey', { customer_uid: 'k' })).toEqual(key);
  });

  it('is kept by some channels only', async () => {
    const { iamport } = shopWith({ settings: { channelGroups: { [GROUP]: ['kcp_billing', 'nice', 'danal_tpay'] } } });
    const key = await issue(iamport, { ...CARD, card_number: '4000000000000119' });
    expect(key).toMatchObject({
      succeededChannels: [{ pg_provider: 'kcp_billing' }],
      failedChannels: [
        { type: 'PG_PROVIDER', pg_provider: 'nice' },
        { type: 'PG_PROVIDER', pg_provider: 'danal_tpay' },
      ],
    });
  });

  it('is charged at its first channel: again, and by schedule', async () => {
    const { sandbox, iamport } = shopWith();
    await issue(iamport);
    const again = { customer_uid: 'k', merchant_uid: 'again', amount: 100, name: '구독' };
    expect(await iamport.call('payAgain', again)).toMatchObject({ status: 'paid', pg_provider: 'nice' });
    const schedules = [{ merchant_uid: 's', schedule_at: sandbox.clock.seconds() + 60, amount: 100, name: '구독' }];
    expect(await iamport.call('schedulePayments', { customer_uid: 'k', schedules })).toMatchObject([
      { pg_provider: 'nice', schedule_status: 'scheduled' },
    ]);
    await sandbox.clock.advance('1m');
    expect(await iamport.call('findPayment', { merchant_uid: 's' })).toMatchObject({
      status: 'paid',
      pg_provider: 'nice',
    });
  });

  it('replaces an ordinary key, which keeps the time it was issued', async () => {
    const { sandbox, iamport } = shopWith();
    const first = await iamport.call('issueBillingKey', { customer_uid: 'k', ...CARD });
    await sandbox.clock.advance('1d');
    const [inserted, updated] = [sandbox.clock.seconds() - 86_400, sandbox.clock.seconds()];
    expect(first).toMatchObject({ inserted });
    expect(await issue(iamport)).toMatchObject({
      succeededChannels: [
        { inserted, updated },
        { inserted, updated },
      ],
    });
  });

  it('charges once at the first channel of a group', async () => {
    const { iamport } = shopWith();
    const { customer_name: _name, ...card } = CARD;
    const order = { merchant_uid: 'once', amount: 100, name: '한 번', channelGroupId: GROUP, ...card };
    expect(await iamport.call('payOnetime', order)).toMatchObject({ status: 'paid', pg_provider: 'nice' });
  });

  it.each([['none'], ['__proto__'], ['constructor']])('the group %s does not exist', async (group) => {
    const { iamport } = shopWith();
    const asked = iamport.call('issueBillingKey', { customer_uid: 'k', ...CARD, channel_group_id: group });
    await expect(asked).rejects.toThrow('채널 정보를 조회하는데 실패하였습니다');
  });
});
