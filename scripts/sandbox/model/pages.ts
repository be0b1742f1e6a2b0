import type { Payment } from 'iamport-kit';

import { Refused } from './reply.js';
import type { PaymentRecord } from './world.js';

/** One page of a list, as the wire has it: page numbers, 0 for none. */
export interface Page<Item> {
  readonly total: number;
  readonly previous: number;
  readonly next: number;
  readonly list: Item[];
}

/**
 * Cuts a list into pages.
 *
 * @throws {Refused} when the page is beyond the last one.
 */
export function pageOf<Item>(items: readonly Item[], page = 1, limit = 20): Page<Item> {
  const last = Math.max(1, Math.ceil(items.length / limit));
  if (page > last) throw new Refused('page/beyond');
  const list = items.slice((page - 1) * limit, page * limit);
  return { total: items.length, previous: page - 1, next: page < last ? page + 1 : 0, list };
}

const CLOCKS: Readonly<Record<string, (record: PaymentRecord) => number>> = {
  started: ({ wire }) => wire.started_at ?? 0,
  paid: ({ wire }) => wire.paid_at ?? 0,
  updated: ({ updated }) => updated,
};

/** Payments in the order that `sorting` names; the newest attempt first by default. */
export function sortPayments(records: readonly PaymentRecord[], sorting = '-started'): PaymentRecord[] {
  const clock = CLOCKS[sorting.replace('-', '')] ?? CLOCKS.started;
  const direction = sorting.startsWith('-') ? -1 : 1;
  return [...records].sort((a, b) => {
    const difference = (clock?.(a) ?? 0) - (clock?.(b) ?? 0);
    return direction * (difference === 0 ? a.position - b.position : difference);
  });
}

/** A page of payments on the wire. */
export function paymentPage(records: readonly PaymentRecord[], page?: number, limit?: number): Page<Payment> {
  const { list, ...numbers } = pageOf(records, page, limit);
  return { ...numbers, list: list.map(({ wire }) => wire) };
}
