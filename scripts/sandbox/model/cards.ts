import type { BillingKey, Channel } from 'iamport-kit';

import { cardFields } from './approval.js';
import { textOf } from './payment.js';
import { save, type Turn } from './turn.js';
import type { CardBehaviour, KeyRecord } from './world.js';

/** Card numbers that do something on purpose. Every other number that looks like a card's pays. */
export const TEST_CARDS: Readonly<Record<string, { readonly behaviour: CardBehaviour; readonly meaning: string }>> = {
  '4242424242424242': { behaviour: 'ok', meaning: 'pays' },
  '4000000000000002': { behaviour: 'declined', meaning: 'the card company declines' },
  '4000000000009995': { behaviour: 'limit', meaning: 'over the limit' },
  '4000000000000069': { behaviour: 'expired', meaning: 'the card has expired' },
  '4000000000000341': { behaviour: 'fails-on-charge', meaning: 'a billing key is issued, every charge fails' },
  '4000000000005126': { behaviour: 'refuses-cancel', meaning: 'pays; the gateway refuses to cancel' },
};

/** What a card number does, or null when it is none: 14 to 16 digits, with or without dashes. */
export function behaviourOf(number: string): CardBehaviour | null {
  const digits = number.replace(/[\s-]/g, '');
  if (!/^\d{14,16}$/.test(digits)) return null;
  return TEST_CARDS[digits]?.behaviour ?? 'ok';
}

/** The gateway's words for a charge that a card refuses, or null when it pays. */
export function declineOf(behaviour: CardBehaviour): string | null {
  switch (behaviour) {
    case 'limit':
      return 'F0004:PG사 결제요청에 실패하여 중단합니다. 3112, 한도가 초과하였습니다.';
    case 'declined':
    case 'fails-on-charge':
      return '[sandbox] 카드사에서 승인을 거절하였습니다.';
    case 'expired':
      return '[sandbox] 카드 유효기간이 지났습니다.';
    case 'ok':
    case 'refuses-cancel':
      return null;
  }
}

/** A billing key to be kept. */
export interface NewKey {
  readonly customer_uid: string;
  readonly channel: Channel;
  readonly number?: string | undefined;
  readonly behaviour: CardBehaviour;
  /** Fields of the request that the key keeps: customer_name, customer_tel, … */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Keeps a billing key; a key that is there already is replaced and keeps the time it was made. */
export function keepKey(turn: Turn, key: NewKey): KeyRecord {
  const before = turn.world.keys.get(key.customer_uid);
  const { fields, channel } = key;
  const wire: BillingKey = {
    customer_uid: key.customer_uid,
    pg_provider: channel.pg_provider,
    pg_id: channel.pg_id,
    sandbox: true,
    ...(typeof fields.customer_id === 'string' && { customer_id: fields.customer_id }),
    ...cardFields(key.number),
    customer_name: textOf(fields.customer_name),
    customer_tel: textOf(fields.customer_tel),
    customer_email: textOf(fields.customer_email),
    customer_addr: textOf(fields.customer_addr),
    customer_postcode: textOf(fields.customer_postcode),
    inserted: before?.wire.inserted ?? turn.now,
    updated: turn.now,
  };
  const record = { wire, behaviour: key.behaviour };
  save(turn, 'keys', [key.customer_uid, record]);
  return record;
}
