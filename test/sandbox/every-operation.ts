import { createIamport, type OperationTypes } from '../../src/index.js';
import { CHANNELS, createSandbox, SANDBOX_OTP, type Sandbox } from '../../scripts/sandbox/sandbox.js';

export type OperationId = keyof OperationTypes;

const CARD = '4242424242424242';
const NOW = Date.UTC(2025, 11, 31, 15) / 1000;
const HOUR = 3600;

/** A sandbox in which something of everything has happened. IDs: see the comments. */
export async function busySandbox(): Promise<Sandbox> {
  const sandbox = createSandbox();
  const merchant = sandbox.merchant();
  const pay = async (params: Record<string, unknown>): Promise<void> => {
    const window = await merchant.requestPay({ amount: 1004, name: '당근 10kg', ...params });
    if (window.outcome === 'opened') await window.approve();
  };
  await pay({ pg: 'html5_inicis', merchant_uid: 'inicis', escrow: true }); // imp_000000000001
  await pay({ pg: 'naverpay', merchant_uid: 'naver', m_redirect_url: 'http://shop/' }); // imp_000000000002
  await pay({ pg: 'payco', merchant_uid: 'payco' }); // imp_000000000003
  await pay({ pg: 'settle', merchant_uid: 'vbank', pay_method: 'vbank' }); // imp_000000000004
  await pay({ pg: 'kakaopay', merchant_uid: 'key', customer_uid: 'card-1', amount: 0 }); // imp_000000000005
  await merchant.requestPay({ pg: 'kcp_quick', merchant_uid: 'quick', amount: 1004 }); // imp_000000000006
  return sandbox;
}

const PERSON = { name: '홍길동', phone: '01012345678', birth: '900101', gender_digit: '1', carrier: 'SKT' } as const;
const DELIVERY = {
  sender: { name: '판매자' },
  receiver: { name: '홍길동' },
  logis: { company: 'CJGLS', invoice: '123456789012', sent_at: NOW },
};

/** One call of every operation that succeeds, in an order in which each finds what it needs. */
export const SUCCESSES: readonly (readonly [OperationId, Record<string, unknown>])[] = [
  ['getToken', { imp_key: 'imp_sandbox_1', imp_secret: 'sandbox' }],
  ['getPayment', { imp_uid: 'imp_000000000001' }],
  ['listPayments', { imp_uid: ['imp_000000000001'], merchant_uid: ['payco'] }],
  ['listPaymentsByStatus', { payment_status: 'all', limit: 3 }],
  ['findPayment', { merchant_uid: 'inicis' }],
  ['findPaymentWithStatus', { merchant_uid: 'inicis', payment_status: 'paid' }],
  ['findAllPayments', { merchant_uid: 'inicis' }],
  ['findAllPaymentsWithStatus', { merchant_uid: 'inicis', payment_status: 'paid' }],
  ['getPaymentBalance', { imp_uid: 'imp_000000000003' }],
  ['preparePayment', { merchant_uid: 'prepared', amount: 500, currency: 'KRW' }],
  ['updatePreparedPayment', { merchant_uid: 'prepared', amount: 600 }],
  ['getPreparedPayment', { merchant_uid: 'prepared' }],
  [
    'issueBillingKey',
    { customer_uid: 'card-2', pg: 'nice', card_number: CARD, expiry: '2030-12', customer_name: '홍길동' },
  ],
  ['getBillingKey', { customer_uid: 'card-2' }],
  ['listBillingKeys', { customer_uid: ['card-1', 'card-2'] }],
  ['payAgain', { customer_uid: 'card-2', merchant_uid: 'again', amount: 2000, name: '구독' }], // imps_000000000007
  [
    'payOnetime',
    { merchant_uid: 'once', amount: 14.2, currency: 'USD', card_number: CARD, expiry: '2030-12', name: '한 번' },
  ],
  ['listBillingKeyPayments', { customer_uid: 'card-2' }],
  [
    'schedulePayments',
    {
      customer_uid: 'card-2',
      schedules: ['s-1', 's-2', 's-3'].map((merchant_uid, index) => ({
        merchant_uid,
        schedule_at: NOW + (index + 1) * HOUR,
        amount: 100,
        name: '구독',
      })),
    },
  ],
  ['getSchedule', { merchant_uid: 's-1' }],
  ['updateSchedule', { merchant_uid: 's-1', schedule_at: NOW + 2 * HOUR }],
  ['listSchedules', { schedule_from: NOW, schedule_to: NOW + 10 * HOUR }],
  [
    'listSchedulesByBillingKey',
    { customer_uid: 'card-2', from: NOW, to: NOW + 10 * HOUR, 'schedule-status': 'scheduled' },
  ],
  ['listBillingKeySchedules', { customer_uid: 'card-2', from: NOW, to: NOW + 10 * HOUR }],
  ['unschedulePayments', { customer_uid: 'card-2', merchant_uid: ['s-2'] }],
  ['reschedulePayment', { merchant_uid: 's-2', schedule_at: NOW + 5 * HOUR }],
  ['deleteBillingKey', { customer_uid: 'card-2', reason: '탈퇴', 'extra[requester]': 'customer' }],
  ['requestOtp', { ...PERSON, pg: 'danal' }],
  ['confirmOtp', { imp_uid: 'imp_000000000009', otp: SANDBOX_OTP }],
  ['getCertification', { imp_uid: 'imp_000000000009' }],
  ['deleteCertification', { imp_uid: 'imp_000000000009' }],
  ['issueReceipt', { imp_uid: 'imp_000000000001', identifier: '01012345678', type: 'person' }],
  ['getReceipt', { imp_uid: 'imp_000000000001' }],
  ['cancelReceipt', { imp_uid: 'imp_000000000001' }],
  [
    'issueExternalReceipt',
    { merchant_uid: 'outside', pg: 'nice', name: '현금', amount: 1100, identifier: '01012345678' },
  ],
  ['getExternalReceipt', { merchant_uid: 'outside' }],
  ['cancelExternalReceipt', { merchant_uid: 'outside' }],
  [
    'registerPartnerReceipts',
    {
      imp_uid: 'imp_000000000001',
      data: [{ business_registration_number: '1234567890', company_name: '입점사', amount: 1004 }],
    },
  ],
  ['updateVbank', { imp_uid: 'imp_000000000004', amount: 900, vbank_due: NOW + HOUR }],
  ['cancelVbank', { imp_uid: 'imp_000000000004' }],
  ['createVbank', { pg: 'nice', merchant_uid: 'vbank-2', amount: 700, vbank_code: '004', vbank_due: NOW + HOUR }],
  ['getVbankHolder', { bank_code: '004', bank_num: '12345678' }],
  ['addEscrowDelivery', { imp_uid: 'imp_000000000001', ...DELIVERY }],
  ['updateEscrowDelivery', { imp_uid: 'imp_000000000001', ...DELIVERY }],
  ['getEscrowDelivery', { imp_uid: 'imp_000000000001' }],
  ['listCardCodes', {}],
  ['getCardCode', { card_standard_code: '366' }],
  ['listBankCodes', {}],
  ['getBankCode', { bank_standard_code: '004' }],
  ['listChannels', {}],
  ['getTier', { tier_code: 'ABC' }],
  ['getBenepiaPoints', { benepia_user: 'user', benepia_password: 'right', pg: 'kcp' }],
  [
    'payWithBenepiaPoints',
    { benepia_user: 'user', benepia_password: 'right', pg: 'kcp', merchant_uid: 'points', amount: 100, name: '포인트' },
  ],
  ['issueCvsBarcode', { pg: 'galaxia', merchant_uid: 'cvs', amount: 5000 }], // imps_000000000012
  ['cancelCvsBarcode', { imp_uid: 'imps_000000000012' }],
  ['updatePaycoOrderStatus', { imp_uid: 'imp_000000000003', status: 'DELIVERY_START' }],
  [
    'reportPaymentwallDelivery',
    {
      imp_uid: 'imp_000000000001',
      merchant_uid: 'inicis',
      type: 'digital',
      status: 'delivered',
      estimated_delivery_datetime: NOW,
      estimated_update_datetime: NOW,
      refundable: 'yes',
      shipping_address_email: 'buyer@example.com',
    },
  ],
  ['listKakaoOrders', { payment_request_date: '20260101' }],
  [
    'prepareKcpQuickPayment',
    { merchant_uid: 'quick', btid: 'b', cust_ip: '127.0.0.1', code_verifier: 'v', prepaid_amount: 10 },
  ],
  ['updatePreparedKcpQuickPayment', { merchant_uid: 'quick', btid: 'b', cust_ip: '127.0.0.1', code_verifier: 'v' }],
  [
    'payWithKcpQuickMoney',
    {
      member_id: 'm',
      channel_key: CHANNELS[0]?.channel_key,
      merchant_uid: 'quick',
      name: '퀵',
      amount: 1004,
      imp_uid: 'imp_000000000006',
    },
  ],
  [
    'payWithKcpQuickAutopay',
    { customer_uid: 'card-1', merchant_uid: 'auto', name: '자동', buyer_name: '홍길동', amount: 300 },
  ],
  ['deleteKcpQuickAutopayKey', { customer_uid: 'card-1' }],
  ['listNaverProductOrders', { imp_uid: 'imp_000000000002' }],
  ['getNaverCashAmount', { imp_uid: 'imp_000000000002' }],
  ['listNaverReviews', { channel_key: CHANNELS[0]?.channel_key, from: NOW, to: NOW + HOUR, review_type: 'general' }],
  ['accrueNaverPoints', { imp_uid: 'imp_000000000002' }],
  ['cancelPayment', { imp_uid: 'imp_000000000001', amount: 4, checksum: 1004, reason: '일부 환불' }],
];

/** Operations whose success needs an event in between, with what makes it possible. */
export const AFTER_EVENTS: readonly (readonly [
  OperationId,
  Record<string, unknown>,
  (sandbox: Sandbox) => Promise<unknown>,
])[] = [
  ['placeNaverProductOrders', NAVER(), nothing],
  [
    'shipNaverProductOrders',
    { ...NAVER(), delivery_method: 'DELIVERY', dispatched_at: NOW, delivery_company: 'CJGLS' },
    nothing,
  ],
  ['requestNaverReturn', { ...NAVER(), delivery_method: 'RETURN_DELIVERY' }, ship],
  ['withholdNaverReturn', { ...NAVER(), memo: '확인 중' }, claim('RETURN')],
  ['resolveNaverReturn', NAVER(), claim('RETURN')],
  ['rejectNaverReturn', { ...NAVER(), memo: '사용한 상품' }, claim('RETURN')],
  ['approveNaverReturn', NAVER(), claim('RETURN')],
  ['collectNaverExchange', NAVER(), claim('EXCHANGE')],
  ['shipNaverExchange', { ...NAVER(), delivery_method: 'DELIVERY' }, claim('EXCHANGE')],
  ['approveNaverCancellation', NAVER(), claim('CANCEL')],
  ['cancelNaverProductOrders', { ...NAVER(), reason: 'SOLD_OUT' }, nothing],
  ['confirmNaverOrder', { ...NAVER(), requester: 'admin' }, nothing],
  ['deleteKcpQuickMember', { member_id: 'member', site_code: 's', partner_type: 't', partner_subtype: 'u' }, joinQuick],
  ['releaseKcpQuickFido', { member_id: 'member', channel_key: CHANNELS[0]?.channel_key }, joinQuick],
  ['getNaverProductOrder', { product_order_id: '2000000002' }, nothing],
  ['retrySchedule', { merchant_uid: 'retry' }, failSchedule],
];

function NAVER(): { imp_uid: string } {
  return { imp_uid: 'imp_000000000002' };
}

function nothing(): Promise<void> {
  return Promise.resolve();
}

function claim(kind: 'CANCEL' | 'RETURN' | 'EXCHANGE') {
  return (sandbox: Sandbox): Promise<unknown> => sandbox.merchant().command('naver.claim', { ...NAVER(), claim: kind });
}

async function ship(sandbox: Sandbox): Promise<void> {
  const delivery = { delivery_method: 'DELIVERY', dispatched_at: NOW } as const;
  await createIamport(sandbox.clientOptions()).call('shipNaverProductOrders', { ...NAVER(), ...delivery });
}

function joinQuick(sandbox: Sandbox): Promise<unknown> {
  return sandbox.merchant().command('kcp-quick.join', { member_id: 'member' });
}

async function failSchedule(sandbox: Sandbox): Promise<void> {
  const iamport = createIamport(sandbox.clientOptions());
  const schedule_at = sandbox.clock.seconds() + 60;
  const schedules = [{ merchant_uid: 'retry', schedule_at, amount: 100, name: '구독' }];
  await iamport.subscriptions.schedule({ customer_uid: 'card-1', schedules });
  await sandbox.merchant().command('gateway.decline', {});
  await sandbox.clock.advance('2m');
}
