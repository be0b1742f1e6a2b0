import { createIterateSchedules, type IterateSchedules } from './iterate-schedules.js';
import type { SubscriptionOperations } from './subscription-operations.js';

/** What `subscriptions` can do beyond the operations of the API. */
export interface SubscriptionTools {
  /** Goes through all schedules in a span of time: one by one, or with `.pages()` page by page with a cursor. */
  readonly iterateSchedules: IterateSchedules;
}

/** A resource of subscriptions with the tools added. */
export type WithSubscriptionTools<Subscriptions extends SubscriptionOperations> = Omit<
  Subscriptions,
  keyof SubscriptionTools
> &
  SubscriptionTools;

/** Adds the tools to a resource of subscriptions. */
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
