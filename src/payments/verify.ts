import type { Payment } from '../../generated/models.js';
import type { CallOptions } from '../../generated/call-options.js';
import { IamportError } from '../client/errors.js';
import { sameMoney } from './money.js';
import type { PaymentOperations } from './payment-operations.js';

/** The values of your order. */
export interface ExpectedPayment {
  /** Order ID. */
  readonly merchant_uid: string;
  /** In the major unit of the currency. */
  readonly amount: number;
  /** ISO 4217 code. Default: `'KRW'`. */
  readonly currency?: string | undefined;
  /** Whether to accept an issued virtual account that is not yet paid. Default: false. */
  readonly acceptVbankReady?: boolean | undefined;
  /** Whether to accept payments through test channels. Default: false. */
  readonly allowSandbox?: boolean | undefined;
}

/** The payment ID from the browser or a webhook, and your order. */
export interface VerifyInput extends ExpectedPayment {
  readonly imp_uid: string;
}

/** Why a payment does not pay an order. */
export type MismatchReason =
  | 'not_found'
  | 'merchant_uid_mismatch'
  | 'sandbox_payment'
  | 'unrecognized_status'
  | 'currency_mismatch'
  | 'amount_mismatch'
  | 'not_paid'
  | 'cancelled'
  | 'partially_cancelled';

/** The expected or the actual values. */
export interface PaymentFacts {
  readonly merchant_uid: string;
  readonly amount: number;
  readonly currency: string;
}

/** Whether a payment pays an order. */
export type Verdict =
  | {
      readonly ok: true;
      readonly outcome: 'paid' | 'awaiting_deposit';
      readonly payment: Payment;
      // Lets `verdict.reason` compile without strict null checks.
      readonly reason?: undefined;
    }
  | {
      readonly ok: false;
      readonly reason: MismatchReason;
      readonly expected: PaymentFacts;
      /** The payment on the server, or `null` if it does not exist. */
      readonly actual: PaymentFacts | null;
      readonly payment: Payment | null;
    };

/** Reads a payment and compares it with an order. */
export type Verify = (input: VerifyInput, options?: CallOptions) => Promise<Verdict>;

/**
 * Creates `payments.verify`. It trusts the server only, and the order ID of the payment, not the one from the request.
 * A payment that does not pay the order is returned; failed requests throw.
 */
export function createVerify({ get }: Pick<PaymentOperations, 'get'>): Verify {
  return async ({ imp_uid, ...order }, options) => {
    const expected = readExpected(order);
    const unknown: Verdict = { ok: false, reason: 'not_found', expected, actual: null, payment: null };
    if (typeof imp_uid !== 'string') throw new IamportError('input', 'verify: imp_uid is not a string');
    // A value from a browser that is not a valid ID belongs to no payment.
    if (!/^[\w-]{1,64}$/.test(imp_uid)) return unknown;
    try {
      // Otherwise test payments are hidden, and "not found" would be confusing.
      const payment = await get({ imp_uid, include_sandbox: true }, options);
      return verifyPayment(payment, imp_uid, order);
    } catch (error) {
      if (error instanceof IamportError && (isNotFound(error) || isRefusedId(error))) return unknown;
      throw error;
    }
  };
}

/**
 * Compares a payment from the server with an order.
 *
 * @throws {IamportError} `kind: 'validation'` if it is not the requested payment; `'input'` if the order is invalid.
 */
export function verifyPayment(payment: Payment, imp_uid: string, order: ExpectedPayment): Verdict {
  const expected = readExpected(order);
  // Validation may be off: null or another payment must not be accepted.
  if (!isPaymentOf(payment, imp_uid)) {
    throw new IamportError('validation', 'the response is not the requested payment');
  }
  const { merchant_uid, amount, currency } = payment;
  const reason = findMismatch(payment, order, expected);
  if (reason === undefined) {
    return { ok: true, outcome: payment.status === 'paid' ? 'paid' : 'awaiting_deposit', payment };
  }
  return { ok: false, reason, expected, actual: { merchant_uid, amount, currency }, payment };
}

function findMismatch(payment: Payment, order: ExpectedPayment, expected: PaymentFacts): MismatchReason | undefined {
  const status: string = payment.status;
  if (payment.merchant_uid !== expected.merchant_uid) return 'merchant_uid_mismatch';
  if (isSandbox(payment) && order.allowSandbox !== true) return 'sandbox_payment';
  if (!['ready', 'paid', 'cancelled', 'failed'].includes(status)) return 'unrecognized_status';
  if (payment.currency !== expected.currency) return 'currency_mismatch';
  if (!sameMoney(payment.amount, expected.amount, expected.currency)) return 'amount_mismatch';
  if (status === 'cancelled') return 'cancelled';
  // The status stays "paid" after a partial refund, so a missing amount must not count as 0.
  if (status === 'paid' && !sameMoney(payment.cancel_amount, 0, expected.currency)) {
    return sameMoney(payment.cancel_amount, payment.amount, expected.currency) ? 'cancelled' : 'partially_cancelled';
  }
  const awaitsDeposit = status === 'ready' && payment.pay_method === 'vbank' && order.acceptVbankReady === true;
  return status === 'paid' || awaitsDeposit ? undefined : 'not_paid';
}

// Anything but false and absent counts: a test payment must not be accepted because a server sends 1 or "true".
function isSandbox({ sandbox }: { readonly sandbox?: unknown }): boolean {
  return sandbox !== undefined && sandbox !== null && sandbox !== false && sandbox !== 0 && sandbox !== 'false';
}

function readExpected({ merchant_uid, amount, currency = 'KRW' }: ExpectedPayment): PaymentFacts {
  if (typeof merchant_uid !== 'string' || merchant_uid === '') {
    throw new IamportError(
      'input',
      `the merchant_uid of the order must be a non-empty string, not ${describe(merchant_uid)}`,
    );
  }
  if (!sameMoney(amount, amount, currency)) {
    throw new IamportError(
      'input',
      `the amount of the order must be a valid number in its currency, not ${describe(amount)}`,
    );
  }
  return { merchant_uid, amount, currency };
}

function describe(value: unknown): string {
  if (value === '') return 'an empty string';
  if (typeof value === 'number') return Number.isFinite(value) ? 'one with too many decimals' : String(value);
  return value === undefined || value === null ? String(value) : `a ${typeof value}`;
}

function isPaymentOf(value: unknown, imp_uid: string): boolean {
  return typeof value === 'object' && value !== null && 'imp_uid' in value && value.imp_uid === imp_uid;
}

// A 404 without an envelope comes from a proxy and says nothing about the payment.
function isNotFound({ kind, httpStatus }: IamportError): boolean {
  return kind === 'api' && httpStatus === 404;
}

function isRefusedId({ kind, issues }: IamportError): boolean {
  return kind === 'input' && issues.length > 0 && issues.every(({ pointer }) => pointer === '/imp_uid');
}
