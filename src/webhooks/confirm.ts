import { sameMoney } from '../payments/money.js';
import { readIds } from './notification.js';
import { createPaymentHandler, type HandlerAnswer, type PaymentHandler } from './payment-handler.js';
import { createErrorReporter } from './error-reporter.js';
import type { OrderFacts } from './fulfillment-options.js';

/** A payment about to be approved. */
export interface Confirmation {
  readonly imp_uid: string;
  readonly merchant_uid: string;
  /** In the major unit of the currency. Absent for convenience stores: what is bought is then in `extra`. */
  readonly amount?: number | undefined;
  /** Kind of the question, such as `Galaxia.Cvs.Confirm`. */
  readonly event?: string | undefined;
  /** What comes with a convenience store payment, such as `barcode`. */
  readonly extra?: unknown;
}

/** How to decide. */
export interface ConfirmOptions<Order extends OrderFacts> {
  /** Finds your order; `null` when there is none, and the payment is refused. */
  readonly order: (merchant_uid: string) => Order | null | undefined | Promise<Order | null | undefined>;
  /** The last word, such as a look at the stock: `true`, or the reason why not, which the customer may see. */
  readonly approve?: (confirmation: Confirmation, order: Order) => true | string | Promise<true | string>;
  /** Milliseconds after which it is refused. Default: 8000, for the provider waits 10 seconds. */
  readonly deadlineMs?: number;
  /** Hears why 5xx was answered. */
  readonly onError?: (error: unknown) => unknown;
}

/**
 * Makes the handler of `confirm_url`: the provider asks just before it approves a payment. 200 approves. It compares the
 * amount with the order, and refuses when anything fails or takes too long.
 *
 * Anyone can call this URL with any ID, and the amount of the order is no secret: `approve` must not reserve anything for
 * good, and the payment must still be verified afterwards.
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
  // `readIds` has found an object; each property is looked at.
  const { amount, event, extra, status } = body as Readonly<Record<string, unknown>>;
  // In a form it is text.
  const number = typeof amount === 'string' && /^\d+(\.\d+)?$/.test(amount) ? Number(amount) : amount;
  if (typeof number === 'number') return { ...ids, amount: number };
  // Convenience stores send an event and no amount; the older form a status.
  if (amount !== undefined || (typeof event !== 'string' && typeof status !== 'string')) return undefined;
  return { ...ids, ...(typeof event === 'string' && { event }), ...(extra !== undefined && { extra }) };
}

function refuse(status: number, reason: string): HandlerAnswer {
  return { status, body: { reason } };
}
