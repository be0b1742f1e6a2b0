import type { SchedulePage } from '../../generated/models.js';
import type { ListSchedulesByBillingKeyInput, ListSchedulesInput } from '../../generated/resources/subscriptions.js';
import type { CallOptions } from '../client/call-options.js';

/** What the tools for subscriptions build on: the generated resource has it, and so may a double in a test. */
export interface SubscriptionOperations {
  listSchedules(input: ListSchedulesInput, options?: CallOptions): Promise<SchedulePage>;
  listSchedulesByBillingKey(input: ListSchedulesByBillingKeyInput, options?: CallOptions): Promise<SchedulePage>;
}
