import type { CertificationRequest, PaymentRequest } from '../../generated/models.js';
import type { RequestCheck } from './check-request.js';
import { toBrowserResult, type BrowserFailure, type BrowserSuccess } from './payment-result.js';
import { PaymentRequestError } from './payment-request-error.js';
import type { RequestIssue, RequestName } from './request-rules.js';
import { sdkOfPage } from './sdk.js';

/** A request for a payment, a billing key, or an action of KCP Quick Pay. */
export type PayParams = PaymentRequest &
  (
    | { readonly merchant_uid: string; readonly amount: number }
    | { readonly merchant_uid: string; readonly customer_uid: string }
    | { readonly bypass: { readonly kcpQuick: object } }
  );

/** Options of the checks. */
export interface RequestOptions {
  /** Gateway of the channel, for requests with a channel key only. Its rules apply too. */
  readonly pg?: string;
  /** Language of the messages. Default: the page's, else the browser's. */
  readonly language?: 'en' | 'ko';
  /** Called with each warning. */
  readonly onWarning?: (issue: RequestIssue) => void;
}

/** The checks of both requests in one language. */
export interface Checks {
  readonly checkPaymentRequest: RequestCheck;
  readonly checkCertificationRequest: RequestCheck;
  /** First line of an error. */
  readonly heading: (count: number, what: RequestName) => string;
}

/** Loads the checks of a language; undefined if they failed to load. */
export type ChecksOf = (language: 'en' | 'ko' | undefined) => Promise<Checks | undefined>;

/** Opens a window and resolves with the SDK's result. */
export interface Requests {
  /**
   * Checks a payment request, opens the window, and resolves with the SDK's result when the window closes. If the
   * gateway replaces the page instead (most on phones, some on PCs), the promise never settles: the customer returns to
   * `m_redirect_url`, where `parseRedirect` on the server returns the same result.
   *
   * @throws {PaymentRequestError} with all errors of the check; no window was opened.
   * @throws {Error} if the SDK is not loaded, or rejects the call without a result.
   */
  readonly requestPay: (params: PayParams, options?: RequestOptions) => Promise<BrowserSuccess | BrowserFailure>;
  /**
   * The same for an identity verification.
   *
   * @throws {PaymentRequestError} with all errors of the check.
   * @throws {Error} if the SDK is not loaded, or rejects the call without a result.
   */
  readonly certify: (
    params: CertificationRequest,
    options?: RequestOptions,
  ) => Promise<BrowserSuccess | BrowserFailure>;
}

/** Combines the calls of the SDK with the checks. */
export function createRequests(checksOf: ChecksOf): Requests {
  return {
    requestPay: async (params, options = {}) => {
      const sdk = needSdk();
      const checks = await checksOf(options.language);
      refuse(checks?.checkPaymentRequest(params, options), options, (count) => checks?.heading(count, 'payment'));
      return call((callback) => sdk.request_pay(params, callback));
    },
    certify: async (params, options = {}) => {
      const sdk = needSdk();
      const checks = await checksOf(options.language);
      const issues = checks?.checkCertificationRequest(params, options);
      refuse(issues, options, (count) => checks?.heading(count, 'certification'));
      return call((callback) => sdk.certification(params, callback));
    },
  };
}

/** The SDK's actual signature: its return value shows whether it rejected the call. */
interface CalledSdk {
  readonly request_pay: (params: PaymentRequest, callback: (response: unknown) => void) => unknown;
  readonly certification: (params: CertificationRequest, callback: (response: unknown) => void) => unknown;
}

function needSdk(): CalledSdk {
  const sdk = sdkOfPage();
  if (sdk === undefined) throw new Error('window.IMP is not defined; call loadIamport first.');
  return sdk;
}

function refuse(
  issues: readonly RequestIssue[] = [],
  { onWarning }: RequestOptions,
  heading: (count: number) => string | undefined,
): void {
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new PaymentRequestError(errors, heading(errors.length) ?? '');
  if (onWarning !== undefined) issues.filter(({ severity }) => severity === 'warning').forEach(onWarning);
}

/**
 * If the SDK rejects a call, 1.2 shows an alert and returns false, and 1.3 rejects a promise. Neither calls the
 * callback.
 */
function call(open: (callback: (response: unknown) => void) => unknown): Promise<BrowserSuccess | BrowserFailure> {
  return new Promise((resolve, reject) => {
    const refused = (reason: unknown): void => {
      reject(new Error(`the SDK rejected the call${messageOf(reason)}`, { cause: reason }));
    };
    const returned = open((response) => {
      const result = toBrowserResult(response);
      resolve(result.outcome === 'nothing' ? { ...result, outcome: 'failed' } : result);
    });
    if (returned === false) refused(undefined);
    else Promise.resolve(returned).catch(refused);
  });
}

function messageOf(reason: unknown): string {
  const message = typeof reason === 'object' && reason !== null && 'error_msg' in reason ? reason.error_msg : undefined;
  return typeof message === 'string' ? `: ${message}` : '';
}
