import type { NaverProductOrder } from 'iamport-kit';

import { answer, Refused, type Reply } from './reply.js';
import { save, type Turn } from './turn.js';
import type { PaymentRecord } from './world.js';

/** What may be done with a product order, and what it becomes. */
export interface NaverStep {
  readonly from: (order: NaverProductOrder) => boolean;
  readonly to: Partial<NaverProductOrder>;
}

const DECIDED = new Set(['CANCELED', 'RETURNED', 'PURCHASE_DECIDED']);

/** Whether a product order is open: neither cancelled, returned nor decided. */
export function isOpen({ product_order_status: status }: NaverProductOrder): boolean {
  return !DECIDED.has(status ?? '');
}

/**
 * The payment at Naver with this ID.
 *
 * @throws {Refused} if it does not exist.
 */
export function naverPaymentOf(turn: Turn, impUid: string): PaymentRecord {
  const record = turn.world.payments.get(impUid);
  if (record === undefined || !isNaver(record.wire.pg_provider)) throw new Refused('naver/unknown');
  return record;
}

/** Whether a gateway is one of Naver's. */
export function isNaver(code: string | null | undefined): boolean {
  return code === 'naverpay' || code === 'naverco';
}

/** The product orders of a payment: those kept, or the single one that a payment begins with. */
export function productOrdersOf(turn: Turn, { wire }: PaymentRecord): readonly NaverProductOrder[] {
  const kept = turn.world.naverOrders.get(wire.imp_uid);
  if (kept !== undefined) return kept;
  return [
    {
      product_order_id: `2${wire.imp_uid.slice(-9)}`,
      product_order_status: wire.status === 'paid' ? 'PAYED' : 'PAYMENT_WAITING',
      claim_type: null,
      claim_status: null,
      product_id: 'product-1',
      product_name: wire.name ?? null,
      product_option_id: null,
      product_option_name: null,
      product_amount: wire.amount,
      delivery_amount: 0,
      quantity: 1,
      orderer: { name: wire.buyer_name ?? null, id: 'buyer', tel: wire.buyer_tel ?? null },
      shipping_address: null,
      shipping_memo: null,
      shipping_due: 0,
      individual_code: null,
    },
  ];
}

interface Choice {
  readonly imp_uid: string;
  readonly product_order_id?: readonly string[];
}

/** Carries out a step on the product orders chosen, all of them when none is named. Some done: 207; none: refused. */
export function stepOrders(turn: Turn, choice: Choice, step: NaverStep): Reply<NaverProductOrder[]> {
  const record = naverPaymentOf(turn, choice.imp_uid);
  const orders = productOrdersOf(turn, record);
  const ids = choice.product_order_id ?? orders.map(({ product_order_id }) => product_order_id);
  const isChosen = (order: NaverProductOrder): boolean => ids.includes(order.product_order_id) && step.from(order);
  const next = orders.map((order) => (isChosen(order) ? { ...order, ...step.to } : order));
  const done = next.filter((order, index) => order !== orders[index]);
  if (done.length === 0) throw new Refused('naver/none-processed');
  save(turn, 'naverOrders', [choice.imp_uid, next]);
  return answer(done, done.length < new Set(ids).size ? 207 : 200);
}
