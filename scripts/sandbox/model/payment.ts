import type { Channel, Payment } from 'iamport-kit';

import { digest, nextImpUid, nextNumber, save, type Turn } from './turn.js';
import type { PaymentRecord } from './world.js';

/** What the service knows of a payment when it begins. */
export interface NewPayment {
  readonly merchant_uid: string;
  readonly amount: number;
  readonly channel: Channel;
  readonly origin: PaymentRecord['origin'];
  readonly device?: PaymentRecord['device'];
  readonly pay_method?: string;
  /** Fields of the request that the payment keeps: name, buyer, currency, custom_data, notice_url, … */
  readonly fields: Readonly<Record<string, unknown>>;
}

const TEXTS = ['name', 'buyer_name', 'buyer_email', 'buyer_tel', 'buyer_addr', 'buyer_postcode'] as const;

/** A payment without a value anywhere: every key that the wire has, in the order of the wire's documents. */
const BLANK = {
  emb_pg_provider: null,
  pg_tid: null,
  escrow: false,
  apply_num: null,
  bank_code: null,
  bank_name: null,
  card_code: null,
  card_name: null,
  card_issuer_code: null,
  card_issuer_name: null,
  card_publisher_code: null,
  card_publisher_name: null,
  card_quota: 0,
  card_number: null,
  card_type: null,
  vbank_code: null,
  vbank_name: null,
  vbank_num: null,
  vbank_holder: null,
  vbank_date: 0,
  vbank_issued_at: 0,
  cancel_amount: 0,
  status: 'ready',
  paid_at: 0,
  failed_at: 0,
  cancelled_at: 0,
  fail_reason: null,
  cancel_reason: null,
  receipt_url: null,
  cancel_history: [],
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the service still sends it
  cancel_receipt_urls: [],
  cash_receipt_issued: false,
  customer_uid: null,
  customer_uid_usage: null,
  promotion: null,
} satisfies Partial<Payment>;

/** Starts a payment with the status `ready` and a new ID. */
export function beginPayment(turn: Turn, order: NewPayment): PaymentRecord {
  const { channel, fields } = order;
  const imp_uid = nextImpUid(turn, order.origin === 'api' ? 'imps' : 'imp');
  const texts = Object.fromEntries(TEXTS.map((name) => [name, textOf(fields[name])]));
  const wire: Payment = {
    ...BLANK,
    ...texts,
    imp_uid,
    merchant_uid: order.merchant_uid,
    pay_method: order.pay_method ?? 'card',
    channel: order.origin === 'api' ? 'api' : (order.device ?? 'pc'),
    pg_provider: channel.pg_provider,
    pg_id: channel.pg_id,
    sandbox: true,
    escrow: fields.escrow === true,
    amount: order.amount,
    currency: textOf(fields.currency) ?? 'KRW',
    custom_data: jsonTextOf(fields.custom_data),
    user_agent: order.origin === 'api' ? null : 'sorry_not_supported_anymore',
    started_at: turn.now,
  };
  const record: PaymentRecord = {
    wire,
    position: turn.world.count,
    updated: turn.now,
    webhookUrls: webhookUrlsOf(turn, fields.notice_url),
    confirmUrl: textOf(fields.confirm_url),
    origin: order.origin,
    redirectUrl: textOf(fields.m_redirect_url),
    device: order.device ?? 'pc',
    isUnlimited: fields.fixed_unlimited_vbank === true,
    taxFree: typeof fields.tax_free === 'number' ? fields.tax_free : 0,
    refusesCancel: false,
    issuesKey: null,
  };
  save(turn, 'payments', [imp_uid, record]);
  save(turn, 'attempts', [order.merchant_uid, [...(turn.world.attempts.get(order.merchant_uid) ?? []), imp_uid]]);
  return record;
}

const LEGAL: Readonly<Record<Payment['status'], readonly Payment['status'][]>> = {
  ready: ['ready', 'paid', 'failed'],
  paid: ['paid', 'cancelled'],
  failed: ['paid'],
  cancelled: ['cancelled'],
};

/**
 * Changes a payment.
 *
 * @throws {Error} when the service knows no such transition: a bug of the sandbox.
 */
export function changePayment(
  turn: Turn,
  record: PaymentRecord,
  change: Partial<Omit<PaymentRecord, 'wire'>> & { readonly wire?: Partial<Payment> },
): PaymentRecord {
  const wire = { ...record.wire, ...change.wire };
  if (!LEGAL[record.wire.status].includes(wire.status))
    throw new Error(`sandbox: illegal transition of ${wire.imp_uid}: ${record.wire.status} → ${wire.status}`);
  const next = { ...record, ...change, wire, updated: turn.now };
  save(turn, 'payments', [wire.imp_uid, next]);
  return next;
}

/** A new ID of the gateway for what it just did. */
export function gatewayId(turn: Turn, word: string): string {
  const { seed, key } = turn.world;
  return `SANDBOX${word}${String(nextNumber(turn)).padStart(12, '0')}${digest(`${key}${seed}${turn.now}`, 6).toUpperCase()}`;
}

/** Asks for the notification of a payment's present status. */
export function notify(turn: Turn, { wire, webhookUrls }: PaymentRecord, more: Record<string, string> = {}): void {
  const { imp_uid, merchant_uid, status } = wire;
  const body = { imp_uid, merchant_uid, status, ...more };
  if (webhookUrls.length > 0) turn.effects.push({ kind: 'webhook', urls: webhookUrls, body, imp_uid });
}

/** Where notifications go: to the addresses of the request, else to the console's. */
export function webhookUrlsOf(turn: Turn, notice: unknown): readonly string[] {
  const named = [notice ?? []].flat().filter((url): url is string => typeof url === 'string' && url !== '');
  const { webhookUrl } = turn.world.settings;
  return named.length > 0 || webhookUrl === null ? named : [webhookUrl];
}

/** A non-empty string, else null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** `custom_data` as the service stores it: a string made from the value that was sent. */
function jsonTextOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
