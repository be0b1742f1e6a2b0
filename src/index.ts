/**
 * The i'mport (PortOne V1) payments API.
 *
 * @module
 */
import { api, type OperationTypes } from '../generated/operations.js';
import type { PaymentCallback, PaymentRedirect } from '../generated/models.js';
import { createResources, type Resources } from '../generated/resources.js';
import type { paths } from '../generated/paths.js';
import { checkPaymentCallback } from '../generated/validators/PaymentCallback.js';
import { checkPaymentRedirect } from '../generated/validators/PaymentRedirect.js';
import {
  addPaymentTools,
  addSubscriptionTools,
  createIamportClient,
  createPayloadParser,
  readRedirectQuery,
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
 * Validates what `IMP.request_pay` handed to its callback. It tells which payment to look at, not whether it was paid:
 * read the payment by `imp_uid` for that.
 *
 * @throws {IamportError} `kind: 'validation'` when it is something else.
 */
export const parseCallback: (callback: unknown) => PaymentCallback = createPayloadParser(
  'payment callback',
  checkPaymentCallback,
);

const checkRedirect = createPayloadParser<PaymentRedirect>('payment redirect', checkPaymentRedirect);

/**
 * Validates the query that the SDK added to `m_redirect_url`: a query string, a `URL`, a `URLSearchParams`, or the object
 * that a framework made of it.
 *
 * @throws {IamportError} `kind: 'validation'` when it is something else, or a field is there twice.
 */
export function parseRedirect(query: RedirectQuery): PaymentRedirect {
  return checkRedirect(readRedirectQuery(query));
}
