import { createFulfillment } from './fulfillment.js';
import type { FulfillmentOptions, OrderFacts } from './fulfillment-options.js';
import type { PaymentHandler } from './payment-handler.js';

/** What to do when the provider notifies. */
export type WebhookOptions<Order extends OrderFacts> = FulfillmentOptions<Order>;

/**
 * Makes the handler of the provider's notifications alone. A shop that finishes orders on its return page too wants
 * `createFulfillment`, so that both together finish an order once.
 */
export function createWebhookHandler<Order extends OrderFacts>(options: WebhookOptions<Order>): PaymentHandler {
  return createFulfillment(options).webhook;
}
