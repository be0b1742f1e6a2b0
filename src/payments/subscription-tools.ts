import { createIterateSchedules, type IterateSchedules } from './iterate-schedules.js';
import type { SubscriptionOperations } from './subscription-operations.js';

/** Helpers of `subscriptions` beyond the operations of the API. */
export interface SubscriptionTools {
  /** Iterates over all schedules in a time range: one by one, or page by page with `.pages()` and a cursor. */
  readonly iterateSchedules: IterateSchedules;
}

/** The subscriptions resource with helpers. */
export type WithSubscriptionTools<Subscriptions extends SubscriptionOperations> = Omit<
  Subscriptions,
  keyof SubscriptionTools
> &
  SubscriptionTools;

/** Adds the helpers to the subscriptions resource. */
export function addSubscriptionTools<Subscriptions extends SubscriptionOperations>(
  subscriptions: Subscriptions,
): WithSubscriptionTools<Subscriptions> {
  const tools: SubscriptionTools = {
    iterateSchedules: createIterateSchedules({
      listSchedules: (input, options) => subscriptions.listSchedules(input, options),
      listSchedulesByBillingKey: (input, options) => subscriptions.listSchedulesByBillingKey(input, options),
    }),
  };
  return Object.assign(subscriptions, tools);
}
