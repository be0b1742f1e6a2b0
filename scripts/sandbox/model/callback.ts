import type { Payment } from 'iamport-kit';

import type { PaymentRecord } from './world.js';

/** Why a window ended without a payment. */
export interface WindowFailure {
  /** Code that the browser gets; null where the real SDK leaves it out. */
  readonly code: string | null;
  readonly text: string;
}

/**
 * The SDK's callback argument. The old core sends many fields; the new one only the two IDs, and on failure a code and
 * a text.
 */
export function callbackOf(record: PaymentRecord, failure: WindowFailure | null): Record<string, unknown> {
  return record.origin === 'v1' ? newCallback(record, failure) : oldCallback(record, failure);
}

function newCallback({ wire, issuesKey }: PaymentRecord, failure: WindowFailure | null): Record<string, unknown> {
  const key = issuesKey === null ? {} : { customer_uid: failure === null ? issuesKey : null };
  const ids = { imp_uid: wire.imp_uid, merchant_uid: wire.merchant_uid, ...key };
  return failure === null ? ids : { ...ids, error_code: failure.code ?? 'F400', error_msg: failure.text };
}

function oldCallback({ wire, issuesKey }: PaymentRecord, failure: WindowFailure | null): Record<string, unknown> {
  const code = failure?.code ?? null;
  return {
    success: failure === null,
    imp_uid: wire.imp_uid,
    merchant_uid: wire.merchant_uid,
    ...(failure !== null && { ...(code !== null && { error_code: code }), error_msg: failure.text }),
    ...factsOf(wire),
    ...(issuesKey !== null && failure === null && { customer_uid: issuesKey }),
  };
}

function factsOf(wire: Payment): Record<string, unknown> {
  const account = wire.vbank_num ?? null;
  return {
    pay_method: wire.pay_method,
    paid_amount: wire.amount,
    status: wire.status,
    name: wire.name ?? '',
    pg_provider: wire.pg_provider,
    emb_pg_provider: wire.emb_pg_provider,
    pg_tid: wire.pg_tid ?? '',
    pg_type: 'payment',
    buyer_name: wire.buyer_name ?? '',
    buyer_email: wire.buyer_email ?? '',
    buyer_tel: wire.buyer_tel ?? '',
    buyer_addr: wire.buyer_addr ?? '',
    buyer_postcode: wire.buyer_postcode ?? '',
    custom_data: parsed(wire.custom_data ?? null),
    paid_at: wire.paid_at,
    receipt_url: wire.receipt_url ?? '',
    currency: wire.currency,
    apply_num: wire.apply_num ?? '',
    card_name: wire.card_name,
    bank_name: wire.bank_name,
    card_quota: wire.card_quota,
    card_number: wire.card_number ?? '',
    ...(account !== null && {
      vbank_num: account,
      vbank_name: wire.vbank_name,
      vbank_holder: wire.vbank_holder,
      vbank_date: wire.vbank_date,
    }),
  };
}

/** `custom_data` as it was handed in: the service keeps text, the callback has the value again. */
function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

/** The query that a redirect adds to `m_redirect_url`. All values are texts. */
export function redirectQueryOf(record: PaymentRecord, failure: WindowFailure | null): Record<string, string> {
  const { imp_uid, merchant_uid } = record.wire;
  const isOld = record.origin !== 'v1';
  return {
    imp_uid,
    merchant_uid,
    ...(isOld && { imp_success: String(failure === null) }),
    ...(failure !== null && { error_code: failure.code ?? (isOld ? '' : 'F400'), error_msg: failure.text }),
  };
}
