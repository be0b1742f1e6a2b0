import type { SchedulePage } from 'iamport-kit';

import type { Handlers } from '../handler.js';
import { pageOf } from '../pages.js';
import { answer, Refused } from '../reply.js';
import type { Turn } from '../turn.js';
import type { ScheduleRecord } from '../world.js';

const KOREA = 9 * 3600;

/** Three months after a time in Korea, in unix seconds: the last day of the month where it has no such day. */
function threeMonthsAfter(time: number): number {
  const date = new Date((time + KOREA) * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + 3);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime() / 1000 - KOREA;
}

interface ScheduleQuery {
  readonly customer?: string;
  readonly from: number;
  readonly to: number;
  readonly status: string | undefined;
  readonly page: number | undefined;
  readonly limit?: number | undefined;
  readonly isOldestFirst?: boolean;
}

interface ByKeyInput {
  readonly customer_uid: string;
  readonly from: number;
  readonly to: number;
  readonly page?: number;
  readonly 'schedule-status'?: string;
}

/** Lists of schedules. */
export const scheduleLists: Handlers<'listSchedules' | 'listSchedulesByBillingKey' | 'listBillingKeySchedules'> = {
  listSchedules: (turn, input) =>
    answer(
      listSchedules(turn, {
        from: input.schedule_from,
        to: input.schedule_to,
        status: input.schedule_status,
        page: input.page,
        limit: input.limit,
        isOldestFirst: input.sorting === 'scheduled',
      }),
    ),
  listSchedulesByBillingKey: (turn, input) => answer(listSchedules(turn, byKey(input))),
  listBillingKeySchedules: (turn, input) => answer(listSchedules(turn, byKey(input))),
};

function byKey({ customer_uid: customer, from, to, page, 'schedule-status': status }: ByKeyInput): ScheduleQuery {
  return { customer, from, to, page, status };
}

/** `from` is included, `to` is not. */
function listSchedules(
  turn: Turn,
  { customer, from, to, status, page, limit, isOldestFirst }: ScheduleQuery,
): SchedulePage {
  if (to > threeMonthsAfter(from)) throw new Refused('range/too-wide', { limit: '3개월' });
  const direction = isOldestFirst === true ? 1 : -1;
  const records = turn.world.schedules
    .values()
    .filter(({ wire }) => wire.schedule_at >= from && wire.schedule_at < to)
    .filter(({ wire }) => customer === undefined || wire.customer_uid === customer)
    .filter(({ wire }) => status === undefined || wire.schedule_status === status)
    .sort((a, b) => direction * byTime(a, b));
  const { list, ...numbers } = pageOf(records, page, limit);
  return { ...numbers, list: list.map(({ wire }) => wire) };
}

function byTime(a: ScheduleRecord, b: ScheduleRecord): number {
  const difference = a.wire.schedule_at - b.wire.schedule_at;
  return difference === 0 ? a.position - b.position : difference;
}
