import type { Payment } from '../../generated/models.js';
import { IamportError } from '../client/errors.js';
import type { Span } from '../payments/iterate.js';
import type { MismatchReason, PaymentFacts, Verdict } from '../payments/verify.js';
import { memoryClaims } from './claims.js';
import { createErrorReporter } from './error-reporter.js';
import type { FulfillmentOptions, OrderFacts } from './fulfillment-options.js';
import { answerNotification } from './answer-notification.js';
import { createPaymentHandler, type PaymentHandler } from './payment-handler.js';
import { readPayment, settlePayment, type FulfillmentContext } from './settle-payment.js';

/** Maximum wait of `complete` in milliseconds. */
const COMPLETE_TIME = 10_000;

/** Polling interval while another process is working, in milliseconds. */
const PAUSE = 250;

/** Whether a payment pays its order; without an order there are no expected values. */
export type FulfillmentVerdict =
  | Verdict
  | {
      readonly ok: false;
      readonly reason: MismatchReason | 'order_not_found';
      readonly expected: null;
      readonly actual: PaymentFacts | null;
      readonly payment: Payment | null;
    };

/** Result of a sweep. */
export interface SweepReport {
  /** Number of payments with an order. */
  readonly payments: number;
  /** `imp_uid` of the payments that could not be handled; `onError` received the reasons. */
  readonly failed: readonly string[];
}

/** Fulfills each order once, from the webhook, the return page or the sweep. */
export interface Fulfillment {
  /**
   * Handles the provider's notifications. Responds 200 if handled, 4xx if it is not a valid notification, 5xx to try
   * again.
   */
  readonly webhook: PaymentHandler;
  /**
   * Handles the payment that a customer returns with, and returns whether it pays the order. Waits while another
   * process is handling it.
   *
   * @throws {IamportError} if the payment cannot be read, or another process takes longer than `timeoutMs`. Rethrows
   *   errors of callbacks.
   */
  readonly complete: (imp_uid: string, options?: { readonly timeoutMs?: number }) => Promise<FulfillmentVerdict>;
  /**
   * Handles all payments of a time range, for a job that runs every few minutes: the provider sends each notification
   * once, and a customer may never return. Skips payments without an order, such as those of other shops.
   *
   * @throws {IamportError} if the list of payments cannot be read. Failures of single payments go to `onError` instead.
   */
  readonly sweep: (span: Span) => Promise<SweepReport>;
}

/**
 * Creates the object that fulfills orders. Notifications are not signed and anyone can send one, so they only determine
 * which payment to read. Each callback runs once per payment and event, across all processes that share `claims`.
 */
export function createFulfillment<Order extends OrderFacts>(options: FulfillmentOptions<Order>): Fulfillment {
  const context: FulfillmentContext<Order> = {
    options,
    claims: options.claims ?? memoryClaims(),
    times: { callbackMs: options.callbackMs ?? 20_000, claimMs: options.claimMs ?? 60_000 },
    report: createErrorReporter(options.onError),
  };
  return {
    webhook: createPaymentHandler(answerNotification(context)),
    complete: (imp_uid, { timeoutMs = COMPLETE_TIME } = {}) => complete(context, imp_uid, timeoutMs),
    sweep: (span) => sweep(context, span),
  };
}

/** Options of {@link createWebhookHandler}. */
export type WebhookOptions<Order extends OrderFacts> = FulfillmentOptions<Order>;

/**
 * Creates a handler for the provider's notifications only. If the return page fulfills orders too, use
 * {@link createFulfillment}: both then share claims, and each order is fulfilled once.
 */
export function createWebhookHandler<Order extends OrderFacts>(options: WebhookOptions<Order>): PaymentHandler {
  return createFulfillment(options).webhook;
}

async function complete<Order extends OrderFacts>(
  context: FulfillmentContext<Order>,
  imp_uid: string,
  timeoutMs: number,
): Promise<FulfillmentVerdict> {
  const until = Date.now() + timeoutMs;
  const nothing = { ok: false, expected: null, actual: null, payment: null } as const;
  const payment = await readPayment(context, imp_uid);
  if (payment === undefined) return { ...nothing, reason: 'not_found' };
  const order = (await context.options.order(payment.merchant_uid)) ?? null;
  if (order === null) return { ...nothing, reason: 'order_not_found', payment };
  for (;;) {
    const { verdict, outcome } = await settlePayment(context, payment, order);
    if (outcome === 'done' || outcome === 'done_before') return verdict;
    if (outcome === 'timeout' || Date.now() + PAUSE > until) {
      const words = `complete: the callback for ${imp_uid} timed out; it may still be running`;
      throw new IamportError('timeout', words);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function sweep<Order extends OrderFacts>(context: FulfillmentContext<Order>, span: Span): Promise<SweepReport> {
  const list = context.options.iamport.payments;
  if (list.iterate === undefined) throw new IamportError('input', 'sweep needs a client with payments.iterate');
  const failed: string[] = [];
  let payments = 0;
  for await (const payment of list.iterate({ ...span, payment_status: 'all' })) {
    try {
      const order = (await context.options.order(payment.merchant_uid)) ?? null;
      if (order === null) continue;
      payments += 1;
      const { outcome } = await settlePayment(context, payment, order);
      if (outcome === 'timeout' || outcome === 'busy') failed.push(payment.imp_uid);
    } catch (error) {
      context.report(error);
      failed.push(payment.imp_uid);
    }
  }
  return { payments, failed };
}
