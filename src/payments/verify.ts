import type { Payment } from '../../generated/models.js';
import type { CallOptions } from '../client/call-options.js';
import { IamportError } from '../client/errors.js';
import { sameMoney } from './money.js';
import type { PaymentOperations } from './payment-operations.js';

/** What your own order says. */
export interface ExpectedPayment {
  /** Order ID. */
  readonly merchant_uid: string;
  /** In the major unit of the currency. */
  readonly amount: number;
  /** ISO 4217 code. Default: `'KRW'`. */
  readonly currency?: string | undefined;
  /** Whether an issued virtual account is fine too. Default: no. */
  readonly acceptVbankReady?: boolean | undefined;
  /** Whether a payment through a test channel is fine too. Default: no. */
  readonly allowSandbox?: boolean | undefined;
}

/** What to verify: the ID that the browser or a webhook told, against your own order. */
export interface VerifyInput extends ExpectedPayment {
  readonly imp_uid: string;
}

/** Why a payment does not settle an order. */
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

/** What was wanted, or what is. */
export interface PaymentFacts {
  readonly merchant_uid: string;
  readonly amount: number;
  readonly currency: string;
}

/** Whether a payment settles an order. */
export type Verdict =
  | {
      readonly ok: true;
      readonly outcome: 'paid' | 'awaiting_deposit';
      readonly payment: Payment;
      // So that `verdict.reason` can be read without strict null checks, too.
      readonly reason?: undefined;
    }
  | {
      readonly ok: false;
      readonly reason: MismatchReason;
      readonly expected: PaymentFacts;
      /** What the server says, or `null` when it knows no such payment. */
      readonly actual: PaymentFacts | null;
      readonly payment: Payment | null;
    };

/** Reads a payment and holds it against an order. */
export type Verify = (input: VerifyInput, options?: CallOptions) => Promise<Verdict>;

/**
 * Makes `payments.verify`. It believes the server only, and the order ID of the payment, not the one that came along.
 * A payment that does not settle the order is a value; trouble on the way throws.
 */
export function createVerify({ get }: Pick<PaymentOperations, 'get'>): Verify {
  return async ({ imp_uid, ...order }, options) => {
    const expected = readExpected(order);
    const unknown: Verdict = { ok: false, reason: 'not_found', expected, actual: null, payment: null };
    if (typeof imp_uid !== 'string') throw new IamportError('input', 'verify: imp_uid is not a string');
    // Whatever a browser sent that can be no ID is the ID of no payment.
    if (!/^[\w-]{1,64}$/.test(imp_uid)) return unknown;
    try {
      // Test payments are hidden otherwise: "not found" would be a riddle.
      const payment = await get({ imp_uid, include_sandbox: true }, options);
      return judgePayment(payment, imp_uid, order);
    } catch (error) {
      if (error instanceof IamportError && (isNotFound(error) || isRefusedId(error))) return unknown;
      throw error;
    }
  };
}

/**
 * Holds a payment, freshly read from the server, against an order.
 *
 * @throws {IamportError} `kind: 'validation'` when it is not the payment that was asked for; `'input'` when the order is
 *   none.
 */
export function judgePayment(payment: Payment, imp_uid: string, order: ExpectedPayment): Verdict {
  const expected = readExpected(order);
  // Validation may be off: a null or another payment must not pass for this one.
  if (!isPaymentOf(payment, imp_uid)) {
    throw new IamportError('validation', 'the server answered with another payment than the one asked for');
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
  // A partial refund leaves the status at "paid"; so a missing amount must not count as none.
  if (status === 'paid' && !sameMoney(payment.cancel_amount, 0, expected.currency)) {
    return sameMoney(payment.cancel_amount, payment.amount, expected.currency) ? 'cancelled' : 'partially_cancelled';
  }
  const awaitsDeposit = status === 'ready' && payment.pay_method === 'vbank' && order.acceptVbankReady === true;
  return status === 'paid' || awaitsDeposit ? undefined : 'not_paid';
}

// Whatever is neither false nor absent counts: a test payment must not pass because a server writes 1 or "true".
function isSandbox({ sandbox }: { readonly sandbox?: unknown }): boolean {
  return sandbox !== undefined && sandbox !== null && sandbox !== false && sandbox !== 0 && sandbox !== 'false';
}

function readExpected({ merchant_uid, amount, currency = 'KRW' }: ExpectedPayment): PaymentFacts {
  if (typeof merchant_uid !== 'string' || merchant_uid === '') {
    throw new IamportError('input', `the order needs a merchant_uid: a text, not ${describe(merchant_uid)}`);
  }
  if (!sameMoney(amount, amount, currency)) {
    throw new IamportError('input', `the order needs an amount of its currency: a number, not ${describe(amount)}`);
  }
  return { merchant_uid, amount, currency };
}

function describe(value: unknown): string {
  if (value === '') return 'an empty one';
  if (typeof value === 'number') return Number.isFinite(value) ? 'one with more decimals than it has' : String(value);
  return value === undefined || value === null ? String(value) : `a ${typeof value}`;
}

function isPaymentOf(value: unknown, imp_uid: string): boolean {
  return typeof value === 'object' && value !== null && 'imp_uid' in value && value.imp_uid === imp_uid;
}

// A 404 that is no envelope comes from something in between, which knows nothing of payments.
function isNotFound({ kind, httpStatus }: IamportError): boolean {
  return kind === 'api' && httpStatus === 404;
}

function isRefusedId({ kind, issues }: IamportError): boolean {
  return kind === 'input' && issues.length > 0 && issues.every(({ pointer }) => pointer === '/imp_uid');
}
