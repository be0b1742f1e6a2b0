// For each invariant of the spec: how to break it, and only it, in an object that keeps it.

import { isObject, type Schema } from '../../scripts/json/schema.js';

/** An object changed so that one invariant is broken; the property to blame. */
export interface Contradiction {
  readonly changed: Record<string, unknown>;
  readonly blamed: string;
}

type Breaker = (object: Readonly<Record<string, unknown>>) => Contradiction | undefined;

const set =
  (when: (object: Readonly<Record<string, unknown>>) => boolean, key: string, value: unknown): Breaker =>
  (object) =>
    when(object) && Object.hasOwn(object, key) ? { changed: { ...object, [key]: value }, blamed: key } : undefined;

const add =
  (key: string, to: string, amount: number): Breaker =>
  (object) => {
    const base = object[to];
    if (typeof base !== 'number' || typeof object[key] !== 'number') return undefined;
    return { changed: { ...object, [key]: base + amount }, blamed: key };
  };

const fraction =
  (key: string): Breaker =>
  (object) =>
    object.currency === 'KRW' ? add(key, key, 0.5)(object) : undefined;

const won =
  (key: string): Breaker =>
  (object) =>
    add(key, key, 0.5)(object);

/** Invariant → how to break it. */
export const CONTRADICTIONS: Readonly<Record<string, Breaker>> = {
  'Payment/refund-within-amount': add('cancel_amount', 'amount', 1),
  'Payment/refunds-add-up': (object) =>
    typeof object.cancel_amount === 'number' && object.cancel_amount > 1
      ? add('cancel_amount', 'cancel_amount', -1)(object)
      : undefined,
  'Payment/paid-has-time': set(({ status }) => status === 'paid', 'paid_at', 0),
  'Payment/cancelled-has-time': set(({ status }) => status === 'cancelled', 'cancelled_at', 0),
  'Payment/refund-has-time': set(
    ({ status, cancel_amount: refunded }) => status === 'paid' && refunded !== 0,
    'cancelled_at',
    0,
  ),
  'Payment/failed-has-time': set(({ status }) => status === 'failed', 'failed_at', 0),
  'Payment/ready-is-unpaid': set(({ status }) => status === 'ready', 'paid_at', 1648344363),
  'Payment/vbank-only': set(({ pay_method: method }) => method === 'card', 'vbank_num', '1234'),
  'Payment/amount-is-integral': fraction('amount'),
  'CancelPaymentRequest/tax-free-within-amount': add('tax_free', 'amount', 1),
  'CancelPaymentRequest/vat-within-amount': add('vat_amount', 'amount', 1),
  'PayAgainRequest/tax-free-within-amount': add('tax_free', 'amount', 1),
  'PayAgainRequest/vat-within-amount': add('vat_amount', 'amount', 1),
  'PayAgainRequest/amount-is-integral': fraction('amount'),
  'PayOnetimeRequest/tax-free-within-amount': add('tax_free', 'amount', 1),
  'PayOnetimeRequest/vat-within-amount': add('vat_amount', 'amount', 1),
  'PayOnetimeRequest/amount-is-integral': fraction('amount'),
  'ScheduledPaymentRequest/tax-free-within-amount': add('tax_free', 'amount', 1),
  'ScheduledPaymentRequest/vat-within-amount': add('vat_amount', 'amount', 1),
  'ScheduledPaymentRequest/amount-is-integral': fraction('amount'),
  'Schedule/executed-has-time': set(({ schedule_status: status }) => status === 'executed', 'executed_at', 0),
  'Schedule/revoked-has-time': set(({ schedule_status: status }) => status === 'revoked', 'revoked_at', 0),
  'Schedule/scheduled-has-not-run': set(
    ({ schedule_status: status }) => status === 'scheduled',
    'executed_at',
    1648344363,
  ),
  'Schedule/amount-is-integral': fraction('amount'),
  'CreateVbankRequest/tax-free-within-amount': add('tax_free', 'amount', 1),
  'CreateVbankRequest/vat-within-amount': add('vat_amount', 'amount', 1),
  'CreateVbankRequest/amount-is-integral': won('amount'),
  'PreparePaymentRequest/amount-is-integral': fraction('amount'),
  'PreparedPayment/amount-is-integral': fraction('amount'),
  'AccessToken/expires-later': add('expired_at', 'now', -1),
  'PaymentCallback/paid-has-time': set(({ status }) => status === 'paid', 'paid_at', 0),
  'PaymentCallback/amount-is-integral': fraction('paid_amount'),
};

/** The names of all invariants that some schemas declare. */
export function declaredInvariants(schemas: Readonly<Record<string, Schema>>): string[] {
  return Object.entries(schemas).flatMap(([name, schema]) => {
    // Requests of the browser SDK have rules by gateway; test/unit/browser-requests.test.ts breaks each of them.
    if (schema['x-gateway'] !== undefined) return [];
    const list: readonly unknown[] = Array.isArray(schema['x-invariants']) ? schema['x-invariants'] : [];
    return list.flatMap((entry) => (isObject(entry) ? [`${name}/${String(entry.id)}`] : []));
  });
}
