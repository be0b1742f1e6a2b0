import { gatewayOf } from './gateways.js';
import { changePayment, gatewayId, notify } from './payment.js';
import { Refused } from './reply.js';
import { digest, nextNumber, remove, save, type Turn } from './turn.js';
import type { PaymentRecord, PendingCancel } from './world.js';

/** A wish to cancel a payment, or part of it. */
export interface Cancellation {
  /** Amount to give back; all that is left when missing or 0. */
  readonly amount?: number | undefined;
  /** What the caller believes is left; not compared when missing. */
  readonly checksum?: number | null | undefined;
  readonly reason?: string | undefined;
  /** Whether the merchant's server is notified. */
  readonly isNotified?: boolean;
  /** Everything else that the request said. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** How long an asynchronous cancellation takes, in seconds. The gateways name no time. */
const LATER = 60;

/**
 * Cancels a payment, or part of it. At a gateway that cancels asynchronously the payment stays as it is for now.
 *
 * @throws {Refused} when the service or the gateway would refuse; then nothing has changed.
 */
export function cancelPayment(turn: Turn, record: PaymentRecord, wish: Cancellation): PaymentRecord {
  const pending = pendingOf(turn, record);
  const remaining = toCents(record.wire.amount - record.wire.cancel_amount - pending);
  const amount = wish.amount === undefined || wish.amount === 0 ? remaining : wish.amount;
  checkStatus(record);
  if (remaining === 0 && pending > 0) throw new Refused('cancel/pending');
  checkAmount(amount, remaining, wish.checksum);
  checkGateway(turn, record, { ...wish, amount });
  const delay = delayOf(turn, record);
  const cancel: PendingCancel = {
    imp_uid: record.wire.imp_uid,
    amount,
    reason: wish.reason ?? '취소요청api',
    cancellationId: digest(`${turn.world.key}${turn.world.seed}${nextNumber(turn)}`, 20).toUpperCase(),
    due: turn.now + delay,
    position: nextNumber(turn),
    isNotified: wish.isNotified === true,
  };
  if (delay === 0) return carryOut(turn, record, cancel);
  save(turn, 'pendingCancels', [cancel.cancellationId, cancel]);
  return record;
}

/** Carries out the first cancellation whose time has come; null when none is due. */
export function runPendingCancel(turn: Turn): PaymentRecord | null {
  const cancel = nextCancel(turn.world.pendingCancels.values());
  const record = cancel === undefined ? undefined : turn.world.payments.get(cancel.imp_uid);
  if (cancel === undefined || record === undefined || cancel.due > turn.now) return null;
  remove(turn, 'pendingCancels', cancel.cancellationId);
  return carryOut(turn, record, cancel);
}

/** The cancellation that takes effect next, or `undefined`. */
export function nextCancel(pending: readonly PendingCancel[]): PendingCancel | undefined {
  return pending.toSorted((a, b) => a.due - b.due || a.position - b.position)[0];
}

function carryOut(turn: Turn, record: PaymentRecord, cancel: PendingCancel): PaymentRecord {
  const { amount, reason, cancellationId } = cancel;
  const { wire } = record;
  const receipt = `https://sandbox.invalid/receipts/${wire.imp_uid}/cancel`;
  const total = toCents(wire.cancel_amount + amount);
  const entry = { pg_tid: gatewayId(turn, 'CANCEL'), amount, cancelled_at: turn.now, reason, receipt_url: receipt };
  const cancelled = changePayment(turn, record, {
    wire: {
      status: total >= wire.amount ? 'cancelled' : wire.status,
      cancel_amount: total,
      cancelled_at: turn.now,
      cancel_reason: reason,
      cancel_history: [...(wire.cancel_history ?? []), { ...entry, cancellation_id: cancellationId }],
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the service still sends it
      cancel_receipt_urls: [...(wire.cancel_receipt_urls ?? []), receipt],
    },
  });
  if (cancel.isNotified) notify(turn, cancelled, { status: 'cancelled', cancellation_id: cancellationId });
  return cancelled;
}

/** What is being given back already. */
function pendingOf(turn: Turn, { wire }: PaymentRecord): number {
  return turn.world.pendingCancels
    .values()
    .filter(({ imp_uid }) => imp_uid === wire.imp_uid)
    .reduce((sum, { amount }) => toCents(sum + amount), 0);
}

/** Seconds until a cancellation of this payment takes effect. */
function delayOf(turn: Turn, { wire }: PaymentRecord): number {
  const { cancelDelay } = turn.world.settings;
  if (cancelDelay !== null) return cancelDelay;
  const { cancelsLater } = gatewayOf(wire.pg_provider ?? '');
  return cancelsLater.includes('*') || cancelsLater.includes(wire.pay_method ?? '') ? LATER : 0;
}

// Amounts have two decimals at most; sums of them must not get more.
function toCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

function checkStatus({ wire }: PaymentRecord): void {
  if (wire.status === 'cancelled') throw new Refused('cancel/already');
  if (wire.status !== 'paid') throw new Refused('cancel/not-paid', { status: wire.status });
}

function checkAmount(amount: number, remaining: number, checksum: number | null | undefined): void {
  const values = { amount: String(amount), remaining: String(remaining), checksum: String(checksum) };
  if (checksum !== undefined && checksum !== null && checksum !== remaining)
    throw new Refused('cancel/checksum', values);
  if (amount > remaining || amount < 0) throw new Refused('cancel/too-much', values);
}

function checkGateway(turn: Turn, record: PaymentRecord, wish: Cancellation): void {
  const { wire, taxFree } = record;
  const gateway = gatewayOf(wire.pg_provider ?? '');
  const missing = (fields: readonly string[]): string[] =>
    fields.filter((field) => wish.fields[field] === undefined || wish.fields[field] === '');
  const refund = wire.pay_method === 'vbank' ? missing(gateway.refundFields) : [];
  if (refund.length > 0) throw new Refused('cancel/refund-account', { fields: refund.join(', ') });
  const needed = [...gateway.cancelFields, ...(gateway.needsTaxFree && taxFree > 0 ? ['tax_free'] : [])];
  const required = missing(needed);
  const values = { pg: gateway.code, fields: required.join(', ') };
  if (required.length > 0) throw new Refused('cancel/required', values);
  if (wire.pay_method === 'phone' && monthOf(wire.paid_at ?? 0) !== monthOf(turn.now) && gateway.code !== 'kcp')
    throw new Refused('cancel/phone-month');
  const isPartial = wish.amount !== wire.amount;
  if (isPartial && gateway.wholeCancelOnly.includes(wire.pay_method ?? ''))
    throw new Refused('cancel/partial-unsupported', values);
  if (record.refusesCancel) throw new Refused('cancel/by-gateway');
}

const KOREA = 9 * 3600;

/** Year and month of a time in Korea. */
function monthOf(time: number): string {
  return new Date((time + KOREA) * 1000).toISOString().slice(0, 7);
}
