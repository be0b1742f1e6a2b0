import type { NaverProductOrder, VbankDeposit } from 'iamport-kit';

import { approve, fail } from '../approval.js';
import { cancelPayment } from '../cancel.js';
import { ControlError } from '../control-error.js';
import { naverPaymentOf, productOrdersOf } from '../naver.js';
import { changePayment, gatewayId } from '../payment.js';
import { answer, type Reply } from '../reply.js';
import { save, type Turn } from '../turn.js';
import type { PaymentRecord } from '../world.js';

/** Money arrives at a virtual account. */
export interface Deposit {
  readonly imp_uid: string;
  /** Default: the amount of the account. */
  readonly amount?: number | undefined;
  readonly depositor?: string | undefined;
}

/** Something about one payment. */
export interface PaymentEvent {
  readonly imp_uid: string;
  readonly amount?: number | undefined;
  readonly reason?: string | undefined;
}

/** The escrow of KG Inicis changes. */
export interface EscrowChange {
  readonly imp_uid: string;
  /** Code of the gateway: 2, 3, 31, 32, 4, 8 or 10. */
  readonly escrow_status?: string | undefined;
  readonly denied_reason?: string | undefined;
}

/** A customer claims something about product orders at Naver. */
export interface NaverClaim {
  readonly imp_uid: string;
  readonly claim: 'CANCEL' | 'RETURN' | 'EXCHANGE';
}

/** Money arrives at a virtual account: the payment is `paid`, unless the account is closed or the amount is another. */
export function deposit(turn: Turn, { imp_uid, amount, depositor = '홍길동' }: Deposit): Reply {
  const record = recordOf(turn, imp_uid);
  const { wire, isUnlimited } = record;
  if (wire.pay_method !== 'vbank' || wire.vbank_num === null) throw new ControlError('no-account', { imp_uid });
  const received = amount ?? wire.amount;
  const entry: VbankDeposit = {
    pg_tid: gatewayId(turn, 'DEPOSIT'),
    amount: received,
    depositor_name: depositor,
    deposited_at: turn.now,
  };
  const history = { deposit_history: [...(wire.deposit_history ?? []), entry] };
  if (isUnlimited && wire.status !== 'ready' && wire.status !== 'failed')
    return answer(changePayment(turn, record, { wire: history }).wire);
  if (wire.status !== 'ready') throw new ControlError('account-closed', { imp_uid, status: wire.status });
  if (!isUnlimited && (wire.vbank_date ?? 0) < turn.now) throw new ControlError('account-overdue', { imp_uid });
  if (!isUnlimited && received !== wire.amount)
    throw new ControlError('account-amount', { imp_uid, amount: wire.amount, received });
  return answer(approve(turn, record, isUnlimited ? history : {}).wire);
}

/** A payment that was reported as failed is approved after all, as with Paymentwall and PayPal. */
export function payLate(turn: Turn, { imp_uid }: PaymentEvent): Reply {
  const record = recordOf(turn, imp_uid);
  const failed = record.wire.status === 'ready' ? fail(turn, record, '[sandbox] 승인 지연') : record;
  if (failed.wire.status !== 'failed') throw new ControlError('not-failed', { imp_uid, status: failed.wire.status });
  return answer(approve(turn, failed).wire);
}

/** The merchant cancels in the console. This is notified, unlike a cancellation over the API. */
export function cancelInConsole(
  turn: Turn,
  { imp_uid, amount, reason = '[sandbox] 관리자 취소' }: PaymentEvent,
): Reply {
  const record = recordOf(turn, imp_uid);
  // The console asks for the fields that the gateway needs.
  const fields = {
    refund_holder: '-',
    refund_bank: '-',
    refund_account: '-',
    refund_tel: '-',
    reason,
    extra: {},
    tax_free: 0,
  };
  return answer(cancelPayment(turn, record, { amount, reason, isNotified: true, fields }).wire);
}

/** The gateway takes a virtual account back before its deposit. */
export function revokeAccount(turn: Turn, { imp_uid }: PaymentEvent): Reply {
  const record = recordOf(turn, imp_uid);
  if (record.wire.pay_method !== 'vbank' || record.wire.status !== 'ready')
    throw new ControlError('no-deposit-awaited', { imp_uid });
  return answer(fail(turn, record, '계좌말소').wire);
}

/** Sends the notification of KG Inicis about an escrow payment. The payment itself stays as it is. */
export function changeEscrow(turn: Turn, { imp_uid, escrow_status = '2', denied_reason = '' }: EscrowChange): Reply {
  const record = recordOf(turn, imp_uid);
  if (record.wire.escrow !== true) throw new ControlError('not-escrow', { imp_uid });
  const { merchant_uid, status } = record.wire;
  const extra = { escrow_status, changed_at: turn.now, denied_reason };
  const body = { event: 'Inicis.Escrow.Changed', imp_uid, merchant_uid, status, extra };
  turn.effects.push({ kind: 'webhook', urls: record.webhookUrls, body, imp_uid });
  return answer(record.wire);
}

/** A customer asks Naver to cancel, to return or to exchange. */
export function claimAtNaver(turn: Turn, { imp_uid, claim }: NaverClaim): Reply<NaverProductOrder[]> {
  const record = naverPaymentOf(turn, imp_uid);
  const orders = productOrdersOf(turn, record).map((order) => ({
    ...order,
    claim_type: claim,
    claim_status: `${claim}_REQUEST`,
  }));
  save(turn, 'naverOrders', [imp_uid, orders]);
  return answer(orders);
}

function recordOf(turn: Turn, impUid: string): PaymentRecord {
  const record = turn.world.payments.get(impUid);
  if (record === undefined) throw new ControlError('unknown-payment', { imp_uid: impUid });
  return record;
}
