import type { PaymentCancellation } from 'iamport-kit';

import { gatewayOf } from './gateways.js';
import { changePayment, gatewayId } from './payment.js';
import { Refused } from './reply.js';
import { digest, type Turn } from './turn.js';
import type { PaymentRecord } from './world.js';

/** A wish to cancel a payment, or part of it. */
export interface Cancellation {
  /** Amount to give back; all that is left when missing or 0. */
  readonly amount?: number | undefined;
  /** What the caller believes is left; not compared when missing. */
  readonly checksum?: number | null | undefined;
  readonly reason?: string | undefined;
  /** Everything else that the request said. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Cancels a payment, or part of it.
 *
 * @throws {Refused} when the service or the gateway would refuse; then nothing has changed.
 */
export function cancelPayment(turn: Turn, record: PaymentRecord, wish: Cancellation): PaymentRecord {
  const remaining = remainingOf(record);
  const amount = wish.amount === undefined || wish.amount === 0 ? remaining : wish.amount;
  checkStatus(record);
  checkAmount(amount, remaining, wish.checksum);
  checkGateway(turn, record, { ...wish, amount });
  const cancelled: PaymentCancellation = {
    pg_tid: gatewayId(turn, 'CANCEL'),
    amount,
    cancelled_at: turn.now,
    reason: wish.reason ?? '취소요청api',
    receipt_url: `https://sandbox.invalid/receipts/${record.wire.imp_uid}/cancel`,
    cancellation_id: digest(`${turn.world.key}${turn.world.seed}${turn.world.numbers}`, 20).toUpperCase(),
  };
  const { wire } = record;
  const total = toCents(wire.cancel_amount + amount);
  return changePayment(turn, record, {
    wire: {
      status: total >= wire.amount ? 'cancelled' : wire.status,
      cancel_amount: total,
      cancelled_at: turn.now,
      cancel_reason: cancelled.reason ?? null,
      cancel_history: [...(wire.cancel_history ?? []), cancelled],
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the service still sends it
      cancel_receipt_urls: [...(wire.cancel_receipt_urls ?? []), cancelled.receipt_url ?? null],
    },
  });
}

/** What can still be given back. */
export function remainingOf({ wire }: PaymentRecord): number {
  return toCents(wire.amount - wire.cancel_amount);
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
