import { findChannel } from './channels.js';
import { charge, isPaidOrder } from './charge.js';
import { notify } from './payment.js';
import { Refused } from './reply.js';
import { save, type Turn } from './turn.js';
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

/** Charges a schedule. Whatever comes of it is on the schedule and in a notification, success or not. */
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
 * @throws {Refused} when there is none.
 */
export function scheduleOf(turn: Turn, merchantUid: string): ScheduleRecord {
  const record = turn.world.schedules.get(merchantUid);
  if (record === undefined) throw new Refused('schedule/unknown');
  return record;
}
