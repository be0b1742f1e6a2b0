import type { Payment } from '../../generated/models.js';
import { IamportError } from '../client/errors.js';
import { verifyPayment, type Verdict } from '../payments/verify.js';
import type { FulfillmentOptions, OrderFacts } from './fulfillment-options.js';
import { factsOf, type Fact } from './payment-facts.js';
import { runOnce, type RunOutcome } from './run-once.js';

/** Time limit for reading a payment in milliseconds. The provider waits 30 seconds at first, 15 later. */
const READ_TIME = 10_000;

/** Shared by the webhook, the return page and the sweep. */
export interface FulfillmentContext<Order extends OrderFacts> {
  readonly options: FulfillmentOptions<Order>;
  readonly claims: NonNullable<FulfillmentOptions<Order>['claims']>;
  readonly times: { readonly callbackMs: number; readonly claimMs: number };
  readonly report: (error: unknown) => void;
}

/** The verdict on a payment, and the outcome of its callbacks. */
export interface Settled {
  readonly verdict: Verdict;
  readonly outcome: RunOutcome;
}

/**
 * Compares a payment from the server with its order and runs the callbacks.
 *
 * @throws the errors of callbacks.
 */
export async function settlePayment<Order extends OrderFacts>(
  context: FulfillmentContext<Order>,
  payment: Payment,
  order: Order,
): Promise<Settled> {
  const { amount, currency } = order;
  const { allowSandbox } = context.options;
  const wanted = { merchant_uid: payment.merchant_uid, amount, currency, allowSandbox, acceptVbankReady: true };
  const verdict = verifyPayment(payment, payment.imp_uid, wanted);
  return { verdict, outcome: await runFacts(context, factsOf(context.options, verdict, { payment, order })) };
}

/** Runs callbacks one after the other, and stops at the first that is not done. */
export async function runFacts<Order extends OrderFacts>(
  { claims, times }: FulfillmentContext<Order>,
  facts: readonly Fact[],
): Promise<RunOutcome> {
  let outcome: RunOutcome = 'done_before';
  for (const { key, run } of facts) {
    const one = await runOnce(claims, { key, times, work: run });
    if (one === 'busy' || one === 'timeout') return one;
    if (one === 'done') outcome = one;
  }
  return outcome;
}

/** The payment on the server, or `undefined` if the ID does not exist. */
export async function readPayment(
  { options }: { readonly options: Pick<FulfillmentOptions<OrderFacts>, 'iamport'> },
  imp_uid: string,
): Promise<Payment | undefined> {
  if (typeof imp_uid !== 'string' || !/^[\w-]{1,64}$/.test(imp_uid)) return undefined;
  try {
    const input = { imp_uid, include_sandbox: true };
    const payment: unknown = await options.iamport.payments.get(input, { timeoutMs: READ_TIME });
    // Validation may be off.
    if (typeof payment === 'object' && payment !== null) return payment as Payment;
  } catch (error) {
    if (!(error instanceof IamportError)) throw error;
    const isRefused = error.kind === 'input' && error.issues.some(({ pointer }) => pointer === '/imp_uid');
    if (isRefused || (error.kind === 'api' && error.httpStatus === 404)) return undefined;
    throw error;
  }
  throw new IamportError('validation', 'the response is not a payment');
}
