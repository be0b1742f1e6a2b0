/**
 * The i'mport (PortOne V1) payments API.
 *
 * @module
 */
import { api, type OperationTypes } from '../generated/operations.js';
import { createResources, type Resources } from '../generated/resources.js';
import type { paths } from '../generated/paths.js';
import {
  addPaymentTools,
  addSubscriptionTools,
  createIamportClient,
  readRedirectQuery,
  toBrowserResult,
  type BrowserResult,
  type Client,
  type IamportOptions,
  type RedirectQuery,
  type WithPaymentTools,
  type WithSubscriptionTools,
} from './core.js';

export * from './core.js';
export * from '../generated/codes.js';
export * from '../generated/models.js';
export { operations, type OperationTypes } from '../generated/operations.js';
export type { Resources } from '../generated/resources.js';
export type { paths, webhooks } from '../generated/paths.js';

/** A client of the whole API: by resource (`iamport.payments.get`), by ID (`iamport.call`) or by path (`iamport.raw`). */
export type Iamport = Client<paths, OperationTypes> &
  Omit<Resources, 'payments' | 'subscriptions'> & {
    /** The operations of `payments`, with tools. */
    readonly payments: WithPaymentTools<Resources['payments']>;
    /** The operations of `subscriptions`, with tools. */
    readonly subscriptions: WithSubscriptionTools<Resources['subscriptions']>;
  };

/**
 * Creates a client. The token is fetched on the first call and reused.
 *
 * @throws {IamportError} `kind: 'input'` when the options are unusable.
 */
export function createIamport(options: IamportOptions): Iamport {
  const client = createIamportClient<paths, OperationTypes>(api, options);
  const { payments, subscriptions, ...others } = createResources(client.call);
  return Object.assign(client, others, {
    payments: addPaymentTools(payments),
    subscriptions: addSubscriptionTools(subscriptions),
  });
}

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
