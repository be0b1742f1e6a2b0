import type { Payment } from 'iamport-kit';

import type { Handlers } from '../handler.js';
import { paymentPage, sortPayments } from '../pages.js';
import { answer, Refused } from '../reply.js';
import type { Turn } from '../turn.js';
import type { PaymentRecord } from '../world.js';

const DAY = 86_400;
const LONGEST_RANGE = 90 * DAY;

type PaymentReads =
  | 'getPayment'
  | 'listPayments'
  | 'listPaymentsByStatus'
  | 'findPayment'
  | 'findPaymentWithStatus'
  | 'findAllPayments'
  | 'findAllPaymentsWithStatus'
  | 'getPaymentBalance';

/** Look-ups of payments. */
export const paymentReads: Handlers<PaymentReads> = {
  getPayment(turn, { imp_uid, include_sandbox: isIncluded = false }) {
    // Every payment here belongs to a test channel.
    if (turn.world.settings.hidesTestPayments && !isIncluded) throw new Refused('payment/unknown');
    return answer(paymentOf(turn, imp_uid).wire);
  },
  findPayment: (turn, input) => answer(firstAttempt(turn, input)),
  findPaymentWithStatus: (turn, input) => answer(firstAttempt(turn, input)),
  findAllPayments: (turn, input) => answer(allAttempts(turn, input)),
  findAllPaymentsWithStatus: (turn, input) => answer(allAttempts(turn, input)),

  listPayments(turn, { imp_uid: ids = [], merchant_uid: orders = [] }) {
    const wanted = new Set([...ids, ...orders.flatMap((order) => turn.world.attempts.get(order) ?? [])]);
    const found = [...wanted].flatMap((id) => turn.world.payments.get(id) ?? []);
    const missing = ids.filter((id) => turn.world.payments.get(id) === undefined).length;
    const missingOrders = orders.filter((order) => turn.world.attempts.get(order) === undefined).length;
    if (found.length === 0) throw new Refused('payment/none-found');
    const list = sortPayments(found).map(({ wire }) => wire);
    return answer(list, missing + missingOrders > 0 ? 207 : 200);
  },

  listPaymentsByStatus(turn, { payment_status: status, from, to, sorting, page, limit }) {
    const until = to ?? turn.now;
    const since = from ?? until - LONGEST_RANGE;
    if (until - since > LONGEST_RANGE) throw new Refused('range/too-wide', { limit: '90일' });
    const records = turn.world.payments
      .values()
      .filter(({ wire }) => status === 'all' || wire.status === status)
      .filter(({ wire }) => isBetween(timeOf(wire, status), since, until));
    return answer(paymentPage(sortPayments(records, sorting), page, limit));
  },

  getPaymentBalance(turn, { imp_uid }) {
    const { wire, taxFree } = paymentOf(turn, imp_uid);
    if (wire.pg_provider !== 'payco') throw new Refused('balance/unsupported');
    const amount = wire.amount - wire.cancel_amount;
    const supply = Math.round((amount - taxFree) / 1.1);
    const primary = { tax_free: taxFree, supply, vat: amount - taxFree - supply, service: 0 };
    const none = { tax_free: 0, supply: 0, vat: 0, service: 0 };
    return answer({ amount, cash_receipt: none, primary, secondary: none, discount: none, histories: [] });
  },
};

/**
 * The payment with this ID.
 *
 * @throws {Refused} if it does not exist.
 */
export function paymentOf(turn: Turn, impUid: string): PaymentRecord {
  const record = turn.world.payments.get(impUid);
  if (record === undefined) throw new Refused('payment/unknown');
  return record;
}

/** All attempts of an order, oldest first. */
export function attemptsOf(turn: Turn, merchantUid: string): PaymentRecord[] {
  return (turn.world.attempts.get(merchantUid) ?? []).flatMap((id) => turn.world.payments.get(id) ?? []);
}

interface OrderQuery {
  readonly merchant_uid: string;
  readonly payment_status?: string;
  readonly sorting?: string;
  readonly page?: number;
  readonly limit?: number;
}

function sortedAttempts(turn: Turn, { merchant_uid, payment_status, sorting }: OrderQuery): PaymentRecord[] {
  const attempts = attemptsOf(turn, merchant_uid);
  const chosen = attempts.filter(({ wire }) => payment_status === undefined || wire.status === payment_status);
  return sortPayments(chosen, sorting);
}

function firstAttempt(turn: Turn, query: OrderQuery): Payment {
  const first = sortedAttempts(turn, query)[0];
  if (first === undefined) throw new Refused('payment/unknown');
  return first.wire;
}

function allAttempts(turn: Turn, query: OrderQuery): ReturnType<typeof paymentPage> {
  const attempts = sortedAttempts(turn, query);
  if (attempts.length === 0) throw new Refused('payment/unknown-order');
  return paymentPage(attempts, query.page, query.limit);
}

function isBetween(time: number, since: number, until: number): boolean {
  return time >= since && time <= until;
}

/** The clock that a status is listed by. */
function timeOf(wire: Payment, status: string): number {
  const times: Readonly<Record<string, number | undefined>> = {
    paid: wire.paid_at,
    cancelled: wire.cancelled_at,
    failed: wire.failed_at,
  };
  return times[status] ?? wire.started_at ?? 0;
}
