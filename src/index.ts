/**
 * The i'mport (PortOne V1) payments API.
 *
 * @module
 */
import { api } from '../generated/api.js';
import { createResources, type OperationTypes, type Resources } from '../generated/resources/index.js';
import type { OwnOptions } from '../generated/call-options.js';
import type { paths } from '../generated/paths.js';
import {
  addPaymentTools,
  addSubscriptionTools,
  createIamportClient,
  type Client,
  type IamportOptions,
  type WithPaymentTools,
  type WithSubscriptionTools,
} from './core.js';

export * from './core.js';
export type { CallOptions, OwnOptions } from '../generated/call-options.js';
export * from '../generated/codes.js';
export * from '../generated/models.js';
export type * from '../generated/resources/index.js';
export { operations } from '../generated/resources/index.js';
export type { paths, webhooks } from '../generated/paths.js';

/** A client of the API: by resource (`iamport.payments.get`), operation ID (`iamport.call`) or path (`iamport.raw`). */
export type Iamport = Client<paths, OperationTypes, OwnOptions> &
  Omit<Resources, 'payments' | 'subscriptions'> & {
    /** The operations of `payments`, with helpers such as `verify`. */
    readonly payments: WithPaymentTools<Resources['payments']>;
    /** The operations of `subscriptions`, with helpers such as `iterateSchedules`. */
    readonly subscriptions: WithSubscriptionTools<Resources['subscriptions']>;
  };

/**
 * Creates a client. The token is fetched on the first call and reused.
 *
 * @throws {IamportError} `kind: 'input'` if the options are invalid.
 */
export function createIamport(options: IamportOptions): Iamport {
  const client = createIamportClient<paths, OperationTypes, OwnOptions>(api, options);
  const { payments, subscriptions, ...others } = createResources(client);
  return Object.assign(client, others, {
    payments: addPaymentTools(payments),
    subscriptions: addSubscriptionTools(subscriptions),
  });
}
