import type { Payment } from '../../generated/models.js';
import type { CancelPaymentInput } from '../../generated/resources/payments.js';
import type { CallOptions, Shown } from '../client/call-options.js';
import { IamportError } from '../client/errors.js';
import { findRefund, type AskedRefund } from './find-refund.js';
import { sameMoney, subtractMoney } from './money.js';
import type { PaymentOperations } from './payment-operations.js';

/** Everything left, or a part of it: exactly one of the two, for the API takes a missing or zero amount for "everything". */
export type CancelExtent =
  | { readonly full: true; readonly amount?: never; readonly cancellable?: number | undefined }
  | {
      readonly full?: never;
      /** In the major unit of the currency, more than 0. */
      readonly amount: number;
      /** What can still be refunded as far as you know. The API refuses when it is not so: its only guard against refunding twice. */
      readonly cancellable: number;
    };

/** Which payment: `imp_uid` wins when both stand. */
export type CancelTarget =
  | { readonly imp_uid: string; readonly merchant_uid?: string | undefined }
  | { readonly imp_uid?: undefined; readonly merchant_uid: string };

/** Why, and whatever else the API takes. */
export type CancelDetails = Omit<CancelPaymentInput, 'imp_uid' | 'merchant_uid' | 'amount' | 'checksum'>;

/** What `payments.cancel` takes. */
export type CancelInput = CancelTarget & CancelExtent & CancelDetails;

/** Refuses the literal 0 while it compiles: the API takes it for "everything". */
export type NotZero<Input> = Input extends { readonly amount: 0 } ? { readonly amount: never } : unknown;

// What a type says no more once it is spread.
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

/** Cancels that ended `ambiguous` and are remembered, so that a second call can recognize its first. */
const MOST_REMEMBERED = 1000;

/**
 * Makes `payments.cancel`. It reads the payment first. When the outcome of the cancel is unknown, the payment is read again
 * within the time of the call: a refund that has become visible is the result; when another refund makes this one
 * impossible, the error has `retryable: true`; anything else is `kind: 'ambiguous'`. It never sends a cancel twice by itself,
 * save after a 401. A later call with the same input after an ambiguous one gives the refund that the first one made.
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
    const judge = (found: unknown): Shown => judgeRefund(before, found, asked);
    try {
      // A union is lost in a spread: `imp_uid` is there.
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
      // Refused because an earlier attempt, which broke off, has been carried out.
      if (earlier === undefined || error.kind !== 'api' || error.httpStatus !== 200) throw error;
      const found = await operations.get({ imp_uid: before.imp_uid, include_sandbox: true }, options);
      if (judgeRefund(earlier.before, found, earlier.asked).outcome !== 'done') throw error;
      unsettled.delete(key);
      return found;
    }
  };
}

/** A cancel that ended `ambiguous`. */
interface Unsettled {
  readonly before: Payment;
  readonly asked: AskedRefund;
}

function remember(unsettled: Map<string, Unsettled>, key: string, entry: Unsettled): void {
  unsettled.set(key, entry);
  const [oldest] = unsettled.keys();
  if (unsettled.size > MOST_REMEMBERED && oldest !== undefined) unsettled.delete(oldest);
}

function judgeRefund(before: Payment, found: unknown, asked: AskedRefund): Shown {
  if (!isReadable(found, before.imp_uid)) return { outcome: 'not_visible' };
  const outcome = findRefund(before, found, asked);
  return outcome === 'done' ? { outcome, value: found } : { outcome };
}

function checkExtent({ full, amount, cancellable }: Pick<LooseInput, 'full' | 'amount' | 'cancellable'>): void {
  const isPart = typeof amount === 'number' && Number.isFinite(amount) && amount > 0;
  if (full === true ? amount !== undefined : full !== undefined || !isPart) {
    throw refusal(
      `say either { full: true } or { amount } with a number above 0, not ${kindOf(amount)}: the API takes 0 for everything`,
    );
  }
  const isGuard = typeof cancellable === 'number' && Number.isFinite(cancellable) && cancellable > 0;
  if (!isGuard && (full !== true || cancellable !== undefined)) {
    throw refusal('say in `cancellable` what can still be refunded: it keeps the API from refunding twice');
  }
}

async function readTarget(
  operations: Pick<PaymentOperations, 'get' | 'find' | 'findWithStatus'>,
  { imp_uid, merchant_uid, tier }: LooseInput,
  options?: CallOptions,
): Promise<Payment> {
  if (imp_uid !== undefined)
    return checkRead(await operations.get({ imp_uid, include_sandbox: true, ...withTier(tier) }, options), imp_uid);
  if (merchant_uid === undefined) throw refusal('name the payment by imp_uid or merchant_uid');
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
  throw new IamportError('validation', 'cancelPayment was not sent: reading the payment first gave something else', {
    operationId: 'cancelPayment',
    sent: 'no',
  });
}

// What is refunded is compared with this later on: it must be numbers, and this payment.
function isReadable(found: unknown, imp_uid: string | undefined): found is Payment {
  if (typeof found !== 'object' || found === null) return false;
  // Validation may be off: each property is looked at.
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
