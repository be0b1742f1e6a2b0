/**
 * The i'mport browser SDK with types, a loader, checked parameters and uniform results.
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

/** The language of the page, else of the browser. */
function pageLanguage(): 'en' | 'ko' {
  // In a page, or on a server that renders one.
  const { document, navigator } = globalThis as {
    readonly document?: { readonly documentElement: { readonly lang: string } };
    readonly navigator?: { readonly language?: string };
  };
  const language = [document?.documentElement.lang, navigator?.language].find(
    (each) => each !== undefined && each !== '',
  );
  return language?.toLowerCase().startsWith('ko') === true ? 'ko' : 'en';
}

/** Loads the checks separately: payments still work if they fail to load. */
async function checksOf(language: 'en' | 'ko' = pageLanguage()): Promise<Checks | undefined> {
  try {
    return await (language === 'ko' ? import('./browser-ko.js') : import('./browser-en.js'));
  } catch {
    return undefined;
  }
}

/** Opens the window for a payment or an identity verification, and resolves with the SDK's result. */
export const { requestPay, certify } = /* @__PURE__ */ createRequests(checksOf);

/**
 * Loads the SDK once, and calls `init`, or `agency` with a `tierCode`. If the page has already loaded the SDK, that
 * copy is used. After a failure the next call tries again.
 *
 * @throws {IamportLoadError} if the script is blocked, times out, or is not the SDK.
 */
export async function loadIamport(options: LoadOptions): Promise<Iamport> {
  // Browsers only open popups shortly after a click, so the checks must be loaded by then.
  const [sdk] = await Promise.all([load(options), checksOf()]);
  return sdk;
}

/**
 * Checks a payment request without opening a window. Returns errors and warnings; never throws because of the
 * request.
 *
 * @throws {Error} if the checks could not be loaded.
 */
export async function checkPaymentRequest(
  params: unknown,
  options: Pick<RequestOptions, 'pg' | 'language'> = {},
): Promise<readonly RequestIssue[]> {
  const checks = await checksOf(options.language);
  if (checks === undefined) throw new Error('the checks of iamport-kit/browser could not be loaded.');
  return checks.checkPaymentRequest(params, options);
}
