import type { Payment } from '../../generated/models.js';
import { sameMoney } from './money.js';

/** A charge as it was asked for. */
export interface AskedCharge {
  readonly merchant_uid: string;
  /** In the major unit of the currency. */
  readonly amount: number;
  /** ISO 4217 code. Default: won. */
  readonly currency?: string | undefined;
  readonly customer_uid?: string | undefined;
}

/**
 * What became of a charge, by the attempts to pay its order. An order can be paid once only, so an attempt that is paid just
 * as asked is the charge. Failed attempts charge nothing, whether this is one of them or they came before. Whatever else
 * there is may be the charge, not finished yet or changed since.
 */
export function findCharge(attempts: unknown, asked: AskedCharge): Payment | 'not_done' | 'unclear' {
  if (!Array.isArray(attempts)) return 'unclear';
  // Validation may be off: what is looked at is checked here.
  const payments = attempts as readonly (Payment | null | undefined)[];
  const [paid, ...others] = payments.filter((payment) => isAsked(payment, asked));
  if (paid !== undefined && paid !== null) return others.length === 0 ? paid : 'unclear';
  const isFailed = (payment: Payment | null | undefined): boolean =>
    payment?.status === 'failed' && payment.merchant_uid === asked.merchant_uid;
  return payments.every(isFailed) ? 'not_done' : 'unclear';
}

function isAsked(payment: Payment | null | undefined, asked: AskedCharge): boolean {
  const { currency = 'KRW' } = asked;
  return (
    payment?.status === 'paid' &&
    payment.merchant_uid === asked.merchant_uid &&
    payment.currency === currency &&
    sameMoney(payment.amount, asked.amount, currency) &&
    sameMoney(payment.cancel_amount, 0, currency) &&
    isSameKey(payment.customer_uid, asked.customer_uid)
  );
}

// Older answers name no billing key; another one is another charge.
function isSameKey(found: string | null | undefined, asked: string | undefined): boolean {
  return (found ?? '') === '' || (asked ?? '') === '' || found === asked;
}
