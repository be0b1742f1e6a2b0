import type { Payment } from '../../generated/models.js';
import type { ListPaymentsByStatusInput } from '../../generated/resources/payments.js';
import type { CallOptions } from '../../generated/call-options.js';
import { iterateList, type Iteration, type Span } from './iterate.js';
import type { PaymentOperations } from './payment-operations.js';

/** The API allows at most 90 days per request. */
const NINETY_DAYS = 90 * 24 * 60 * 60;

/** The payments to iterate over. */
export interface IteratePaymentsInput extends Span {
  readonly payment_status: ListPaymentsByStatusInput['payment_status'];
  /** Payments per page, from 1 to 1000. Default: 100. */
  readonly limit?: number | undefined;
  readonly tier?: string | undefined;
}

/** Iterates over payments. */
export type IteratePayments = (input: IteratePaymentsInput, options?: CallOptions) => Iteration<Payment>;

/**
 * Creates `payments.iterate`: all payments with a status in a time range of any length, oldest first within each 90
 * days, so that new payments do not shift the others.
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
