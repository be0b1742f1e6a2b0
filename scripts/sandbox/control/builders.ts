import type { Payment, PaymentWebhook } from 'iamport-kit';
import { checkPayment } from 'iamport-kit/validators/Payment';
import { checkPaymentWebhook } from 'iamport-kit/validators/PaymentWebhook';

import { approve, fail, issueAccount } from '../model/approval.js';
import { cancelPayment } from '../model/cancel.js';
import { CHANNELS } from '../model/channels.js';
import { beginPayment } from '../model/payment.js';
import type { Turn } from '../model/turn.js';
import { emptyWorld, type PaymentRecord } from '../model/world.js';

/** What a payment can be built as. `vbank` is a virtual account that waits for its deposit. */
export type BuiltStatus = Payment['status'] | 'vbank' | 'partly-cancelled';

const BUILT_AT = Date.UTC(2025, 11, 31, 15) / 1000;

/**
 * A payment as the API answers it, for tests that need no sandbox. It went through the sandbox's own transitions and was
 * checked by the document; `changes` replace fields of it.
 *
 * @throws {TypeError} when the changes make something that the document does not allow.
 */
export function paymentOf(status: BuiltStatus, changes: Partial<Payment> = {}): Payment {
  const { amount = 1004, merchant_uid = 'order-1' } = changes;
  const channel = CHANNELS[0];
  if (channel === undefined) throw new TypeError('the sandbox has no channel');
  const turn: Turn = { world: emptyWorld('imp_sandbox'), now: BUILT_AT, effects: [] };
  const fields = {
    name: '당근 10kg',
    buyer_name: '홍길동',
    buyer_email: 'buyer@example.com',
    buyer_tel: '010-0000-0000',
  };
  const began = beginPayment(turn, { merchant_uid, amount, channel, origin: 'legacy', pay_method: 'card', fields });
  const payment = { ...bring(turn, began, status).wire, ...changes };
  const checked = checkPayment(payment);
  if (checked.ok) return payment;
  throw new TypeError(`paymentOf: ${checked.issues.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')}`);
}

function bring(turn: Turn, record: PaymentRecord, status: BuiltStatus): PaymentRecord {
  switch (status) {
    case 'ready':
      return record;
    case 'vbank':
      return issueAccount(turn, record, { code: '088', due: null, holder: null, number: null });
    case 'paid':
      return approve(turn, record);
    case 'failed':
      return fail(turn, record, '한도가 초과하였습니다.');
    case 'cancelled':
      return cancelPayment(turn, approve(turn, record), { reason: '고객 요청', fields: {} });
    case 'partly-cancelled':
      return cancelPayment(turn, approve(turn, record), { amount: record.wire.amount / 2, fields: {} });
  }
}

/**
 * The notification of a payment, for tests of a handler.
 *
 * @throws {TypeError} when the changes make something that the document does not allow.
 */
export function webhookOf(
  payment: Pick<Payment, 'imp_uid' | 'merchant_uid' | 'status'>,
  changes: Partial<PaymentWebhook> = {},
): PaymentWebhook {
  const { imp_uid, merchant_uid, status } = payment;
  const body: PaymentWebhook = { imp_uid, merchant_uid, status, ...changes };
  const checked = checkPaymentWebhook(body);
  if (checked.ok) return body;
  throw new TypeError(`webhookOf: ${checked.issues.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')}`);
}
