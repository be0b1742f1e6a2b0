import type { Payment } from '../../generated/models.js';
import { sameMoney, subtractMoney } from './money.js';

/** A refund as it was asked for. */
export interface AskedRefund {
  /** In the major unit of the currency. */
  readonly amount: number;
  readonly reason: string | undefined;
}

/**
 * Whether a refund happened between two readings of a payment. It did when `cancel_amount` grew by just that much and
 * `cancel_history`, as far as there is one, by just that entry. It did not when nothing changed. All else is unclear.
 */
export function findRefund(before: Payment, after: Payment, asked: AskedRefund): 'done' | 'not_done' | 'unclear' {
  const { currency } = before;
  if (after.currency !== currency || !sameMoney(before.amount, after.amount, currency)) return 'unclear';
  const grownBy = subtractMoney(after.cancel_amount, before.cancel_amount, currency);
  const [known, all] = [entriesOf(before), entriesOf(after)];
  if (sameMoney(grownBy, 0, currency)) {
    return all.length === known.length && before.status === after.status ? 'not_done' : 'unclear';
  }
  if (!sameMoney(grownBy, asked.amount, currency)) return 'unclear';
  if (all.length === 0 && known.length === 0) return 'done';
  const [entry, ...others] = addedEntries(known, all);
  if (entry === undefined || others.length > 0 || all.length !== known.length + 1) return 'unclear';
  return sameMoney(entry.amount, asked.amount, currency) && isSameReason(entry.reason, asked.reason)
    ? 'done'
    : 'unclear';
}

type Entries = NonNullable<Payment['cancel_history']>;

function entriesOf({ cancel_history: history }: Payment): Entries {
  return Array.isArray(history) ? history : [];
}

function addedEntries(known: Entries, all: Entries): Entries {
  const left = known.map((entry) => JSON.stringify(entry));
  return all.filter((entry) => {
    const at = left.indexOf(JSON.stringify(entry));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

// Another reason is another refund, by somebody else in the same moment. Not everybody gives or gets one.
function isSameReason(found: string | null | undefined, asked: string | undefined): boolean {
  return (found ?? '') === '' || (asked ?? '') === '' || found === asked;
}
