import { CHANNELS, type RefusalCode, type Sandbox } from '../../scripts/sandbox/sandbox.js';
import type { OperationId } from './every-operation.js';
import { send } from './send.js';

type Input = Readonly<Record<string, unknown>>;

/** An operation, the row of the table that it is refused with, its input, and what happens before in a busy sandbox. */
export type Situation = readonly [OperationId, RefusalCode, Input, ((sandbox: Sandbox) => Promise<unknown>)?];

const NOW = Date.UTC(2025, 11, 31, 15) / 1000;
const HOUR = 3600;
const WIDE = 93 * 86_400;
const NONE = { channel_key: 'channel-key-none' };
const NEW = { imp_uid: 'imp_000000000007' };
const INICIS = { imp_uid: 'imp_000000000001' };
const PAYCO = { imp_uid: 'imp_000000000003' };
const KAKAO = { imp_uid: 'imp_000000000005' };
const NAVER = { imp_uid: 'imp_000000000002' };
const CARD = { card_number: '4242424242424242', expiry: '2030-12' };
const EXPIRED = { ...CARD, card_number: '4000000000000069' };
const NO_CARD = { ...CARD, card_number: '1234' };
const CHARGE = { merchant_uid: 'new', amount: 100, name: '구독' };
const SECOND = { ...CHARGE, merchant_uid: 'inicis' };
const KEY = { customer_uid: 'card-1' };
const SCHEDULES = { schedules: [{ merchant_uid: 's-1', schedule_at: NOW + HOUR, amount: 100, name: '구독' }] };
const WINDOW = { from: NOW, to: NOW + HOUR };
const BENEPIA = { benepia_user: 'user', benepia_password: 'right', pg: 'kcp' };
const VBANK = { vbank_code: '004', vbank_due: NOW + HOUR };
const PERSON = { name: '홍길동', phone: '01012345678', birth: '900101', gender_digit: '1', carrier: 'SKT' };
const RECEIPT = { merchant_uid: 'outside', name: '현금', amount: 1100, identifier: '01012345678' };
const PARTNERS = { data: [{ business_registration_number: '1234567890', company_name: '입점사', amount: 1004 }] };
const QUICK = { member_id: 'm', channel_key: CHANNELS[0]?.channel_key, name: '퀵', amount: 1004 };
const DELIVERY = {
  sender: { name: '판매자' },
  receiver: { name: '홍길동' },
  logis: { company: 'CJGLS', invoice: '123456789012', sent_at: NOW },
};

const after =
  (id: OperationId, input: Input) =>
  (sandbox: Sandbox): Promise<unknown> =>
    send(sandbox, { id, input });

const opened =
  (params: Input) =>
  (sandbox: Sandbox): Promise<unknown> =>
    sandbox.merchant().requestPay({ merchant_uid: 'new', amount: 1004, name: '당근', ...params });

const paid =
  (params: Input) =>
  async (sandbox: Sandbox): Promise<unknown> => {
    const window = await sandbox.merchant().requestPay({ merchant_uid: 'new', amount: 1004, ...params });
    return window.outcome === 'opened' ? window.approve() : window;
  };

const strict = (sandbox: Sandbox): Promise<void> => sandbox.merchant().configure({ unknownKeyStatus: 404 });

async function failThenDeleteKey(sandbox: Sandbox): Promise<void> {
  await send(sandbox, { id: 'schedulePayments', input: { ...KEY, ...SCHEDULES } });
  await sandbox.merchant().command('gateway.decline', {});
  await sandbox.clock.advance('2h');
  await send(sandbox, { id: 'deleteBillingKey', input: KEY });
}

async function cancelAtPaymentwall(sandbox: Sandbox): Promise<void> {
  await paid({ pg: 'paymentwall' })(sandbox);
  await send(sandbox, { id: 'cancelPayment', input: NEW });
}

async function twoWindowsOnePaid(sandbox: Sandbox): Promise<void> {
  await opened({ pg: 'kcp_quick' })(sandbox);
  await paid({ pg: 'kcp_quick' })(sandbox);
}

/** Situations that the other tables do not reach: each is one line of `iamport-kit sandbox --coverage`. */
export const SITUATIONS: readonly Situation[] = [
  ['getToken', 'request/live-key', { imp_key: '1234567890123456', imp_secret: 'x' }],
  ['getToken', 'token/missing', { imp_key: 'imp_sandbox_1' }],
  ['getToken', 'token/wrong-pair', { imp_key: 'imp_sandbox_1', imp_secret: 'wrong' }],
  ['findAllPayments', 'page/beyond', { merchant_uid: 'inicis', page: 2 }],
  ['findAllPaymentsWithStatus', 'page/beyond', { merchant_uid: 'inicis', payment_status: 'paid', page: 2 }],
  ['listSchedules', 'page/beyond', { schedule_from: NOW, schedule_to: NOW + HOUR, page: 2 }],
  ['listSchedulesByBillingKey', 'page/beyond', { ...KEY, ...WINDOW, page: 2 }],
  ['listBillingKeySchedules', 'page/beyond', { ...KEY, ...WINDOW, page: 2 }],
  ['listSchedules', 'range/too-wide', { schedule_from: NOW, schedule_to: NOW + WIDE }],
  ['listSchedulesByBillingKey', 'range/too-wide', { ...KEY, from: NOW, to: NOW + WIDE }],
  ['listBillingKeySchedules', 'range/too-wide', { ...KEY, from: NOW, to: NOW + WIDE }],
  ['listPaymentsByStatus', 'payment/bad-status', { payment_status: 'done' }],
  ['cancelPayment', 'cancel/no-id', { reason: '변심' }],
  ['cancelPayment', 'cancel/pending', NEW, cancelAtPaymentwall],
  ['payOnetime', 'channel/unknown', { ...CHARGE, ...CARD, channelGroupId: 'none' }],
  ['payAgain', 'channel/unknown', { ...CHARGE, ...KEY, ...NONE }],
  ['schedulePayments', 'channel/unknown', { customer_uid: 'k', ...CARD, ...SCHEDULES, ...NONE }],
  ['createVbank', 'channel/unknown', { ...CHARGE, ...VBANK, ...NONE }],
  ['issueExternalReceipt', 'channel/unknown', { ...RECEIPT, ...NONE }],
  ['requestOtp', 'channel/unknown', { ...PERSON, ...NONE }],
  ['issueCvsBarcode', 'channel/unknown', { ...CHARGE, ...NONE }],
  ['listNaverReviews', 'channel/unknown', { ...WINDOW, review_type: 'general', ...NONE }],
  ['getBenepiaPoints', 'channel/unknown', { ...BENEPIA, ...NONE }],
  ['payWithBenepiaPoints', 'channel/unknown', { ...BENEPIA, ...CHARGE, ...NONE }],
  ['releaseKcpQuickFido', 'channel/unknown', { member_id: 'm', ...NONE }],
  [
    'payWithKcpQuickMoney',
    'channel/unknown',
    { ...QUICK, ...NONE, merchant_uid: 'quick', imp_uid: 'imp_000000000006' },
  ],
  ['issueBillingKey', 'charge/card', { customer_uid: 'k', ...NO_CARD }],
  ['schedulePayments', 'charge/card', { customer_uid: 'k', ...NO_CARD, ...SCHEDULES }],
  ['issueBillingKey', 'charge/expired', { customer_uid: 'k', ...EXPIRED }],
  ['schedulePayments', 'charge/expired', { customer_uid: 'k', ...EXPIRED, ...SCHEDULES }],
  ['payAgain', 'charge/paid-order', { ...SECOND, ...KEY }],
  ['payWithBenepiaPoints', 'charge/paid-order', { ...SECOND, ...BENEPIA }],
  ['payWithKcpQuickMoney', 'charge/paid-order', { ...QUICK, ...NEW, merchant_uid: 'new' }, twoWindowsOnePaid],
  ['payWithKcpQuickAutopay', 'charge/paid-order', { ...SECOND, ...KEY, buyer_name: '홍길동' }],
  ['createVbank', 'charge/paid-order', { ...SECOND, ...VBANK, pg: 'nice' }],
  ['issueCvsBarcode', 'charge/paid-order', { ...SECOND, pg: 'galaxia' }],
  [
    'payAgain',
    'charge/inicis-name',
    { customer_uid: 'k', merchant_uid: 'new', amount: 100, name: '' },
    after('issueBillingKey', { customer_uid: 'k', ...CARD, pg: 'inicis' }),
  ],
  ['deleteBillingKey', 'key/unknown', { customer_uid: 'none' }],
  ['listBillingKeyPayments', 'key/unknown', { customer_uid: 'none' }],
  ['deleteBillingKey', 'key/unknown-404', { customer_uid: 'none' }, strict],
  ['listBillingKeyPayments', 'key/unknown-404', { customer_uid: 'none' }, strict],
  ['updateSchedule', 'schedule/unknown', { merchant_uid: 'none', schedule_at: NOW + HOUR }],
  ['reschedulePayment', 'schedule/unknown', { merchant_uid: 'none', schedule_at: NOW + HOUR }],
  ['retrySchedule', 'schedule/key-gone', { merchant_uid: 's-1' }, failThenDeleteKey],
  ['registerPartnerReceipts', 'receipt/not-paid', { ...NEW, ...PARTNERS }, opened({ pg: 'html5_inicis' })],
  ['issueExternalReceipt', 'receipt/issued', { ...RECEIPT, pg: 'nice' }, after('issueExternalReceipt', RECEIPT)],
  ['cancelReceipt', 'receipt/unsupported', KAKAO],
  ['registerPartnerReceipts', 'receipt/unsupported', { ...KAKAO, ...PARTNERS }],
  ['updateVbank', 'vbank/unsupported', { ...NEW, vbank_due: NOW + HOUR }, paid({ pg: 'ksnet', pay_method: 'vbank' })],
  ['cancelVbank', 'vbank/unsupported', NEW, paid({ pg: 'danal_tpay', pay_method: 'vbank' })],
  ['updateVbank', 'vbank/not-waiting', { ...INICIS, vbank_due: NOW + HOUR }],
  ['addEscrowDelivery', 'escrow/not-escrow', { ...PAYCO, ...DELIVERY }],
  ['updateEscrowDelivery', 'escrow/not-escrow', { ...PAYCO, ...DELIVERY }],
  ['addEscrowDelivery', 'escrow/unsupported', { ...NEW, ...DELIVERY }, paid({ pg: 'nice', escrow: true })],
  ['updateEscrowDelivery', 'escrow/unsupported', { ...NEW, ...DELIVERY }, paid({ pg: 'nice', escrow: true })],
  ['confirmNaverOrder', 'naver/not-paid', { ...NEW, requester: 'admin' }, opened({ pg: 'naverco' })],
  ['accrueNaverPoints', 'naver/not-paid', NEW, opened({ pg: 'naverco' })],
  [
    'placeNaverProductOrders',
    'naver/none-processed',
    NAVER,
    after('cancelNaverProductOrders', { ...NAVER, reason: 'SOLD_OUT' }),
  ],
  [
    'shipNaverProductOrders',
    'naver/none-processed',
    { ...NAVER, delivery_method: 'DELIVERY', dispatched_at: NOW },
    after('cancelNaverProductOrders', { ...NAVER, reason: 'SOLD_OUT' }),
  ],
  [
    'cancelNaverProductOrders',
    'naver/none-processed',
    { ...NAVER, reason: 'SOLD_OUT' },
    after('shipNaverProductOrders', { ...NAVER, delivery_method: 'DELIVERY', dispatched_at: NOW }),
  ],
  ['requestNaverReturn', 'naver/none-processed', { ...NAVER, delivery_method: 'RETURN_DELIVERY' }],
  ['rejectNaverReturn', 'naver/none-processed', { ...NAVER, memo: '사용한 상품' }],
  ['withholdNaverReturn', 'naver/none-processed', { ...NAVER, memo: '확인 중' }],
  ['resolveNaverReturn', 'naver/none-processed', NAVER],
  ['collectNaverExchange', 'naver/none-processed', NAVER],
  ['shipNaverExchange', 'naver/none-processed', { ...NAVER, delivery_method: 'DELIVERY' }],
];
