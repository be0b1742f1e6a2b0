/* eslint-disable @typescript-eslint/no-deprecated -- the service still takes `pg` */
import type { RefusalCode } from '../../scripts/sandbox/sandbox.js';
import type { Iamport } from '../../src/index.js';
import { openWindow, type shopWith } from './receiver.js';

const ID = 'imp_000000000001';
const CARD = { card_number: '4242424242424242', expiry: '2030-12' };
const NOW = Date.UTC(2025, 11, 31, 15) / 1000;

type Shop = ReturnType<typeof shopWith>;
type Act = (shop: Shop, call: Iamport['call']) => Promise<unknown>;

const paid = async ({ sandbox }: Shop, params: Record<string, unknown> = {}): Promise<void> => {
  await (await openWindow(sandbox, params)).approve();
};
const charge = (call: Iamport['call'], number: string): Promise<unknown> =>
  call('payOnetime', { merchant_uid: 'c', amount: 100, name: '한 번', expiry: '2030-12', card_number: number });

/** What each refusal is the answer to: the last call of each case. */
export const CASES: readonly (readonly [RefusalCode, Act])[] = [
  ['payment/unknown', (_shop, call) => call('getPayment', { imp_uid: ID })],
  ['payment/none-found', (_shop, call) => call('listPayments', { imp_uid: [ID] })],
  ['payment/unknown-order', (_shop, call) => call('findAllPayments', { merchant_uid: 'x' })],
  ['page/beyond', (_shop, call) => call('listPaymentsByStatus', { payment_status: 'all', page: 2 })],
  [
    'range/too-wide',
    (_shop, call) => call('listPaymentsByStatus', { payment_status: 'all', from: NOW - 91 * 86_400, to: NOW }),
  ],
  [
    'balance/unsupported',
    async (shop, call) => {
      await paid(shop);
      return call('getPaymentBalance', { imp_uid: ID });
    },
  ],
  [
    'prepare/exists',
    async (_shop, call) => {
      await call('preparePayment', { merchant_uid: 'p', amount: 1 });
      return call('preparePayment', { merchant_uid: 'p', amount: 1 });
    },
  ],
  ['prepare/unknown', (_shop, call) => call('getPreparedPayment', { merchant_uid: 'p' })],
  ['prepare/unknown-update', (_shop, call) => call('updatePreparedPayment', { merchant_uid: 'p', amount: 1 })],
  ['cancel/unknown', (_shop, call) => call('cancelPayment', { merchant_uid: 'x' })],
  [
    'cancel/unknown',
    async (shop, call) => {
      await paid(shop);
      return call('cancelPayment', { imp_uid: 'imp_9', merchant_uid: 'o-1' });
    },
  ],
  [
    'cancel/not-paid',
    async (shop, call) => {
      await openWindow(shop.sandbox);
      return call('cancelPayment', { imp_uid: ID });
    },
  ],
  [
    'cancel/already',
    async (shop, call) => {
      await paid(shop);
      await call('cancelPayment', { imp_uid: ID });
      return call('cancelPayment', { imp_uid: ID });
    },
  ],
  [
    'cancel/too-much',
    async (shop, call) => {
      await paid(shop);
      await call('cancelPayment', { imp_uid: ID, amount: 1000 });
      return call('cancelPayment', { imp_uid: ID, amount: 5 });
    },
  ],
  [
    'cancel/checksum',
    async (shop, call) => {
      await paid(shop);
      return call('cancelPayment', { imp_uid: ID, amount: 4, checksum: 1000 });
    },
  ],
  [
    'cancel/by-gateway',
    async (_shop, call) => {
      await charge(call, '4000000000005126');
      return call('cancelPayment', { imp_uid: 'imps_000000000001' });
    },
  ],
  [
    'cancel/refund-account',
    async (shop, call) => {
      await paid(shop, { pay_method: 'vbank' });
      await shop.sandbox.merchant().command('vbank.deposit', { imp_uid: ID });
      return call('cancelPayment', { imp_uid: ID, refund_holder: '홍길동' });
    },
  ],
  [
    'cancel/required',
    async (shop, call) => {
      await paid(shop, { pg: 'kcp', tax_free: 100 });
      return call('cancelPayment', { imp_uid: ID, amount: 4 });
    },
  ],
  [
    'cancel/required',
    async (shop, call) => {
      await paid(shop, { pg: 'naverpay', m_redirect_url: 'http://shop/' });
      return call('cancelPayment', { imp_uid: ID });
    },
  ],
  [
    'cancel/partial-unsupported',
    async (shop, call) => {
      await paid(shop, { pg: 'danal', pay_method: 'phone' });
      return call('cancelPayment', { imp_uid: ID, amount: 4 });
    },
  ],
  [
    'cancel/phone-month',
    async (shop, call) => {
      await paid(shop, { pg: 'danal', pay_method: 'phone' });
      await shop.sandbox.clock.advance('32d');
      return call('cancelPayment', { imp_uid: ID });
    },
  ],
  ['charge/card', (_shop, call) => charge(call, '1234')],
  ['charge/expired', (_shop, call) => charge(call, '4000000000000069')],
  ['charge/declined', (_shop, call) => charge(call, '4000000000000002')],
  [
    'charge/paid-order',
    async (shop, call) => {
      await paid(shop, { merchant_uid: 'c' });
      return charge(call, CARD.card_number);
    },
  ],
  [
    'charge/inicis-name',
    (_shop, call) => call('payOnetime', { merchant_uid: 'c', amount: 100, pg: 'inicis', ...CARD }),
  ],
  [
    'key/issue-refused',
    (_shop, call) =>
      call('issueBillingKey', { customer_uid: 'k', ...CARD, card_number: '4000000000000002', pg: 'nice' }),
  ],
  [
    'key/not-registered',
    (_shop, call) => call('payAgain', { customer_uid: 'k', merchant_uid: 'm', amount: 1, name: 'n' }),
  ],
  ['key/unknown', (_shop, call) => call('getBillingKey', { customer_uid: 'k' })],
  [
    'key/unknown-404',
    async ({ sandbox }, call) => {
      await sandbox.merchant().configure({ unknownKeyStatus: 404 });
      return call('getBillingKey', { customer_uid: 'k' });
    },
  ],
  [
    'schedule/no-customer',
    (_shop, call) =>
      call('schedulePayments', {
        customer_uid: 'k',
        schedules: [{ merchant_uid: 's', schedule_at: NOW + 60, amount: 1, name: 'n' }],
      }),
  ],
  [
    'schedule/past',
    (_shop, call) =>
      call('schedulePayments', {
        customer_uid: 'k',
        ...CARD,
        schedules: [{ merchant_uid: 's', schedule_at: NOW - 60, amount: 1, name: 'n' }],
      }),
  ],
  ['schedule/nothing-to-revoke', (_shop, call) => call('unschedulePayments', { customer_uid: 'k' })],
  ['schedule/unknown', (_shop, call) => call('getSchedule', { merchant_uid: 's' })],
  ['certification/unknown', (_shop, call) => call('getCertification', { imp_uid: ID })],
  [
    'otp/wrong',
    async (_shop, call) => {
      const { imp_uid } = await call('requestOtp', {
        name: '홍길동',
        phone: '0101',
        birth: '900101',
        gender_digit: '1',
        carrier: 'SKT',
        pg: 'danal',
      });
      return call('confirmOtp', { imp_uid, otp: '1' });
    },
  ],
  [
    'receipt/unsupported',
    async (shop, call) => {
      await paid(shop, { pg: 'kakaopay' });
      return call('issueReceipt', { imp_uid: ID, identifier: '1' }, { timeoutMs: 300 });
    },
  ],
  [
    'receipt/issued',
    async (shop, call) => {
      await paid(shop);
      await call('issueReceipt', { imp_uid: ID, identifier: '1' });
      return call('issueReceipt', { imp_uid: ID, identifier: '1' }, { timeoutMs: 300 });
    },
  ],
  [
    'vbank/unsupported',
    (_shop, call) =>
      call('createVbank', { pg: 'kakaopay', merchant_uid: 'v', amount: 1, vbank_code: '004', vbank_due: NOW + 60 }),
  ],
  [
    'vbank/past-due',
    (_shop, call) =>
      call('createVbank', { pg: 'nice', merchant_uid: 'v', amount: 1, vbank_code: '004', vbank_due: NOW - 60 }),
  ],
  [
    'escrow/not-escrow',
    async (shop, call) => {
      await paid(shop);
      return call('getEscrowDelivery', { imp_uid: ID });
    },
  ],
  ['tier/unknown', (_shop, call) => call('getTier', { tier_code: 'ZZZ' })],
  [
    'channel/unknown',
    (_shop, call) => call('issueBillingKey', { customer_uid: 'k', channel_key: 'channel-key-none', ...CARD }),
  ],
];
