import { BANK_NAMES, CARD_NAMES, type Payment } from 'iamport-kit';

import { changePayment, gatewayId, notify } from './payment.js';
import type { Turn } from './turn.js';
import type { PaymentRecord } from './world.js';

/** The card that pays when no number was given. */
export const SANDBOX_CARD = { code: '366', number: '4242424242424242' } as const;

/** The fields of a payment or a billing key that are about its card. */
export type CardFields = Pick<
  Payment,
  | 'card_code'
  | 'card_name'
  | 'card_number'
  | 'card_type'
  | 'card_issuer_code'
  | 'card_issuer_name'
  | 'card_publisher_code'
  | 'card_publisher_name'
>;

/** What `GET /payments/{imp_uid}` shows of a card: its company and a masked number. */
export function cardFields(number: string = SANDBOX_CARD.number): CardFields {
  const name = CARD_NAMES[SANDBOX_CARD.code] ?? null;
  return {
    card_code: SANDBOX_CARD.code,
    card_name: name,
    card_number: maskCard(number),
    card_type: 0,
    card_issuer_code: SANDBOX_CARD.code,
    card_issuer_name: name,
    card_publisher_code: SANDBOX_CARD.code,
    card_publisher_name: name,
  };
}

/** A card number with its middle hidden. */
export function maskCard(number: string): string {
  const digits = number.replace(/\D/g, '');
  return `${digits.slice(0, 6)}${'*'.repeat(Math.max(0, digits.length - 7))}${digits.slice(-1)}`;
}

/** What the means of payment leaves on a payment that was approved. */
function traceOf(wire: Payment, applyNumber: string, card: Partial<Payment>): Partial<Payment> {
  switch (wire.pay_method) {
    case 'card':
    case 'samsung':
      return { ...card, apply_num: applyNumber };
    case 'trans':
      return { bank_code: '088', bank_name: BANK_NAMES['088'] ?? null, apply_num: applyNumber };
    case 'phone':
    case 'point':
      return { apply_num: '' };
    default:
      return {};
  }
}

/** Approves a payment and notifies. `more` adds what only this approval knows, such as the card. */
export function approve(turn: Turn, record: PaymentRecord, more: Partial<Payment> = {}): PaymentRecord {
  const { wire } = record;
  const pgTid = gatewayId(turn, 'PAY');
  const applyNumber = String(30_000_000 + (turn.world.numbers % 10_000_000));
  const paid = changePayment(turn, record, {
    wire: {
      ...traceOf(wire, applyNumber, cardFields()),
      ...more,
      status: 'paid',
      pg_tid: pgTid,
      paid_at: turn.now,
      failed_at: 0,
      fail_reason: null,
      receipt_url: `https://sandbox.invalid/receipts/${wire.imp_uid}`,
    },
  });
  notify(turn, paid);
  return paid;
}

/** Fails a payment. An ordinary failure is not notified. */
export function fail(turn: Turn, record: PaymentRecord, reason: string): PaymentRecord {
  return changePayment(turn, record, { wire: { status: 'failed', failed_at: turn.now, fail_reason: reason } });
}

/** What identifies the account that a customer is to pay into. */
export interface Account {
  readonly code: string;
  /** Unix seconds, or null for the gateway's own default. */
  readonly due: number | null;
  readonly holder: string | null;
  readonly number: string | null;
}

const DAY = 86_400;

/** Issues a virtual account: the payment stays `ready`, and the notification says so. */
export function issueAccount(turn: Turn, record: PaymentRecord, account: Account): PaymentRecord {
  const issued = changePayment(turn, record, {
    wire: {
      pay_method: 'vbank',
      pg_tid: gatewayId(turn, 'VBANK'),
      vbank_code: account.code,
      vbank_name: BANK_NAMES[account.code] ?? null,
      vbank_num: account.number ?? `5620${String(turn.world.count).padStart(10, '0')}`,
      vbank_holder: account.holder ?? '샌드박스',
      vbank_date: account.due ?? turn.now + 30 * DAY,
      vbank_issued_at: turn.now,
    },
  });
  notify(turn, issued);
  return issued;
}
