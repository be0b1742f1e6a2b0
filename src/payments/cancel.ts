import type { Payment } from '../../generated/models.js';
import type { CancelPaymentInput } from '../../generated/resources/payments.js';
import type { CallOptions } from '../../generated/call-options.js';
import type { Shown } from '../client/call-options.js';
import { IamportError } from '../client/errors.js';
import { findRefund, type AskedRefund } from './find-refund.js';
import { sameMoney, subtractMoney } from './money.js';
import type { PaymentOperations } from './payment-operations.js';

/** How much to cancel: either `full` or `amount`. The API treats a missing or zero amount as a full refund. */
export type CancelExtent =
  | { readonly full: true; readonly amount?: never; readonly cancellable?: number | undefined }
  | {
      readonly full?: never;
      /** In the major unit of the currency, more than 0. */
      readonly amount: number;
      /**
       * The amount you believe is still refundable. The API rejects a mismatch, its only protection against double
       * refunds.
       */
      readonly cancellable: number;
    };

/** The payment to cancel; `imp_uid` wins if both are set. */
export type CancelTarget =
  | { readonly imp_uid: string; readonly merchant_uid?: string | undefined }
  | { readonly imp_uid?: undefined; readonly merchant_uid: string };

/** The reason and other optional fields of the API. */
export type CancelDetails = Omit<CancelPaymentInput, 'imp_uid' | 'merchant_uid' | 'amount' | 'checksum'>;

/** Input of `payments.cancel`. */
export type CancelInput = CancelTarget & CancelExtent & CancelDetails;

/** Rejects the literal 0 at compile time: the API treats it as a full refund. */
export type NotZero<Input> = Input extends { readonly amount: 0 } ? { readonly amount: never } : unknown;

// The union without its constraints, which are lost in a spread.
type LooseInput = CancelDetails & {
  readonly imp_uid?: string | undefined;
  readonly merchant_uid?: string | undefined;
  readonly full?: boolean | undefined;
  readonly amount?: number | undefined;
  readonly cancellable?: number | undefined;
};

/** Cancels a payment or refunds part of it. */
export type Cancel = <const Input extends CancelInput>(
  input: Input & NotZero<Input>,
  options?: CallOptions,
) => Promise<Payment>;

/** Number of `ambiguous` cancellations that are remembered, so that a repeated call can recognize them. */
const MOST_REMEMBERED = 1000;

/**
 * Creates `payments.cancel`. It reads the payment first. If the outcome of the cancellation is unknown, it reads the
 * payment again within the time limit of the call: if the refund has become visible, it is the result; if another
 * refund makes this one impossible, the error has `retryable: true`; anything else is `kind: 'ambiguous'`. It never
 * resends a cancellation, except after a 401. Repeating an ambiguous call with the same input returns the refund that
 * the first call made.
 */
export function createCancel(
  operations: Pick<PaymentOperations, 'get' | 'find' | 'findWithStatus' | 'cancel'>,
): Cancel {
  const unsettled = new Map<string, Unsettled>();
  return async (input, options) => {
    const { full, amount, cancellable, ...details }: LooseInput = input;
    checkExtent({ full, amount, cancellable });
    const before = await readTarget(operations, details, options);
    const left = subtractMoney(before.amount, before.cancel_amount, before.currency);
    const asked = { amount: amount ?? left, reason: details.reason, checksum: cancellable ?? left };
    const request = {
      ...details,
      imp_uid: before.imp_uid,
      ...(amount !== undefined && { amount }),
      checksum: asked.checksum,
    };
    const key = JSON.stringify([before.imp_uid, full, amount, cancellable, details.reason]);
    const judge = (found: unknown): Shown => refundOutcome(before, found, asked);
    try {
      // The spread loses the union, but `imp_uid` is set.
      const payment = await operations.cancel(request as CancelPaymentInput, { ...options, judge });
      unsettled.delete(key);
      return payment;
    } catch (error) {
      if (!(error instanceof IamportError)) throw error;
      if (error.kind === 'ambiguous') {
        if (!unsettled.has(key)) remember(unsettled, key, { before, asked });
        throw error;
      }
      const earlier = unsettled.get(key);
      // Rejected because an earlier attempt with a lost response was carried out.
      if (earlier === undefined || error.kind !== 'api' || error.httpStatus !== 200) throw error;
      const found = await operations.get({ imp_uid: before.imp_uid, include_sandbox: true }, options);
      if (refundOutcome(earlier.before, found, earlier.asked).outcome !== 'done') throw error;
      unsettled.delete(key);
      return found;
    }
  };
}

/** A cancellation that ended `ambiguous`. */
interface Unsettled {
  readonly before: Payment;
  readonly asked: AskedRefund;
}

function remember(unsettled: Map<string, Unsettled>, key: string, entry: Unsettled): void {
  unsettled.set(key, entry);
  const [oldest] = unsettled.keys();
  if (unsettled.size > MOST_REMEMBERED && oldest !== undefined) unsettled.delete(oldest);
}

function refundOutcome(before: Payment, found: unknown, asked: AskedRefund): Shown {
  if (!isReadable(found, before.imp_uid)) return { outcome: 'not_visible' };
  const outcome = findRefund(before, found, asked);
  return outcome === 'done' ? { outcome, value: found } : { outcome };
}

function checkExtent({ full, amount, cancellable }: Pick<LooseInput, 'full' | 'amount' | 'cancellable'>): void {
  const isPart = typeof amount === 'number' && Number.isFinite(amount) && amount > 0;
  if (full === true ? amount !== undefined : full !== undefined || !isPart) {
    throw refusal(
      `pass either { full: true } or { amount } with a number above 0, not ${kindOf(amount)}: the API treats 0 as a full refund`,
    );
  }
  const isGuard = typeof cancellable === 'number' && Number.isFinite(cancellable) && cancellable > 0;
  if (!isGuard && (full !== true || cancellable !== undefined)) {
    throw refusal('pass the refundable amount in `cancellable`, so that the API cannot refund twice');
  }
}

async function readTarget(
  operations: Pick<PaymentOperations, 'get' | 'find' | 'findWithStatus'>,
  { imp_uid, merchant_uid, tier }: LooseInput,
  options?: CallOptions,
): Promise<Payment> {
  if (imp_uid !== undefined)
    return checkRead(await operations.get({ imp_uid, include_sandbox: true, ...withTier(tier) }, options), imp_uid);
  if (merchant_uid === undefined) throw refusal('pass imp_uid or merchant_uid');
  const order = { merchant_uid, ...withTier(tier) };
  try {
    return checkRead(await operations.findWithStatus({ ...order, payment_status: 'paid' }, options));
  } catch (error) {
    if (!(error instanceof IamportError) || error.kind !== 'api' || error.httpStatus !== 404) throw error;
    return checkRead(await operations.find(order, options));
  }
}

const withTier = (tier: string | undefined): { tier?: string } => (tier === undefined ? {} : { tier });

function checkRead(payment: unknown, imp_uid?: string): Payment {
  if (isReadable(payment, imp_uid)) return payment;
  throw new IamportError(
    'validation',
    'cancelPayment was not sent: the response to reading the payment is not that payment',
    {
      operationId: 'cancelPayment',
      sent: 'no',
    },
  );
}

// The refund is compared with this later, so it must contain numbers and be the same payment.
function isReadable(found: unknown, imp_uid: string | undefined): found is Payment {
  if (typeof found !== 'object' || found === null) return false;
  // Validation may be off, so every property is checked.
  const payment = found as Partial<Payment>;
  if (typeof payment.imp_uid !== 'string' || (imp_uid !== undefined && payment.imp_uid !== imp_uid)) return false;
  const { amount, cancel_amount, currency } = payment;
  return sameMoney(amount, amount, currency) && sameMoney(cancel_amount, cancel_amount, currency);
}

function kindOf(amount: unknown): string {
  if (amount === undefined) return 'neither or both';
  return typeof amount === 'number' ? String(amount) : `a ${typeof amount}`;
}

function refusal(why: string): IamportError {
  return new IamportError('input', `cancelPayment was not sent: ${why}`, { operationId: 'cancelPayment', sent: 'no' });
}
