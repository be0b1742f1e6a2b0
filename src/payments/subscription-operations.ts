import type { SchedulePage } from '../../generated/models.js';
import type { ListSchedulesByBillingKeyInput, ListSchedulesInput } from '../../generated/resources/subscriptions.js';
import type { CallOptions } from '../../generated/call-options.js';

/** The operations that the subscription helpers use: the generated resource, or a test double. */
export interface SubscriptionOperations {
  listSchedules(input: ListSchedulesInput, options?: CallOptions): Promise<SchedulePage>;
  listSchedulesByBillingKey(input: ListSchedulesByBillingKeyInput, options?: CallOptions): Promise<SchedulePage>;
}
