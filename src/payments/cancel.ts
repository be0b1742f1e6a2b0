import type { CancelPaymentInput, Payment } from '../../generated/models.js';
import type { CallOptions } from '../client/call-options.js';
import { IamportError } from '../client/errors.js';
import { findRefund } from './find-refund.js';
import { sameMoney, subtractMoney } from './money.js';
import type { PaymentOperations } from './payment-operations.js';
import { isOutcomeUnknown, READ_BACK_TIME, toAmbiguous, toNotDone } from './unknown-outcome.js';

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

/**
 * Makes `payments.cancel`. It reads the payment first. When the outcome of the cancel is unknown it reads the payment
 * again: a refund that has happened is the result; one that has not is thrown with `retryable: true`; anything else with
 * `kind: 'ambiguous'`. It never sends a cancel twice by itself, save after a 401. Each of its requests gets the time limit
 * of a call; reading back has 10 seconds of its own.
 */
export function createCancel(
  operations: Pick<PaymentOperations, 'get' | 'find' | 'findWithStatus' | 'cancel'>,
): Cancel {
  return async (input, options) => {
    const { full, amount, cancellable, ...details }: LooseInput = input;
    checkExtent({ full, amount, cancellable });
    const before = await readTarget(operations, details, options);
    const left = subtractMoney(before.amount, before.cancel_amount, before.currency);
    const sent = {
      ...details,
      imp_uid: before.imp_uid,
      ...(amount !== undefined && { amount }),
      checksum: cancellable ?? left,
    };
    try {
      // A union is lost in a spread: `imp_uid` is there.
      return await operations.cancel(sent as CancelPaymentInput, options);
    } catch (error) {
      if (!(error instanceof IamportError) || !isOutcomeUnknown(error)) throw error;
      const tier = details.tier ?? options?.tier;
      const after = await readAgain(operations, { imp_uid: before.imp_uid, ...withTier(tier) }, error);
      const refund = findRefund(before, after, { amount: amount ?? left, reason: details.reason });
      if (refund === 'done') return after;
      throw refund === 'not_done' ? toNotDone(error, 'nothing has been refunded') : ambiguous(error);
    }
  };
}

function checkExtent({ full, amount, cancellable }: Pick<LooseInput, 'full' | 'amount' | 'cancellable'>): void {
  const isPart = typeof amount === 'number' && Number.isFinite(amount) && amount > 0;
  if (full === true ? amount !== undefined : full !== undefined || !isPart) {
    throw refusal('say either { full: true } or { amount } with an amount above 0: the API takes 0 for everything');
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

// What is refunded is compared with this later on: it must be numbers, and this payment.
function checkRead(payment: Payment, imp_uid?: string): Payment {
  const found: unknown = payment;
  const isPayment = typeof found === 'object' && found !== null && typeof payment.imp_uid === 'string';
  const isMoney =
    isPayment &&
    sameMoney(payment.amount, payment.amount, payment.currency) &&
    sameMoney(payment.cancel_amount, payment.cancel_amount, payment.currency);
  if (isMoney && (imp_uid === undefined || payment.imp_uid === imp_uid)) return payment;
  throw new IamportError('validation', 'cancelPayment was not sent: reading the payment first gave something else', {
    operationId: 'cancelPayment',
    sent: 'no',
  });
}

async function readAgain(
  operations: Pick<PaymentOperations, 'get'>,
  target: { readonly imp_uid: string; readonly tier?: string },
  error: IamportError,
): Promise<Payment> {
  try {
    const payment = await operations.get({ ...target, include_sandbox: true }, { timeoutMs: READ_BACK_TIME });
    return checkRead(payment, target.imp_uid);
  } catch {
    throw ambiguous(error);
  }
}

function ambiguous(error: IamportError): IamportError {
  return toAmbiguous(error, 'whether it was refunded is unknown; look at cancel_history before trying again');
}

function refusal(why: string): IamportError {
  return new IamportError('input', `cancelPayment was not sent: ${why}`, { operationId: 'cancelPayment', sent: 'no' });
}
