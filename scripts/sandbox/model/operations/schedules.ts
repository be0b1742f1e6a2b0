import type { Schedule, SchedulePaymentsRequest } from 'iamport-kit';

import { behaviourOf } from '../cards.js';
import { channelOf } from '../channels.js';
import { isPaidOrder } from '../charge.js';
import type { Handlers } from '../handler.js';
import { keepKey } from '../keys.js';
import { webhookUrlsOf } from '../payment.js';
import { answer, Refused } from '../reply.js';
import { FRESH_SCHEDULE, newSchedule, runSchedule, scheduleOf } from '../schedule.js';
import { save, type Turn } from '../turn.js';
import type { KeyRecord, ScheduleRecord } from '../world.js';

type ScheduleChanges =
  'schedulePayments' | 'unschedulePayments' | 'getSchedule' | 'updateSchedule' | 'reschedulePayment' | 'retrySchedule';

/** Schedules: made, changed, taken back, run again. */
export const schedules: Handlers<ScheduleChanges> = {
  schedulePayments(turn, input) {
    const key = keyForSchedule(turn, input);
    for (const { merchant_uid, schedule_at } of input.schedules) {
      if (turn.world.schedules.get(merchant_uid)?.wire.schedule_status === 'scheduled')
        throw new Refused('schedule/exists', { merchant_uid });
      if (schedule_at <= turn.now) throw new Refused('schedule/past');
    }
    return answer(input.schedules.map((wish) => addSchedule(turn, wish, key).wire));
  },

  unschedulePayments(turn, { customer_uid, merchant_uid }) {
    const orders = merchant_uid === undefined ? undefined : new Set([merchant_uid].flat());
    const waiting = turn.world.schedules
      .values()
      .filter(({ wire }) => wire.schedule_status === 'scheduled')
      .filter(({ wire }) => customer_uid === undefined || wire.customer_uid === customer_uid)
      .filter(({ wire }) => orders?.has(wire.merchant_uid) ?? true)
      .sort((a, b) => a.position - b.position);
    if (waiting.length === 0) throw new Refused('schedule/nothing-to-revoke');
    return answer(waiting.map((record) => change(turn, record, { schedule_status: 'revoked', revoked_at: turn.now })));
  },

  getSchedule: (turn, { merchant_uid }) => answer(scheduleOf(turn, merchant_uid).wire),

  updateSchedule(turn, { merchant_uid, schedule_at }) {
    const record = scheduleOf(turn, merchant_uid);
    if (record.wire.schedule_status !== 'scheduled') throw new Refused('schedule/not-waiting');
    if (schedule_at <= turn.now) throw new Refused('schedule/past-change');
    return answer(change(turn, record, { schedule_at }));
  },

  reschedulePayment(turn, { merchant_uid, schedule_at }) {
    const record = scheduleOf(turn, merchant_uid);
    if (!isOver(turn, record)) throw new Refused('schedule/not-over');
    if (schedule_at <= turn.now) throw new Refused('schedule/past-change');
    return answer(change(turn, record, { schedule_at, ...FRESH_SCHEDULE }));
  },

  retrySchedule(turn, { merchant_uid }) {
    const record = scheduleOf(turn, merchant_uid);
    if (record.wire.payment_status !== 'failed' || isPaidOrder(turn, merchant_uid))
      throw new Refused('schedule/not-over');
    const payment = runSchedule(turn, record);
    if (payment === null) throw new Refused('schedule/key-gone');
    return answer(payment.wire);
  },
};

/** Failed or taken back: only then a schedule can get another time. */
function isOver(turn: Turn, { wire }: ScheduleRecord): boolean {
  const isFailed = wire.schedule_status === 'executed' && wire.payment_status === 'failed';
  return (isFailed || wire.schedule_status === 'revoked') && !isPaidOrder(turn, wire.merchant_uid);
}

function change(turn: Turn, record: ScheduleRecord, wire: Partial<Schedule>): Schedule {
  const next = { ...record, wire: { ...record.wire, ...wire } };
  save(turn, 'schedules', [next.wire.merchant_uid, next]);
  return next.wire;
}

function keyForSchedule(turn: Turn, input: SchedulePaymentsRequest): KeyRecord {
  const { customer_uid, card_number: number } = input;
  const known = turn.world.keys.get(customer_uid);
  if (number === undefined) {
    if (known === undefined) throw new Refused('schedule/no-customer');
    return known;
  }
  const behaviour = behaviourOf(number);
  if (behaviour === null || behaviour === 'declined') throw new Refused('charge/card');
  if (behaviour === 'expired') throw new Refused('charge/expired');
  const channel = channelOf(input);
  return keepKey(turn, { customer_uid, channel, number, behaviour, fields: { ...input } });
}

function addSchedule(
  turn: Turn,
  wish: SchedulePaymentsRequest['schedules'][number],
  { wire: key }: KeyRecord,
): ScheduleRecord {
  const webhookUrls = webhookUrlsOf(turn, wish.notice_url);
  return newSchedule(turn, { ...wish, key, webhookUrls, fields: { ...wish } });
}
