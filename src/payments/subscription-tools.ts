import type { PayAgainInput, PayOnetimeInput } from '../../generated/models.js';
import { createCharge, type Charge } from './charge.js';
import { createIterateSchedules, type IterateSchedules } from './iterate-schedules.js';
import type { AttemptLookup, SubscriptionOperations } from './subscription-operations.js';

/** What `subscriptions` can do beyond the operations of the API. */
export interface SubscriptionTools {
  /**
   * Charges a billing key. `code` 0 does not mean paid: look at `status`. When no answer comes, the order is read back.
   * `iamport.call('payAgain')` is the operation as it is.
   *
   * @throws {IamportError} `kind: 'api'` when refused; any kind with `retryable: true` when nothing was charged;
   *   `kind: 'ambiguous'` when that could not be found out.
   */
  readonly payAgain: Charge<PayAgainInput>;
  /**
   * Charges a card given in place, as `payAgain` does a billing key. `iamport.call('payOnetime')` is the operation as it is.
   *
   * @throws {IamportError} as `payAgain` does.
   */
  readonly payOnetime: Charge<PayOnetimeInput>;
  /** Goes through all schedules in a span of time: one by one, or with `.pages()` page by page with a cursor. */
  readonly iterateSchedules: IterateSchedules;
}

/** A resource of subscriptions with the tools added. */
export type WithSubscriptionTools<Subscriptions extends SubscriptionOperations> = Omit<
  Subscriptions,
  keyof SubscriptionTools
> &
  SubscriptionTools;

/**
 * Adds the tools to a resource of subscriptions. Its own `payAgain` and `payOnetime` give way to those that read back, for
 * which they need the resource of payments.
 */
export function addSubscriptionTools<Subscriptions extends SubscriptionOperations>(
  subscriptions: Subscriptions,
  payments: AttemptLookup,
): WithSubscriptionTools<Subscriptions> {
  const lookup: AttemptLookup = { findAll: (input, options) => payments.findAll(input, options) };
  const tools: SubscriptionTools = {
    payAgain: createCharge<PayAgainInput>(subscriptions.payAgain.bind(subscriptions), lookup),
    payOnetime: createCharge<PayOnetimeInput>(subscriptions.payOnetime.bind(subscriptions), lookup),
    iterateSchedules: createIterateSchedules({
      listSchedules: (input, options) => subscriptions.listSchedules(input, options),
      listSchedulesByBillingKey: (input, options) => subscriptions.listSchedulesByBillingKey(input, options),
    }),
  };
  return Object.assign(subscriptions, tools);
}
