import type { CertificationRequest, PaymentRequest } from '../../generated/models.js';
import type { RequestCheck } from './check-request.js';
import { toBrowserResult, type BrowserFailure, type BrowserSuccess } from './payment-result.js';
import { PaymentRequestError } from './payment-request-error.js';
import type { RequestIssue } from './request-rules.js';
import { sdkOfPage } from './sdk.js';

/** A request that pays, issues a billing key, or does something else with KCP Quick Pay. */
export type PayParams = PaymentRequest &
  (
    | { readonly merchant_uid: string; readonly amount: number }
    | { readonly merchant_uid: string; readonly customer_uid: string }
    | { readonly bypass: { readonly kcpQuick: object } }
  );

/** How a request is checked. */
export interface RequestOptions {
  /** Gateway of the channel, where the request names a channel key only: its rules apply too. */
  readonly pg?: string;
  /** Language of the messages. Default: the page's, else the browser's. */
  readonly language?: 'en' | 'ko';
  /** Takes each warning. */
  readonly onWarning?: (issue: RequestIssue) => void;
}

/** Checks of both requests in one language. */
export interface Checks {
  readonly checkPaymentRequest: RequestCheck;
  readonly checkCertificationRequest: RequestCheck;
}

/** Loads the checks of a language; undefined where the page could not get them. */
export type ChecksOf = (language: 'en' | 'ko' | undefined) => Promise<Checks | undefined>;

/** Opens a window and resolves with what the SDK reports. */
export interface Requests {
  /**
   * Checks a payment request, opens the window, and resolves with what the SDK reports when the window closes. Where the window
   * replaces the page (most gateways on phones, some on PCs), the promise never settles: the customer comes back to
   * `m_redirect_url`, and `parseRedirect` on the server reads the same result.
   *
   * @throws {PaymentRequestError} with every error that the check finds; no window has opened then.
   * @throws {Error} when the SDK is not loaded, or refuses the call without a result.
   */
  readonly requestPay: (params: PayParams, options?: RequestOptions) => Promise<BrowserSuccess | BrowserFailure>;
  /**
   * The same for an identity verification.
   *
   * @throws {PaymentRequestError} with every error that the check finds.
   * @throws {Error} when the SDK is not loaded, or refuses the call without a result.
   */
  readonly certify: (
    params: CertificationRequest,
    options?: RequestOptions,
  ) => Promise<BrowserSuccess | BrowserFailure>;
}

/** Puts the calls of the SDK and the checks together. */
export function createRequests(checksOf: ChecksOf): Requests {
  return {
    requestPay: async (params, options = {}) => {
      const sdk = needSdk();
      const checks = await checksOf(options.language);
      refuse(checks?.checkPaymentRequest(params, options), options, 'the payment request');
      return call((callback) => sdk.request_pay(params, callback));
    },
    certify: async (params, options = {}) => {
      const sdk = needSdk();
      const checks = await checksOf(options.language);
      refuse(checks?.checkCertificationRequest(params, options), options, 'the certification request');
      return call((callback) => sdk.certification(params, callback));
    },
  };
}

/** The SDK as it is: typed as returning nothing, but what it returns says whether it refused. */
interface CalledSdk {
  readonly request_pay: (params: PaymentRequest, callback: (response: unknown) => void) => unknown;
  readonly certification: (params: CertificationRequest, callback: (response: unknown) => void) => unknown;
}

function needSdk(): CalledSdk {
  const sdk = sdkOfPage();
  if (sdk === undefined) throw new Error('window.IMP is not there: call loadIamport first.');
  return sdk;
}

function refuse(issues: readonly RequestIssue[] = [], { onWarning }: RequestOptions, what: string): void {
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new PaymentRequestError(errors, what);
  if (onWarning !== undefined) issues.filter(({ severity }) => severity === 'warning').forEach(onWarning);
}

/** SDK 1.2 returns false where it refuses a call with an alert; 1.3 returns a promise that may reject. Neither calls back then. */
function call(open: (callback: (response: unknown) => void) => unknown): Promise<BrowserSuccess | BrowserFailure> {
  return new Promise((resolve, reject) => {
    const refused = (reason: unknown): void => {
      reject(new Error(`the SDK refused the call${messageOf(reason)}`, { cause: reason }));
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
  const told = typeof reason === 'object' && reason !== null && 'error_msg' in reason ? reason.error_msg : undefined;
  return typeof told === 'string' ? `: ${told}` : '';
}
