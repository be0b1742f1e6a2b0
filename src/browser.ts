/**
 * The browser SDK of i'mport: loaded, typed, its parameters checked, its results in one form.
 *
 * @module
 */
import type {
  CertificationRequest,
  ClassicPayResult,
  PaymentRequest,
  PayRedirectResult,
  PayResult,
} from '../generated/models.js';
import { loadIamport as load, type LoadOptions } from './browser/load-iamport.js';
import type { RequestIssue } from './browser/request-rules.js';
import { createRequests, type Checks, type RequestOptions } from './browser/request-pay.js';
import type { Iamport } from './browser/sdk.js';

export { IamportLoadError, type LoadOptions } from './browser/load-iamport.js';
export { PaymentRequestError } from './browser/payment-request-error.js';
export {
  toBrowserResult,
  type BrowserFailure,
  type BrowserNothing,
  type BrowserResult,
  type BrowserSuccess,
} from './browser/payment-result.js';
export type { PayParams, RequestOptions } from './browser/request-pay.js';
export type { RequestIssue } from './browser/request-rules.js';
export type { Iamport as default } from './browser/sdk.js';
export type {
  BrandpayModule,
  CertificationResponse,
  Iamport,
  RequestPayAdditionalResponse,
  RequestPayResponse,
  RequestPayResponseCallback,
  UiType,
} from './browser/sdk.js';
export type * from './browser/typings.js';
export { NaverPayReferrer, NaverProductCategoryId, NaverProductCategoryType } from './browser/typings.js';
export type { CertificationRequest, ClassicPayResult, PaymentRequest, PayRedirectResult, PayResult };

/** The language of the page's text, else of the browser. */
function pageLanguage(): 'en' | 'ko' {
  // A page, or a server that renders one.
  const { document, navigator } = globalThis as {
    readonly document?: { readonly documentElement: { readonly lang: string } };
    readonly navigator?: { readonly language?: string };
  };
  const language = [document?.documentElement.lang, navigator?.language].find(
    (each) => each !== undefined && each !== '',
  );
  return language?.toLowerCase().startsWith('ko') === true ? 'ko' : 'en';
}

/** The checks are loaded apart: a page that cannot get them still pays. */
async function checksOf(language: 'en' | 'ko' = pageLanguage()): Promise<Checks | undefined> {
  try {
    return await (language === 'ko' ? import('./browser-ko.js') : import('./browser-en.js'));
  } catch {
    return undefined;
  }
}

/** Opens the window of a payment or of an identity verification, and resolves with what the SDK reports. */
export const { requestPay, certify } = /* @__PURE__ */ createRequests(checksOf);

/**
 * Loads the SDK once, waits for it, and calls `init`, or `agency` with a `tierCode`. A script that the page has loaded itself is
 * used as it is. After a failure the next call tries again.
 *
 * @throws {IamportLoadError} when the script is blocked, does not arrive in time, or is something else.
 */
export async function loadIamport(options: LoadOptions): Promise<Iamport> {
  // Browsers open popups only shortly after a click: the checks must be there by then.
  const [sdk] = await Promise.all([load(options), checksOf()]);
  return sdk;
}

/**
 * Checks a payment request without opening anything: errors, warnings and notes. Never throws for what is in the request.
 *
 * @throws {Error} when the checks could not be loaded.
 */
export async function checkPaymentRequest(
  params: unknown,
  options: Pick<RequestOptions, 'pg' | 'language'> = {},
): Promise<readonly RequestIssue[]> {
  const checks = await checksOf(options.language);
  if (checks === undefined) throw new Error('the checks of iamport-kit/browser could not be loaded.');
  return checks.checkPaymentRequest(params, options);
}
