/**
 * The browser's result of a payment, a billing key or an identity verification, in one form for callbacks and redirects
 * of every SDK version. `outcome` distinguishes the alternatives. None of them proves a payment: only the server knows.
 */
export type BrowserResult = BrowserSuccess | BrowserFailure | BrowserNothing;

/** The SDK reports success. Read the payment by `imp_uid` on the server before you trust it. */
export interface BrowserSuccess {
  readonly outcome: 'succeeded';
  /** Transaction ID: `imp_` or `imps_` and digits. */
  readonly imp_uid: string;
  /** Order ID. */
  readonly merchant_uid?: string;
  /** Billing key, if the request had one. */
  readonly customer_uid?: string;
  /** The original values. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/**
 * The SDK reports a failure: rejected, abandoned by the customer, or never opened. A late approval is still possible.
 */
export interface BrowserFailure {
  readonly outcome: 'failed';
  /** Transaction ID; absent if the request was rejected before a payment existed. */
  readonly imp_uid?: string;
  /** Order ID. */
  readonly merchant_uid?: string;
  /** Billing key, if the request had one. */
  readonly customer_uid?: string;
  /** Code of the payment gateway or the SDK; often absent if the customer closed the window. */
  readonly error_code?: string;
  /** Human-readable message, usually in Korean. */
  readonly error_msg?: string;
  /** The original values. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Neither: the return page was opened without a result, or without an ID of a payment. */
export interface BrowserNothing {
  readonly outcome: 'nothing';
  /** Order ID. */
  readonly merchant_uid?: string;
  /** The original values. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/**
 * Parses the callback argument of `IMP.request_pay`, `IMP.certification` or `IMP.loadUI`, or the fields of a redirect.
 * Never throws: anything but an object has the outcome `nothing`.
 *
 * @see {@link https://developers.portone.io/sdk/ko/v1-sdk/javascript-sdk/payrt the provider's documentation}
 */
export function toBrowserResult(values: unknown): BrowserResult {
  const raw = isRecord(values) ? values : {};
  // Mobile SDKs since 1.3 use other names. They do not include `code`, which may be the shop's own query parameter.
  const isClassic = ['imp_success', 'success', 'error_code', 'error_msg'].some((name) => name in raw);
  const imp_uid = text(raw.imp_uid) ?? text(raw.txId);
  const merchant_uid = text(raw.merchant_uid) ?? text(raw.paymentId);
  // SDK 1.2 misspells the key.
  const error_code = text(raw.error_code) ?? text(raw.error_coe) ?? (isClassic ? undefined : text(raw.code));
  const error_msg = text(raw.error_msg) ?? (isClassic ? undefined : text(raw.message));
  const ids = defined({ imp_uid, merchant_uid, customer_uid: text(raw.customer_uid) });
  if (hasFailed(raw, error_code, error_msg))
    return { outcome: 'failed', ...ids, ...defined({ error_code, error_msg }), raw };
  if (imp_uid !== undefined) return { outcome: 'succeeded', ...ids, imp_uid, raw };
  return { outcome: 'nothing', ...defined({ merchant_uid }), raw };
}

/**
 * Whether the payment failed. Newer gateways send no flag, and some failures have no code, so any sign of failure counts.
 * A message next to a success flag does not.
 */
function hasFailed(raw: Readonly<Record<string, unknown>>, code?: string, message?: string): boolean {
  const flags = [raw.success, raw.imp_success].map(String);
  if (flags.includes('false') || code !== undefined) return true;
  return message !== undefined && !flags.includes('true');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A non-empty string: null and `""` mean "none" on the wire. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

type Defined<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

function defined<Values extends object>(values: Values): Defined<Values> {
  // Object.entries loses the key types; the remaining keys are the object's own.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<Values>;
}
