// Made once by typia 9.7.2 from a type that says the same as generated/schemas/PaymentsResult.json (MaxLength and int64
// tags included), so that typia need not be installed to compare with it:
//   export const isPaymentsResult = typia.createIs<PaymentsResult>();
//   npx typia generate --input src --output out --project tsconfig.json
// Its one import, typia's own check for integers, stands here in its place.
const __typia_transform__isTypeInt64 = {
  _isTypeInt64: (value) => Math.floor(value) === value && -(2 ** 63) <= value && value <= 2 ** 63 - 1,
};
export const isPaymentsResult = (() => {
  const _io0 = (input) =>
    0 === input.code &&
    (null === input.message || 'string' === typeof input.message) &&
    Array.isArray(input.response) &&
    input.response.every((elem) => 'object' === typeof elem && null !== elem && _io1(elem));
  const _io1 = (input) =>
    'string' === typeof input.imp_uid &&
    input.imp_uid.length <= 32 &&
    'string' === typeof input.merchant_uid &&
    input.merchant_uid.length <= 40 &&
    (null === input.pay_method ||
      undefined === input.pay_method ||
      ('string' === typeof input.pay_method && input.pay_method.length <= 20)) &&
    (null === input.channel || undefined === input.channel || 'string' === typeof input.channel) &&
    (null === input.pg_provider ||
      undefined === input.pg_provider ||
      ('string' === typeof input.pg_provider && input.pg_provider.length <= 16)) &&
    (null === input.emb_pg_provider ||
      undefined === input.emb_pg_provider ||
      ('string' === typeof input.emb_pg_provider && input.emb_pg_provider.length <= 16)) &&
    (null === input.pg_tid ||
      undefined === input.pg_tid ||
      ('string' === typeof input.pg_tid && input.pg_tid.length <= 64)) &&
    (null === input.pg_id ||
      undefined === input.pg_id ||
      ('string' === typeof input.pg_id && input.pg_id.length <= 80)) &&
    (undefined === input.sandbox || 'boolean' === typeof input.sandbox) &&
    (null === input.escrow || undefined === input.escrow || 'boolean' === typeof input.escrow) &&
    (null === input.apply_num ||
      undefined === input.apply_num ||
      ('string' === typeof input.apply_num && input.apply_num.length <= 20)) &&
    (null === input.bank_code || undefined === input.bank_code || 'string' === typeof input.bank_code) &&
    (null === input.bank_name || undefined === input.bank_name || 'string' === typeof input.bank_name) &&
    (null === input.card_code || undefined === input.card_code || 'string' === typeof input.card_code) &&
    (null === input.card_name || undefined === input.card_name || 'string' === typeof input.card_name) &&
    (null === input.card_issuer_code ||
      undefined === input.card_issuer_code ||
      'string' === typeof input.card_issuer_code) &&
    (null === input.card_issuer_name ||
      undefined === input.card_issuer_name ||
      'string' === typeof input.card_issuer_name) &&
    (null === input.card_publisher_code ||
      undefined === input.card_publisher_code ||
      'string' === typeof input.card_publisher_code) &&
    (null === input.card_publisher_name ||
      undefined === input.card_publisher_name ||
      'string' === typeof input.card_publisher_name) &&
    (null === input.card_quota ||
      undefined === input.card_quota ||
      ('number' === typeof input.card_quota && __typia_transform__isTypeInt64._isTypeInt64(input.card_quota))) &&
    (null === input.card_number || undefined === input.card_number || 'string' === typeof input.card_number) &&
    (null === input.card_type ||
      undefined === input.card_type ||
      ('number' === typeof input.card_type && __typia_transform__isTypeInt64._isTypeInt64(input.card_type))) &&
    (null === input.vbank_code || undefined === input.vbank_code || 'string' === typeof input.vbank_code) &&
    (null === input.vbank_name || undefined === input.vbank_name || 'string' === typeof input.vbank_name) &&
    (null === input.vbank_num ||
      undefined === input.vbank_num ||
      ('string' === typeof input.vbank_num && input.vbank_num.length <= 32)) &&
    (null === input.vbank_holder || undefined === input.vbank_holder || 'string' === typeof input.vbank_holder) &&
    (null === input.vbank_date ||
      undefined === input.vbank_date ||
      ('number' === typeof input.vbank_date && __typia_transform__isTypeInt64._isTypeInt64(input.vbank_date))) &&
    (null === input.vbank_issued_at ||
      undefined === input.vbank_issued_at ||
      ('number' === typeof input.vbank_issued_at &&
        __typia_transform__isTypeInt64._isTypeInt64(input.vbank_issued_at))) &&
    (null === input.name || undefined === input.name || ('string' === typeof input.name && input.name.length <= 40)) &&
    'number' === typeof input.amount &&
    'number' === typeof input.cancel_amount &&
    'string' === typeof input.currency &&
    (null === input.buyer_name ||
      undefined === input.buyer_name ||
      ('string' === typeof input.buyer_name && input.buyer_name.length <= 16)) &&
    (null === input.buyer_email ||
      undefined === input.buyer_email ||
      ('string' === typeof input.buyer_email && input.buyer_email.length <= 64)) &&
    (null === input.buyer_tel ||
      undefined === input.buyer_tel ||
      ('string' === typeof input.buyer_tel && input.buyer_tel.length <= 16)) &&
    (null === input.buyer_addr ||
      undefined === input.buyer_addr ||
      ('string' === typeof input.buyer_addr && input.buyer_addr.length <= 128)) &&
    (null === input.buyer_postcode ||
      undefined === input.buyer_postcode ||
      ('string' === typeof input.buyer_postcode && input.buyer_postcode.length <= 8)) &&
    (null === input.custom_data || undefined === input.custom_data || 'string' === typeof input.custom_data) &&
    (null === input.user_agent || undefined === input.user_agent || 'string' === typeof input.user_agent) &&
    ('ready' === input.status ||
      'paid' === input.status ||
      'cancelled' === input.status ||
      'failed' === input.status) &&
    (undefined === input.started_at ||
      ('number' === typeof input.started_at && __typia_transform__isTypeInt64._isTypeInt64(input.started_at))) &&
    (undefined === input.paid_at ||
      ('number' === typeof input.paid_at && __typia_transform__isTypeInt64._isTypeInt64(input.paid_at))) &&
    (undefined === input.failed_at ||
      ('number' === typeof input.failed_at && __typia_transform__isTypeInt64._isTypeInt64(input.failed_at))) &&
    (undefined === input.cancelled_at ||
      ('number' === typeof input.cancelled_at && __typia_transform__isTypeInt64._isTypeInt64(input.cancelled_at))) &&
    (null === input.fail_reason || undefined === input.fail_reason || 'string' === typeof input.fail_reason) &&
    (null === input.cancel_reason || undefined === input.cancel_reason || 'string' === typeof input.cancel_reason) &&
    (null === input.receipt_url || undefined === input.receipt_url || 'string' === typeof input.receipt_url) &&
    (null === input.cancel_history ||
      undefined === input.cancel_history ||
      (Array.isArray(input.cancel_history) &&
        input.cancel_history.every((elem) => 'object' === typeof elem && null !== elem && _io2(elem)))) &&
    (null === input.cancel_receipt_urls ||
      undefined === input.cancel_receipt_urls ||
      (Array.isArray(input.cancel_receipt_urls) &&
        input.cancel_receipt_urls.every((elem) => null === elem || 'string' === typeof elem))) &&
    (null === input.cash_receipt_issued ||
      undefined === input.cash_receipt_issued ||
      'boolean' === typeof input.cash_receipt_issued) &&
    (null === input.customer_uid || undefined === input.customer_uid || 'string' === typeof input.customer_uid) &&
    (null === input.customer_uid_usage ||
      undefined === input.customer_uid_usage ||
      'string' === typeof input.customer_uid_usage) &&
    (null === input.promotion ||
      undefined === input.promotion ||
      ('object' === typeof input.promotion &&
        null !== input.promotion &&
        false === Array.isArray(input.promotion) &&
        _io3(input.promotion))) &&
    (null === input.deposit_history ||
      undefined === input.deposit_history ||
      (Array.isArray(input.deposit_history) &&
        input.deposit_history.every(
          (elem) => 'object' === typeof elem && null !== elem && false === Array.isArray(elem) && _io4(elem),
        )));
  const _io2 = (input) =>
    (null === input.pg_tid || undefined === input.pg_tid || 'string' === typeof input.pg_tid) &&
    'number' === typeof input.amount &&
    'number' === typeof input.cancelled_at &&
    __typia_transform__isTypeInt64._isTypeInt64(input.cancelled_at) &&
    (null === input.reason || undefined === input.reason || 'string' === typeof input.reason) &&
    (null === input.receipt_url || undefined === input.receipt_url || 'string' === typeof input.receipt_url) &&
    (null === input.cancellation_id ||
      undefined === input.cancellation_id ||
      'string' === typeof input.cancellation_id);
  const _io3 = (input) =>
    (null === input.id || undefined === input.id || 'string' === typeof input.id) &&
    (null === input.discount || undefined === input.discount || 'number' === typeof input.discount);
  const _io4 = (input) =>
    (null === input.pg_tid || undefined === input.pg_tid || 'string' === typeof input.pg_tid) &&
    (undefined === input.amount || 'number' === typeof input.amount) &&
    (null === input.depositor_name || undefined === input.depositor_name || 'string' === typeof input.depositor_name) &&
    (undefined === input.deposited_at ||
      ('number' === typeof input.deposited_at && __typia_transform__isTypeInt64._isTypeInt64(input.deposited_at)));
  return (input) => 'object' === typeof input && null !== input && _io0(input);
})();
