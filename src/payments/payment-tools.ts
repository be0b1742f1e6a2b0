import { createCancel, type Cancel } from './cancel.js';
import { createGetMany, type GetMany } from './get-many.js';
import { createIteratePayments, type IteratePayments } from './iterate-payments.js';
import type { PaymentOperations } from './payment-operations.js';
import { createVerify, type Verify } from './verify.js';

/** What `payments` can do beyond the operations of the API. */
export interface PaymentTools {
  /**
   * Reads a payment and holds it against your order. A payment that does not settle the order is a value with a `reason`.
   *
   * @throws {IamportError} when the payment could not be read.
   */
  readonly verify: Verify;
  /**
   * Reads any number of payments, by transaction ID, order ID or both.
   *
   * @throws {IamportError} when one request fails: nothing is left out silently.
   */
  readonly getMany: GetMany;
  /** Goes through all payments of a status in a span of time: one by one, or with `.pages()` page by page with a cursor. */
  readonly iterate: IteratePayments;
  /**
   * Cancels a payment (`full: true`) or refunds part of it (`amount`, with `cancellable`). `iamport.call('cancelPayment')`
   * is the operation as it is.
   *
   * @throws {IamportError} `kind: 'api'` when refused; any kind with `retryable: true` when nothing was refunded;
   *   `kind: 'ambiguous'` when that could not be found out.
   */
  readonly cancel: Cancel;
}

/** A resource of payments with the tools added. */
export type WithPaymentTools<Payments extends PaymentOperations> = Omit<Payments, keyof PaymentTools> & PaymentTools;

/** Adds the tools to a resource of payments. Its own `cancel` gives way to the guarded one. */
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
