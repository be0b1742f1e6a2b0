import { toBrowserResult, type BrowserResult } from './payment-result.js';
import { readRedirectQuery, type RedirectQuery } from './redirect.js';

/**
 * Reads what `IMP.request_pay` or `IMP.certification` handed to its callback: succeeded, failed or nothing. It tells which
 * payment to look at, not whether it was paid: read the payment by `imp_uid` for that. It never throws.
 */
export function parseCallback(callback: unknown): BrowserResult {
  return toBrowserResult(callback);
}

/**
 * Reads the query that the SDK added to `m_redirect_url`: a query string, a `URL` (also one with the query behind `#`), a
 * `URLSearchParams`, or the object that a framework made of it. It never throws: a customer who closed the window has
 * `failed`, and a return page opened by itself has `nothing`.
 */
export function parseRedirect(query: RedirectQuery): BrowserResult {
  return toBrowserResult(readRedirectQuery(query));
}
