import { CHANNELS, SANDBOX_OTP, type RefusalCode } from '../../scripts/sandbox/sandbox.js';
import type { OperationId } from './every-operation.js';

const INICIS = { imp_uid: 'imp_000000000001' };
const NAVER = { imp_uid: 'imp_000000000002' };
const UNKNOWN = { imp_uid: 'imp_999999999999' };
const NOW = Date.UTC(2025, 11, 31, 15) / 1000;
const HOUR = 3600;
const DELIVERY = {
  sender: { name: '판매자' },
  receiver: { name: '홍길동' },
  logis: { company: 'CJGLS', invoice: '123456789012', sent_at: NOW },
};
const ADDED: Call = ['addEscrowDelivery', { ...INICIS, ...DELIVERY }];
const QUICK = { merchant_uid: 'quick', btid: 'b', cust_ip: '127.0.0.1', code_verifier: 'v' };
const BENEPIA = { benepia_user: 'user', benepia_password: 'wrong', pg: 'kcp' };
const PERSON = {
  name: '홍길동',
  phone: '01012345678',
  birth: '900101',
  gender_digit: '1',
  carrier: 'SKT',
  pg: 'danal',
};
const PARTNERS = { data: [{ business_registration_number: '1234567890', company_name: '입점사', amount: 1004 }] };
const scheduled = (merchant_uid: string): Call => [
  'schedulePayments',
  { customer_uid: 'card-1', schedules: [{ merchant_uid, schedule_at: NOW + HOUR, amount: 100, name: '구독' }] },
];
const REVOKED: Call = ['unschedulePayments', { customer_uid: 'card-1', merchant_uid: ['s-1'] }];

const CONFIRMED: Call = ['confirmOtp', { imp_uid: 'imp_000000000007', otp: SANDBOX_OTP }];

type Call = readonly [OperationId, Record<string, unknown>];

/** Calls in a sandbox in which something of everything has happened: the last one gets the refusal. */
export const AFTERWARDS: readonly (readonly [RefusalCode, ...Call[]])[] = [
  ['key/none-found', ['listBillingKeys', { customer_uid: ['none'] }]],
  ['schedule/exists', scheduled('s-1'), scheduled('s-1')],
  [
    'schedule/not-waiting',
    scheduled('s-1'),
    REVOKED,
    ['updateSchedule', { merchant_uid: 's-1', schedule_at: NOW + 9 }],
  ],
  ['schedule/not-over', scheduled('s-1'), ['reschedulePayment', { merchant_uid: 's-1', schedule_at: NOW + HOUR }]],
  ['schedule/not-over', scheduled('s-1'), ['retrySchedule', { merchant_uid: 's-1' }]],
  ['schedule/past-change', scheduled('s-1'), ['updateSchedule', { merchant_uid: 's-1', schedule_at: NOW - HOUR }]],
  [
    'schedule/past-change',
    scheduled('s-1'),
    REVOKED,
    ['reschedulePayment', { merchant_uid: 's-1', schedule_at: NOW - HOUR }],
  ],
  ['certification/unknown-otp', ['confirmOtp', { ...UNKNOWN, otp: '000000' }]],
  ['otp/missing', ['requestOtp', PERSON], ['confirmOtp', { imp_uid: 'imp_000000000007' }]],
  ['otp/confirmed', ['requestOtp', PERSON], CONFIRMED, CONFIRMED],
  ['receipt/unknown', ['getReceipt', INICIS]],
  ['receipt/not-paid', ['issueReceipt', { imp_uid: 'imp_000000000004', identifier: '01012345678' }]],
  ['receipt/never-issued', ['cancelReceipt', INICIS]],
  ['receipt/unknown-external', ['getExternalReceipt', { merchant_uid: 'none' }]],
  ['receipt/unknown-external', ['cancelExternalReceipt', { merchant_uid: 'none' }]],
  ['receipt/no-payment', ['issueReceipt', { ...UNKNOWN, identifier: '01012345678' }]],
  ['receipt/no-payment', ['cancelReceipt', UNKNOWN]],
  ['receipt/no-payment-partner', ['registerPartnerReceipts', { ...UNKNOWN, ...PARTNERS }]],
  ['vbank/past-due-change', ['updateVbank', { imp_uid: 'imp_000000000004', vbank_due: NOW - HOUR }]],
  ['vbank/unknown', ['updateVbank', { ...UNKNOWN, vbank_due: NOW + HOUR }]],
  ['vbank/unknown', ['cancelVbank', UNKNOWN]],
  ['vbank/not-waiting', ['cancelVbank', INICIS]],
  ['vbank/no-holder', ['getVbankHolder', { bank_code: '004', bank_num: '0000' }]],
  ['escrow/unknown', ['getEscrowDelivery', UNKNOWN]],
  ['escrow/exists', ADDED, ADDED],
  ['escrow/none', ['updateEscrowDelivery', { ...INICIS, ...DELIVERY }]],
  ['escrow/none', ['getEscrowDelivery', INICIS]],
  ['code/unknown-bank', ['getBankCode', { bank_standard_code: '999' }]],
  ['code/unknown-card', ['getCardCode', { card_standard_code: '999' }]],
  ['naver/unknown', ['listNaverProductOrders', INICIS]],
  ['naver/unknown', ['getNaverProductOrder', { product_order_id: '1' }]],
  ['naver/none-processed', ['approveNaverCancellation', NAVER]],
  ['naver/none-processed', ['approveNaverReturn', NAVER]],
  [
    'kcp-quick/unknown-member',
    ['deleteKcpQuickMember', { member_id: 'none', site_code: 's', partner_type: 't', partner_subtype: 'u' }],
  ],
  ['kcp-quick/no-fido', ['releaseKcpQuickFido', { member_id: 'none', channel_key: CHANNELS[0]?.channel_key }]],
  ['kcp-quick/prepared', ['prepareKcpQuickPayment', QUICK], ['prepareKcpQuickPayment', QUICK]],
  ['kcp-quick/not-prepared', ['updatePreparedKcpQuickPayment', QUICK]],
  ['kcp-quick/unknown-key', ['deleteKcpQuickAutopayKey', { customer_uid: 'none' }]],
  [
    'kcp-quick/unknown-payment',
    [
      'payWithKcpQuickMoney',
      {
        member_id: 'm',
        channel_key: CHANNELS[0]?.channel_key,
        merchant_uid: 'quick',
        name: '퀵',
        amount: 1004,
        ...INICIS,
      },
    ],
  ],
  [
    'kcp-quick/unregistered',
    [
      'payWithKcpQuickAutopay',
      { customer_uid: 'none', merchant_uid: 'auto', name: '자동', buyer_name: '홍길동', amount: 300 },
    ],
  ],
  ['benepia/refused', ['getBenepiaPoints', BENEPIA]],
  ['benepia/refused', ['payWithBenepiaPoints', { ...BENEPIA, merchant_uid: 'points', amount: 100, name: '포인트' }]],
  ['cvs/not-waiting', ['cancelCvsBarcode', INICIS]],
  ['payco/unknown', ['updatePaycoOrderStatus', { ...INICIS, status: 'DELIVERY_START' }]],
  [
    'paymentwall/unknown',
    [
      'reportPaymentwallDelivery',
      {
        ...UNKNOWN,
        merchant_uid: 'inicis',
        type: 'digital',
        status: 'delivered',
        estimated_delivery_datetime: NOW,
        estimated_update_datetime: NOW,
        refundable: 'yes',
        shipping_address_email: 'buyer@example.com',
      },
    ],
  ],
];
