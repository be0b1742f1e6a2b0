import { sameMoney } from '../payments/money.js';
import { readIds } from './notification.js';
import { createPaymentHandler, type HandlerAnswer, type PaymentHandler } from './payment-handler.js';
import { createErrorReporter } from './error-reporter.js';
import type { OrderFacts } from './fulfillment-options.js';

/** A payment awaiting approval. */
export interface Confirmation {
  readonly imp_uid: string;
  readonly merchant_uid: string;
  /** In the major unit of the currency. Absent for convenience stores, whose purchase is in `extra`. */
  readonly amount?: number | undefined;
  /** Type of the request, such as `Galaxia.Cvs.Confirm`. */
  readonly event?: string | undefined;
  /** Additional fields of a convenience store payment, such as `barcode`. */
  readonly extra?: unknown;
}

/** Options of {@link createConfirmHandler}. */
export interface ConfirmOptions<Order extends OrderFacts> {
  /** Finds your order. Return `null` if it does not exist, which rejects the payment. */
  readonly order: (merchant_uid: string) => Order | null | undefined | Promise<Order | null | undefined>;
  /** Final check, such as the stock. Return `true`, or the reason for rejecting it, which the customer may see. */
  readonly approve?: (confirmation: Confirmation, order: Order) => true | string | Promise<true | string>;
  /** Milliseconds after which the payment is rejected. Default: 8000, because the provider waits 10 seconds. */
  readonly deadlineMs?: number;
  /** Called with the error behind a 5xx response. */
  readonly onError?: (error: unknown) => unknown;
}

/**
 * Creates the handler of `confirm_url`, which the provider calls just before it approves a payment. A 200 response
 * approves it. The handler compares the amount with the order, and rejects the payment if anything fails or takes too
 * long.
 *
 * Anyone can call this URL with any ID, and the amount of an order is not secret: `approve` must not reserve anything
 * permanently, and the payment must still be verified afterwards.
 */
export function createConfirmHandler<Order extends OrderFacts>(options: ConfirmOptions<Order>): PaymentHandler {
  const report = createErrorReporter(options.onError);
  return createPaymentHandler(async (body) => {
    const confirmation = readConfirmation(body);
    if (confirmation === undefined) return refuse(400, 'invalid_request');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<HandlerAnswer>((resolve) => {
      timer = setTimeout(() => {
        resolve(refuse(503, 'timeout'));
      }, options.deadlineMs ?? 8000);
    });
    try {
      return await Promise.race([decide(options, confirmation), tooLate]);
    } catch (error) {
      report(error);
      return refuse(500, 'error');
    } finally {
      clearTimeout(timer);
    }
  });
}

async function decide<Order extends OrderFacts>(
  { order: find, approve }: ConfirmOptions<Order>,
  confirmation: Confirmation,
): Promise<HandlerAnswer> {
  const order = await find(confirmation.merchant_uid);
  if (order === null || order === undefined) return refuse(409, 'order_not_found');
  const { amount } = confirmation;
  if (amount !== undefined && !sameMoney(amount, order.amount, order.currency)) return refuse(409, 'amount_mismatch');
  const verdict = approve === undefined ? true : await approve(confirmation, order);
  return verdict === true ? { status: 200, body: {} } : refuse(409, verdict);
}

function readConfirmation(body: unknown): Confirmation | undefined {
  const ids = readIds(body);
  if (ids === undefined) return undefined;
  // `readIds` has found an object; every property is checked.
  const { amount, event, extra, status } = body as Readonly<Record<string, unknown>>;
  // Forms contain strings.
  const number = typeof amount === 'string' && /^\d+(\.\d+)?$/.test(amount) ? Number(amount) : amount;
  if (typeof number === 'number') return { ...ids, amount: number };
  // Convenience stores send an event without an amount; the older form sends a status.
  if (amount !== undefined || (typeof event !== 'string' && typeof status !== 'string')) return undefined;
  return { ...ids, ...(typeof event === 'string' && { event }), ...(extra !== undefined && { extra }) };
}

function refuse(status: number, reason: string): HandlerAnswer {
  return { status, body: { reason } };
}
