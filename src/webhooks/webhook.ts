import type { Payment } from '../../generated/models.js';
import { IamportError } from '../client/errors.js';
import { readIds } from './notification.js';
import { createPaymentHandler, type HandlerAnswer, type PaymentHandler } from './payment-handler.js';
import type { PaymentOperations } from '../payments/payment-operations.js';
import { createQueue } from './queue.js';
import { judgePayment, type MismatchReason, type Verdict } from '../payments/verify.js';

/** What a handler needs to know of your order. */
export interface OrderFacts {
  /** In the major unit of the currency. */
  readonly amount: number;
  /** ISO 4217 code. Default: `'KRW'`. */
  readonly currency?: string | undefined;
}

/** Remembers what was handled. A `Set` is one; many processes share one in a database. */
export interface WebhookMemory {
  has(key: string): boolean | Promise<boolean>;
  add(key: string): unknown;
}

/** What to do when the provider notifies. A callback that throws is a failure of ours: the provider may send it again. */
export interface WebhookOptions<Order extends OrderFacts> {
  /** The client, which reads the payment. */
  readonly iamport: { readonly payments: Pick<PaymentOperations, 'get'> };
  /** Finds your order; `null` when there is none. */
  readonly order: (merchant_uid: string) => Order | null | undefined | Promise<Order | null | undefined>;
  readonly onPaid?: (payment: Payment, order: Order) => unknown;
  /** A virtual account was issued. */
  readonly onAwaitingDeposit?: (payment: Payment, order: Order) => unknown;
  /** Refunded, wholly or in part: look at `cancel_amount`. */
  readonly onCancelled?: (payment: Payment, order: Order) => unknown;
  readonly onFailed?: (payment: Payment, order: Order) => unknown;
  /** The payment is not what the order wants, or there is no order. */
  readonly onMismatch?: (reason: MismatchReason | 'order_not_found', payment: Payment, order: Order | null) => unknown;
  /** Hears why 5xx was answered. */
  readonly onError?: (error: unknown) => unknown;
  /** Default: the last 10,000 in memory. */
  readonly dedupe?: WebhookMemory;
  /** Whether payments through test channels count. Default: no. */
  readonly allowSandbox?: boolean;
}

/** Milliseconds to read the payment in. The provider waits 30 seconds at first, 15 later. */
const READ_TIME = 10_000;

/**
 * Makes the handler of the provider's notifications. A notification is not signed and proves nothing: it only says which
 * payment to read. So forged ones do no harm, nor do duplicates, nor a wrong order: the payment is always as the server
 * has it now, and one is handled after the other.
 *
 * Answers 200 when handled, 4xx for what is no notification of a payment of ours, 5xx when something of ours failed.
 */
export function createWebhookHandler<Order extends OrderFacts>(options: WebhookOptions<Order>): PaymentHandler {
  const memory = options.dedupe ?? createMemory();
  const enqueue = createQueue();
  return createPaymentHandler(async (body) => {
    const ids = readIds(body);
    if (ids === undefined) return answer(400, 'this is no notification');
    try {
      return await enqueue(ids.imp_uid, () => notify(options, memory, ids));
    } catch (error) {
      try {
        await options.onError?.(error);
      } catch {
        // Whoever listens to trouble must not make more of it.
      }
      return answer(500, 'something failed here');
    }
  });
}

async function notify<Order extends OrderFacts>(
  options: WebhookOptions<Order>,
  memory: WebhookMemory,
  { imp_uid, merchant_uid }: { imp_uid: string; merchant_uid: string },
): Promise<HandlerAnswer> {
  const payment = await readPayment(options, imp_uid);
  if (payment === undefined) return answer(404, 'there is no such payment');
  if (payment.merchant_uid !== merchant_uid) return answer(400, 'the payment belongs to another order');
  const order = (await options.order(payment.merchant_uid)) ?? null;
  if (order === null) {
    await options.onMismatch?.('order_not_found', payment, null);
    return { status: 200, body: {} };
  }
  const { allowSandbox } = options;
  const { amount, currency } = order;
  const wanted = { merchant_uid, amount, currency, allowSandbox, acceptVbankReady: true };
  const verdict = judgePayment(payment, imp_uid, wanted);
  const handled = callbackFor(options, verdict, payment);
  if (handled === 'mismatch') {
    if (!verdict.ok) await options.onMismatch?.(verdict.reason, payment, order);
    return { status: 200, body: {} };
  }
  const key = `${imp_uid}:${payment.status}:${payment.cancel_amount}`;
  if (await memory.has(key)) return { status: 200, body: {} };
  await handled?.(payment, order);
  // Only now: what failed must come again.
  await memory.add(key);
  return { status: 200, body: {} };
}

async function readPayment(
  { iamport }: Pick<WebhookOptions<OrderFacts>, 'iamport'>,
  imp_uid: string,
): Promise<Payment | undefined> {
  try {
    return await iamport.payments.get({ imp_uid, include_sandbox: true }, { timeoutMs: READ_TIME });
  } catch (error) {
    if (!(error instanceof IamportError)) throw error;
    const isRefused = error.kind === 'input' && error.issues.some(({ pointer }) => pointer === '/imp_uid');
    if (isRefused || (error.kind === 'api' && error.httpStatus === 404)) return undefined;
    throw error;
  }
}

function callbackFor<Order extends OrderFacts>(
  { onPaid, onAwaitingDeposit, onCancelled, onFailed }: WebhookOptions<Order>,
  verdict: Verdict,
  { status }: Payment,
): ((payment: Payment, order: Order) => unknown) | 'mismatch' | undefined {
  if (verdict.ok) return verdict.outcome === 'paid' ? onPaid : onAwaitingDeposit;
  if (verdict.reason === 'cancelled' || verdict.reason === 'partially_cancelled') return onCancelled;
  if (verdict.reason !== 'not_paid') return 'mismatch';
  return status === 'failed' ? onFailed : undefined;
}

function createMemory(): WebhookMemory {
  const keys = new Set<string>();
  return {
    has: (key) => keys.has(key),
    add: (key) => {
      keys.add(key);
      const [oldest] = keys;
      if (keys.size > 10_000 && oldest !== undefined) keys.delete(oldest);
    },
  };
}

function answer(status: number, error: string): HandlerAnswer {
  return { status, body: { error } };
}
