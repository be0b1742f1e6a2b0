import { approve, fail, issueAccount } from '../approval.js';
import { callbackOf, redirectQueryOf, type WindowFailure } from '../callback.js';
import { channelOf } from '../channels.js';
import { takeDecline } from '../charge.js';
import { ControlError } from '../control-error.js';
import { gatewayOf } from '../gateways.js';
import { keepKey } from '../keys.js';
import { changePayment } from '../payment.js';
import { answer, type Reply } from '../reply.js';
import type { Turn } from '../turn.js';
import type { PaymentRecord } from '../world.js';

/** How a window ended, as the browser will learn it. */
export interface WindowEnd {
  readonly imp_uid: string;
  readonly outcome: 'paid' | 'account-issued' | 'key-issued' | 'failed';
  /** What the callback gets. */
  readonly callback: Readonly<Record<string, unknown>>;
  /** Query of the redirect. */
  readonly query: Readonly<Record<string, string>>;
  /** `m_redirect_url` of the request. */
  readonly redirectUrl: string | null;
}

/** The customer pays. */
export interface Approval {
  readonly imp_uid: string;
  /** A different amount than requested, as from a tampered browser. */
  readonly amount?: number | undefined;
}

/** The gateway declines, or the customer leaves. */
export interface Decline {
  readonly imp_uid: string;
  readonly code?: string | undefined;
  readonly text?: string | undefined;
}

/** The customer pays: approves the payment, or issues the requested account or billing key. */
export function approveWindow(turn: Turn, { imp_uid, amount }: Approval): Reply<WindowEnd> {
  const opened = openPayment(turn, imp_uid);
  const text = takeDecline(turn);
  if (text !== null) return declineWindow(turn, { imp_uid, text });
  const record = amount === undefined ? opened : changePayment(turn, opened, { wire: { amount } });
  if (record.wire.pay_method === 'vbank') {
    const account = { code: '088', due: record.wire.vbank_date || null, holder: null, number: null };
    return ended(issueAccount(turn, record, account), null, 'account-issued');
  }
  if (record.issuesKey !== null) return approveKeyWindow(turn, record, record.issuesKey);
  return ended(approve(turn, record), null, 'paid');
}

function approveKeyWindow(turn: Turn, record: PaymentRecord, customerUid: string): Reply<WindowEnd> {
  const { wire } = record;
  const gateway = gatewayOf(wire.pg_provider ?? '');
  const pays = gateway.keyWindow === 'pays' || (gateway.keyWindow === 'by-amount' && wire.amount > 0);
  const channel = channelOf({ pg: wire.pg_provider ?? undefined });
  keepKey(turn, { customer_uid: customerUid, channel, behaviour: 'ok', fields: {} });
  const usage = { customer_uid: customerUid, customer_uid_usage: 'issue' };
  const kept = changePayment(turn, record, { wire: pays ? usage : { ...usage, amount: 0 } });
  return ended(approve(turn, kept), null, pays ? 'paid' : 'key-issued');
}

/** The gateway declines. Without a code and a text, the limit of the card is exceeded. */
export function declineWindow(turn: Turn, { imp_uid, code, text }: Decline): Reply<WindowEnd> {
  const record = openPayment(turn, imp_uid);
  const isOld = record.origin !== 'v1';
  const limit = isOld
    ? `F0004:PG사 결제요청에 실패하여 중단합니다.(${imp_uid}) 3112, 한도가 초과하였습니다.`
    : '[3112] 한도가 초과하였습니다.';
  const failure = { code: code ?? (isOld ? 'F0004' : 'PG_PROVIDER_ERROR'), text: text ?? limit };
  return ended(fail(turn, record, failure.text), failure, 'failed');
}

/** The customer closes the window. */
export function closeWindow(turn: Turn, { imp_uid }: Decline): Reply<WindowEnd> {
  const record = openPayment(turn, imp_uid);
  const isInicis = record.wire.pg_provider === 'html5_inicis';
  const failure: WindowFailure =
    record.origin === 'v1'
      ? { code: 'F400', text: '사용자가 결제를 취소하였습니다.' }
      : { code: isInicis ? null : 'F0005', text: '[결제포기] 사용자가 결제를 취소하셨습니다' };
  return ended(fail(turn, record, failure.text), failure, 'failed');
}

/** The merchant's server refused at `confirm_url`. */
export function vetoWindow(turn: Turn, { imp_uid, text = '알 수 없음' }: Decline): Reply<WindowEnd> {
  const record = openPayment(turn, imp_uid);
  const failure = { code: 'F400', text: `고객사 요청에 의해 결제를 중단합니다. (상세사유 : ${text})` };
  return ended(fail(turn, record, failure.text), failure, 'failed');
}

function openPayment(turn: Turn, impUid: string): PaymentRecord {
  const record = turn.world.payments.get(impUid);
  if (record === undefined) throw new ControlError('unknown-payment', { imp_uid: impUid });
  if (record.wire.status !== 'ready' || record.wire.vbank_num !== null)
    throw new ControlError('window-closed', { imp_uid: impUid, status: record.wire.status });
  return record;
}

function ended(record: PaymentRecord, failure: WindowFailure | null, outcome: WindowEnd['outcome']): Reply<WindowEnd> {
  return answer({
    imp_uid: record.wire.imp_uid,
    outcome,
    callback: callbackOf(record, failure),
    query: redirectQueryOf(record, failure),
    redirectUrl: record.redirectUrl,
  });
}
