import type { Payment } from '../../generated/models.js';
import { sameMoney, subtractMoney } from './money.js';

/** A requested refund. */
export interface AskedRefund {
  /** In the major unit of the currency. */
  readonly amount: number;
  readonly reason: string | undefined;
  /** The refundable amount that was sent; the API rejects a mismatch. */
  readonly checksum: number;
}

/**
 * Determines the outcome of a refund from the payment before and after it. `done` if `cancel_amount` grew by exactly
 * its amount, and `cancel_history`, if present, by exactly its entry. `refused` if other refunds, all listed, have
 * changed the refundable amount, which the API compares with the checksum. Otherwise `not_visible`: the refund may
 * still happen.
 */
export function findRefund(before: Payment, after: Payment, asked: AskedRefund): 'done' | 'refused' | 'not_visible' {
  const { currency } = before;
  if (after.currency !== currency || !sameMoney(before.amount, after.amount, currency)) return 'not_visible';
  const grownBy = subtractMoney(after.cancel_amount, before.cancel_amount, currency);
  const added = addedEntries(entriesOf(before), entriesOf(after));
  if (sameMoney(grownBy, asked.amount, currency)) {
    const [entry, ...others] = added;
    if (entry === undefined) return 'done';
    const isOurs = sameMoney(entry.amount, asked.amount, currency) && isSameReason(entry.reason, asked.reason);
    return isOurs && others.length === 0 ? 'done' : 'not_visible';
  }
  const left = subtractMoney(after.amount, after.cancel_amount, currency);
  const listed = added.reduce((sum, { amount }) => sum + amount, 0);
  // An entry with the same amount may be this refund even with another reason: gateways shorten and replace reasons.
  const areOthers = added.every((entry) => !sameMoney(entry.amount, asked.amount, currency));
  const isBlocked =
    added.length > 0 && sameMoney(listed, grownBy, currency) && !sameMoney(left, asked.checksum, currency);
  return isBlocked && areOthers ? 'refused' : 'not_visible';
}

type Entry = NonNullable<Payment['cancel_history']>[number];

function entriesOf({ cancel_history: history }: Payment): readonly Entry[] {
  return Array.isArray(history) ? history : [];
}

function addedEntries(known: readonly Entry[], all: readonly Entry[]): Entry[] {
  const left = known.map((entry) => JSON.stringify(entry));
  return all.filter((entry) => {
    const at = left.indexOf(JSON.stringify(entry));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

// A different reason is a different refund, by another process at the same time. Some payments have no reason.
function isSameReason(found: string | null | undefined, asked: string | undefined): boolean {
  return (found ?? '') === '' || (asked ?? '') === '' || found === asked;
}
