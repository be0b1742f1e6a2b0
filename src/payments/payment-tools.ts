import { createCancel, type Cancel } from './cancel.js';
import { createGetMany, type GetMany } from './get-many.js';
import { createIteratePayments, type IteratePayments } from './iterate-payments.js';
import type { PaymentOperations } from './payment-operations.js';
import { createVerify, type Verify } from './verify.js';

/** Helpers of `payments` beyond the operations of the API. */
export interface PaymentTools {
  /**
   * Reads a payment and compares it with your order. A payment that does not pay the order is returned with a `reason`.
   *
   * @throws {IamportError} if the payment cannot be read.
   */
  readonly verify: Verify;
  /**
   * Reads any number of payments, by transaction ID, order ID or both.
   *
   * @throws {IamportError} if one request fails: nothing is omitted silently.
   */
  readonly getMany: GetMany;
  /**
   * Iterates over all payments with a status in a time range: one by one, or page by page with `.pages()` and a cursor.
   */
  readonly iterate: IteratePayments;
  /**
   * Cancels a payment (`full: true`) or refunds part of it (`amount`, with `cancellable`). For the plain API operation,
   * use `iamport.call('cancelPayment')`.
   *
   * @throws {IamportError} `kind: 'api'` if the API rejects it; any kind with `retryable: true` if nothing was
   *   refunded; `kind: 'ambiguous'` if the outcome is unknown.
   */
  readonly cancel: Cancel;
}

/** The payments resource with helpers. */
export type WithPaymentTools<Payments extends PaymentOperations> = Omit<Payments, keyof PaymentTools> & PaymentTools;

/** Adds the helpers to the payments resource, and replaces `cancel` with the safe version. */
export function addPaymentTools<Payments extends PaymentOperations>(payments: Payments): WithPaymentTools<Payments> {
  const operations: PaymentOperations = {
    get: (input, options) => payments.get(input, options),
    list: (input, options) => payments.list(input, options),
    listByStatus: (input, options) => payments.listByStatus(input, options),
    find: (input, options) => payments.find(input, options),
    findWithStatus: (input, options) => payments.findWithStatus(input, options),
    cancel: payments.cancel.bind(payments),
  };
  const tools: PaymentTools = {
    verify: createVerify(operations),
    getMany: createGetMany(operations),
    iterate: createIteratePayments(operations),
    cancel: createCancel(operations),
  };
  return Object.assign(payments, tools);
}
