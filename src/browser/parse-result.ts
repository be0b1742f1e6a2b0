import { toBrowserResult, type BrowserResult } from './payment-result.js';
import { readRedirectQuery, type RedirectQuery } from './redirect.js';

/**
 * Parses the callback argument of `IMP.request_pay` or `IMP.certification`: succeeded, failed or nothing. It identifies
 * the payment but does not prove that it was paid: read the payment by `imp_uid` for that. Never throws.
 */
export function parseCallback(callback: unknown): BrowserResult {
  return toBrowserResult(callback);
}

/**
 * Parses the query that the SDK adds to `m_redirect_url`: a query string, a `URL` (also with the query after `#`), a
 * `URLSearchParams`, or the query object of a framework. Never throws: if the customer closed the window, the outcome
 * is `failed`; if the return page was opened without a result, it is `nothing`.
 */
export function parseRedirect(query: RedirectQuery): BrowserResult {
  return toBrowserResult(readRedirectQuery(query));
}
