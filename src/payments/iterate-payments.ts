import type { Payment } from '../../generated/models.js';
import type { ListPaymentsByStatusInput } from '../../generated/resources/payments.js';
import type { CallOptions } from '../client/call-options.js';
import { iterateList, type Iteration, type Span } from './iterate.js';
import type { PaymentOperations } from './payment-operations.js';

/** The API takes at most 90 days at once. */
const NINETY_DAYS = 90 * 24 * 60 * 60;

/** Which payments to go through. */
export interface IteratePaymentsInput extends Span {
  readonly payment_status: ListPaymentsByStatusInput['payment_status'];
  /** Payments per page, from 1 to 1000. Default: 100. */
  readonly limit?: number | undefined;
  readonly tier?: string | undefined;
}

/** Goes through payments. */
export type IteratePayments = (input: IteratePaymentsInput, options?: CallOptions) => Iteration<Payment>;

/**
 * Makes `payments.iterate`: all payments of a status in a span of any length, those that started first first within each
 * 90 days, so that new ones do not move the others.
 */
export function createIteratePayments({ listByStatus }: Pick<PaymentOperations, 'listByStatus'>): IteratePayments {
  return ({ payment_status, limit = 100, tier, ...span }, options) =>
    iterateList(span, {
      window: NINETY_DAYS,
      limit,
      idOf: ({ imp_uid }) => imp_uid,
      read: (where) =>
        listByStatus(
          { payment_status, limit, sorting: 'started', ...where, ...(tier !== undefined && { tier }) },
          options,
        ),
    });
}
