import type {
  FindAllPaymentsInput,
  ListSchedulesByBillingKeyInput,
  ListSchedulesInput,
  PayAgainInput,
  Payment,
  PaymentPage,
  PayOnetimeInput,
  SchedulePage,
} from '../../generated/models.js';
import type { CallOptions } from '../client/call-options.js';

/** What the tools for subscriptions build on: the generated resource has it, and so may a double in a test. */
export interface SubscriptionOperations {
  payAgain(input: PayAgainInput, options?: CallOptions): Promise<Payment>;
  payOnetime(input: PayOnetimeInput, options?: CallOptions): Promise<Payment>;
  listSchedules(input: ListSchedulesInput, options?: CallOptions): Promise<SchedulePage>;
  listSchedulesByBillingKey(input: ListSchedulesByBillingKeyInput, options?: CallOptions): Promise<SchedulePage>;
}

/** Where all attempts to pay an order can be looked up: the resource of payments. */
export interface AttemptLookup {
  findAll(input: FindAllPaymentsInput, options?: CallOptions): Promise<PaymentPage>;
}
