/**
 * Checks of browser SDK requests, with Korean messages. `iamport-kit/browser` loads them on demand.
 *
 * @module
 */
import { CERTIFICATION_REQUEST_RULES } from '../generated/rules/CertificationRequest.js';
import { CERTIFICATION_REQUEST_TEXTS } from '../generated/rules/CertificationRequest.ko.js';
import { PAYMENT_REQUEST_RULES } from '../generated/rules/PaymentRequest.js';
import { PAYMENT_REQUEST_TEXTS } from '../generated/rules/PaymentRequest.ko.js';
import { createRequestCheck, type RequestCheck } from './browser/check-request.js';
import { KOREAN } from './browser/words-ko.js';

export type { RequestCheck } from './browser/check-request.js';
export type { RequestIssue } from './browser/request-rules.js';

/** Checks a payment request. Neither throws nor modifies it. */
export const checkPaymentRequest: RequestCheck = /* @__PURE__ */ createRequestCheck(PAYMENT_REQUEST_RULES, {
  ...KOREAN,
  rules: PAYMENT_REQUEST_TEXTS,
});

/** Checks an identity verification request. Neither throws nor modifies it. */
export const checkCertificationRequest: RequestCheck = /* @__PURE__ */ createRequestCheck(CERTIFICATION_REQUEST_RULES, {
  ...KOREAN,
  rules: CERTIFICATION_REQUEST_TEXTS,
});

/** First line of an error: how many problems there are, in which request. */
export const { heading } = KOREAN;
