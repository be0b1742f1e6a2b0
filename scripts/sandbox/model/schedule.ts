import type { IssuedBillingKey, Schedule } from 'iamport-kit';

import { findChannel } from './channels.js';
import { charge, isPaidOrder } from './charge.js';
import { gatewayCodeOf } from './keys.js';
import { notify, textOf } from './payment.js';
import { Refused } from './reply.js';
import { nextNumber, save, type Turn } from './turn.js';
import type { PaymentRecord, ScheduleRecord } from './world.js';

/** The first schedule that waits for its time, or `undefined`. */
export function nextSchedule(schedules: readonly ScheduleRecord[]): ScheduleRecord | undefined {
  return schedules
    .filter(({ wire }) => wire.schedule_status === 'scheduled')
    .reduce<ScheduleRecord | undefined>(
      (first, one) => (first === undefined || isEarlier(one, first) ? one : first),
      undefined,
    );
}

function isEarlier(a: ScheduleRecord, b: ScheduleRecord): boolean {
  const difference = a.wire.schedule_at - b.wire.schedule_at;
  return difference === 0 ? a.position < b.position : difference < 0;
}

/** Charges a schedule, and records the outcome on the schedule and in a notification. */
export function runSchedule(turn: Turn, record: ScheduleRecord): PaymentRecord | null {
  const { wire } = record;
  const key = turn.world.keys.get(wire.customer_uid ?? '');
  const channel = findChannel({ pg: wire.pg_provider ?? undefined });
  if (key === undefined || channel === undefined || isPaidOrder(turn, wire.merchant_uid)) {
    const reason = key === undefined ? '등록되지 않은 구매자입니다.' : '[sandbox] 이미 결제가 이루어진 거래건입니다.';
    finish(turn, record, { imp_uid: null, payment_status: 'failed', fail_reason: reason });
    return null;
  }
  const payment = charge(turn, {
    merchant_uid: wire.merchant_uid,
    amount: wire.amount,
    channel,
    behaviour: key.behaviour,
    customer_uid: key.wire.customer_uid,
    usage: 'payment.scheduled',
    fields: { ...wire, notice_url: record.webhookUrls, tax_free: record.taxFree },
  });
  const { imp_uid, status, fail_reason = null } = payment.wire;
  finish(turn, record, { imp_uid, payment_status: status === 'paid' ? 'paid' : 'failed', fail_reason });
  if (status === 'failed') notify(turn, payment);
  return payment;
}

interface ScheduleResult {
  readonly imp_uid: string | null;
  readonly payment_status: 'paid' | 'failed';
  readonly fail_reason: string | null;
}

function finish(turn: Turn, record: ScheduleRecord, result: ScheduleResult): void {
  const wire = { ...record.wire, ...result, schedule_status: 'executed' as const, executed_at: turn.now };
  save(turn, 'schedules', [wire.merchant_uid, { ...record, wire }]);
}

/**
 * The schedule of an order.
 *
 * @throws {Refused} if it does not exist.
 */
export function scheduleOf(turn: Turn, merchantUid: string): ScheduleRecord {
  const record = turn.world.schedules.get(merchantUid);
  if (record === undefined) throw new Refused('schedule/unknown');
  return record;
}

/** A schedule that nothing has happened to. */
export const FRESH_SCHEDULE = {
  schedule_status: 'scheduled',
  payment_status: null,
  imp_uid: null,
  executed_at: 0,
  revoked_at: 0,
  fail_reason: null,
} as const satisfies Partial<Schedule>;

/** A schedule to be made. */
export interface NewSchedule {
  readonly merchant_uid: string;
  readonly schedule_at: number;
  readonly amount: number;
  readonly name: string;
  readonly key: IssuedBillingKey;
  readonly webhookUrls: readonly string[];
  /** Fields of the request that the schedule keeps: currency, buyer, custom_data, tax_free. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Makes a schedule. */
export function newSchedule(turn: Turn, wish: NewSchedule): ScheduleRecord {
  const { key, fields, webhookUrls, merchant_uid, schedule_at, amount, name } = wish;
  const data = fields.custom_data;
  const wire: Schedule = {
    customer_uid: key.customer_uid,
    merchant_uid,
    customer_id: key.customer_id ?? null,
    pg_provider: gatewayCodeOf(key) ?? null,
    pg_id: findChannel({ pg: gatewayCodeOf(key) })?.pg_id ?? null,
    ...FRESH_SCHEDULE,
    schedule_at,
    amount,
    currency: textOf(fields.currency) ?? 'KRW',
    name,
    buyer_name: textOf(fields.buyer_name),
    buyer_email: textOf(fields.buyer_email),
    buyer_tel: textOf(fields.buyer_tel),
    buyer_addr: textOf(fields.buyer_addr),
    buyer_postcode: textOf(fields.buyer_postcode),
    custom_data: typeof data === 'object' && data !== null ? JSON.stringify(data) : textOf(data),
  };
  const taxFree = typeof fields.tax_free === 'number' ? fields.tax_free : 0;
  const record = { wire, position: nextNumber(turn), webhookUrls, taxFree };
  save(turn, 'schedules', [merchant_uid, record]);
  return record;
}
