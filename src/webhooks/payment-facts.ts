import type { Payment } from '../../generated/models.js';
import type { Verdict } from '../payments/verify.js';
import type { FulfillmentOptions, OrderFacts } from './fulfillment-options.js';

/** An event of a payment, and the callback for it. */
export interface Fact {
  /** Unique key: `imp_uid` and the event. */
  readonly key: string;
  readonly run: (signal: AbortSignal) => unknown;
}

/**
 * Lists the events of a payment in the order to handle them. A payment that was partially refunded before it was
 * handled is both paid and cancelled.
 */
export function factsOf<Order extends OrderFacts>(
  options: FulfillmentOptions<Order>,
  verdict: Verdict,
  { payment, order }: { readonly payment: Payment; readonly order: Order },
): Fact[] {
  const { onPaid, onAwaitingDeposit, onCancelled, onFailed, onMismatch } = options;
  const fact = (what: string, callback: FulfillmentOptions<Order>['onPaid']): Fact[] =>
    callback === undefined
      ? []
      : [{ key: `${payment.imp_uid}:${what}`, run: (signal) => callback(payment, order, { signal }) }];
  const cancelled = fact(`cancelled:${payment.cancel_amount}`, onCancelled);
  if (verdict.ok) return verdict.outcome === 'paid' ? fact('paid', onPaid) : fact('ready', onAwaitingDeposit);
  if (verdict.reason === 'cancelled') return cancelled;
  if (verdict.reason === 'partially_cancelled') return [...fact('paid', onPaid), ...cancelled];
  if (verdict.reason !== 'not_paid') {
    return fact(`mismatch:${verdict.reason}`, onMismatch && (() => onMismatch(verdict.reason, payment, order)));
  }
  return payment.status === 'failed' ? fact(`failed:${payment.failed_at}`, onFailed) : [];
}
