import type { Channel, Payment } from 'iamport-kit';

import { approve, cardFields, fail } from './approval.js';
import { declineOf } from './cards.js';
import { changePayment, beginPayment } from './payment.js';
import { Refused } from './reply.js';
import type { Turn } from './turn.js';
import type { CardBehaviour, PaymentRecord } from './world.js';

/** A charge without the customer. */
export interface Charge {
  readonly merchant_uid: string;
  readonly amount: number;
  readonly channel: Channel;
  readonly behaviour: CardBehaviour;
  /** Card number, when it was sent. */
  readonly number?: string | undefined;
  readonly customer_uid: string | null;
  readonly usage: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Charges a card. A refusal of the card is not thrown: the payment is there and `failed`.
 *
 * @throws {Refused} when the order is paid already.
 */
export function charge(turn: Turn, wish: Charge): PaymentRecord {
  refusePaidOrder(turn, wish.merchant_uid);
  const { fields } = wish;
  const began = beginPayment(turn, { ...wish, origin: 'api', pay_method: 'card', fields });
  const usage: Partial<Payment> = { customer_uid: wish.customer_uid, customer_uid_usage: wish.usage };
  const quota = typeof fields.card_quota === 'number' ? fields.card_quota : 0;
  const record = changePayment(turn, began, { wire: { ...usage, card_quota: quota } });
  const decline = takeDecline(turn) ?? declineOf(wish.behaviour);
  if (decline !== null) return fail(turn, record, decline);
  const card = { ...cardFields(wish.number) };
  const refusing = changePayment(turn, record, { refusesCancel: wish.behaviour === 'refuses-cancel' });
  return approve(turn, refusing, card);
}

/**
 * An order is paid once.
 *
 * @throws {Refused} when an attempt of the order is paid.
 */
export function refusePaidOrder(turn: Turn, merchantUid: string): void {
  if (isPaidOrder(turn, merchantUid)) throw new Refused('charge/paid-order');
}

/** Whether an attempt of the order was approved, cancelled since or not. */
export function isPaidOrder(turn: Turn, merchantUid: string): boolean {
  return (turn.world.attempts.get(merchantUid) ?? []).some((id) => {
    const status = turn.world.payments.get(id)?.wire.status;
    return status === 'paid' || status === 'cancelled';
  });
}

/** Reason for declining the next charge, once; null if none was set. */
export function takeDecline(turn: Turn): string | null {
  const [next = null, ...declines] = turn.world.declines;
  turn.world = { ...turn.world, declines };
  return next;
}
