/**
 * The runtime without generated code: what a folder made by `iamport-kit generate` builds on.
 *
 * @module
 */
export { toFastifyPlugin, toNodeHandler, type FastifyScope, type NodeRequest, type NodeResponse } from './adapters.js';
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
export {
  type Cancel,
  type CancelDetails,
  type CancelExtent,
  type CancelInput,
  type CancelTarget,
  type NotZero,
} from './cancel.js';
export { type Charge } from './charge.js';
export { createConfirmHandler, type Confirmation, type ConfirmOptions } from './confirm.js';
export { type GetMany, type ManyInput, type ManyPayments } from './get-many.js';
export {
  iterateList,
  type Cursor,
  type IteratedPage,
  type Iteration,
  type ListSource,
  type Page,
  type Span,
} from './iterate.js';
export { type IteratePayments, type IteratePaymentsInput } from './iterate-payments.js';
export { type IterateSchedules, type IterateSchedulesInput } from './iterate-schedules.js';
export { sameMoney } from './money.js';
export { type HandlerAnswer, type PaymentHandler } from './payment-handler.js';
export { type PaymentOperations } from './payment-operations.js';
export { addPaymentTools, type PaymentTools, type WithPaymentTools } from './payment-tools.js';
export { type AttemptLookup, type SubscriptionOperations } from './subscription-operations.js';
export { addSubscriptionTools, type SubscriptionTools, type WithSubscriptionTools } from './subscription-tools.js';
export { toDate, toUnixTime } from './time.js';
export {
  type ExpectedPayment,
  type MismatchReason,
  type PaymentFacts,
  type Verdict,
  type Verify,
  type VerifyInput,
} from './verify.js';
export { createPayloadParser, type Check } from './payload.js';
export { readRedirectQuery, type RedirectQuery } from './redirect.js';
export { type StoredToken, type TokenStore } from './token-store.js';
export { createWebhookHandler, type OrderFacts, type WebhookMemory, type WebhookOptions } from './webhook.js';
