import type { Schedule, SchedulePage } from '../../generated/models.js';
import type { ListSchedulesInput } from '../../generated/resources/subscriptions.js';
import type { CallOptions } from '../../generated/call-options.js';
import { iterateList, type Iteration, type Span } from './iterate.js';
import type { SubscriptionOperations } from './subscription-operations.js';

/** The API allows at most three months per request; the shortest three months have 89 days. */
const THREE_MONTHS = 89 * 24 * 60 * 60;

/** The schedules to iterate over: of one billing key, or of all. */
export type IterateSchedulesInput = Span & {
  /** End of the time range, exclusive. Required, because schedules are in the future. */
  readonly to: Date | number;
  readonly schedule_status?: ListSchedulesInput['schedule_status'] | undefined;
  readonly tier?: string | undefined;
} & (
    | { readonly customer_uid: string; readonly limit?: never }
    | {
        readonly customer_uid?: undefined;
        /** Schedules per page, from 1 to 1000. Default: 100. Not available for a single billing key. */
        readonly limit?: number | undefined;
      }
  );

/** Iterates over schedules. */
export type IterateSchedules = (input: IterateSchedulesInput, options?: CallOptions) => Iteration<Schedule>;

type ScheduleLists = Pick<SubscriptionOperations, 'listSchedules' | 'listSchedulesByBillingKey'>;

/** Creates `subscriptions.iterateSchedules`: all schedules in a time range of any length, in windows of 89 days. */
export function createIterateSchedules(lists: ScheduleLists): IterateSchedules {
  return ({ customer_uid, limit = 100, schedule_status, tier, ...span }, options) => {
    const tiered = tier !== undefined && { tier };
    const read =
      customer_uid === undefined
        ? ({ from, to, page }: Where): Promise<SchedulePage> => {
            const status = schedule_status !== undefined && { schedule_status };
            const where = { schedule_from: from, schedule_to: to, page, limit, sorting: 'scheduled' } as const;
            return lists.listSchedules({ ...where, ...status, ...tiered }, options);
          }
        : (where: Where): Promise<SchedulePage> => {
            const status = schedule_status !== undefined && { 'schedule-status': schedule_status };
            return lists.listSchedulesByBillingKey({ customer_uid, ...where, ...status, ...tiered }, options);
          };
    // The page size for one billing key is undocumented; going back too far only costs requests.
    return iterateList(span, { window: THREE_MONTHS, limit: customer_uid === undefined ? limit : 1, idOf, read });
  };
}

interface Where {
  readonly from: number;
  readonly to: number;
  readonly page: number;
}

// An order ID may be scheduled again after it was unscheduled.
function idOf({ merchant_uid, schedule_at, revoked_at = 0 }: Schedule): string {
  return JSON.stringify([merchant_uid, schedule_at, revoked_at]);
}
