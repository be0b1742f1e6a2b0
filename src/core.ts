/**
 * The runtime without generated code: what a folder made by `iamport-kit generate` builds on.
 *
 * @module
 */
export {
  createClient,
  type ApiDescription,
  type Client,
  type IdsWithoutInput,
  type OperationTypesOf,
} from './client.js';
export { type CallOptions } from './call-options.js';
export { type ClientOptions, type ValidateMode } from './client-options.js';
export { IamportError, type IamportErrorDetails, type IamportErrorKind, type InputIssue } from './errors.js';
export {
  type DriftEvent,
  type IamportEvent,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
  type TokenEvent,
} from './events.js';
export { type InputVerdict, type LoadCheck, type OperationRow } from './operation-row.js';
export { createPayloadParser, type Check } from './payload.js';
export { readRedirectQuery, type RedirectQuery } from './redirect.js';
export { type StoredToken, type TokenStore } from './token-store.js';
