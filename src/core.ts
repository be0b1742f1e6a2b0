/**
 * The runtime without generated code. Folders written by `iamport-kit generate` import it.
 *
 * @module
 */
export {
  toFastifyPlugin,
  toNodeHandler,
  type FastifyScope,
  type NodeRequest,
  type NodeResponse,
} from './webhooks/adapters.js';
export {
  createApiClient,
  type AnyApi,
  type AnyClient,
  type ApiOptions,
  type ApiResponse,
  type ParsedAs,
} from './auth/api-client.js';
export type { AuthRequest, BasicAuth, BasicCredentials, SecurityScheme, TokenAuth } from './auth/security.js';
export { createTokenClient, type TokenApi, type TokenClientOptions } from './auth/token-client.js';
export { withCodecs } from './auth/token-codecs.js';
export { createIamportClient, type IamportDescription, type IamportOptions } from './payments/iamport-client.js';
export type { TokenExchange } from './auth/token-exchange.js';
export type { ApiDescription, Envelope } from './client/api-description.js';
export type { Authorization, Credential } from './client/authorization.js';
export {
  createClient,
  type AcceptedInput,
  type Client,
  type IdsWithoutInput,
  type OperationTypesOf,
} from './client/client.js';
export type { Codecs } from './client/codecs.js';
export type { DocumentOption, DocumentOptions } from './client/document-options.js';
export type { CallOptions, ParseAs, ResponseOptions, Shown } from './client/call-options.js';
export type { Caller } from './client/caller.js';
export { checkRuntime } from './client/check-runtime.js';
export type { Settlement } from './client/settle.js';
export type { ClientOptions, Settings, ValidateMode } from './client/client-options.js';
export {
  IamportError,
  type IamportErrorDetails,
  type IamportErrorKind,
  type InputIssue,
  type LookUp,
} from './client/errors.js';
export type { DriftEvent, IamportEvent, RequestEvent, ResponseEvent, RetryEvent, TokenEvent } from './client/events.js';
export type {
  EncodingRow,
  InputVerdict,
  LoadCheck,
  OperationRow,
  ParameterStyle,
  PartHeaderRow,
  ReadBackRow,
  ServerRow,
  ValueIssue,
  WireRow,
} from './client/operation-row.js';
export type { Cancel, CancelDetails, CancelExtent, CancelInput, CancelTarget, NotZero } from './payments/cancel.js';
export { createConfirmHandler, type Confirmation, type ConfirmOptions } from './webhooks/confirm.js';
export type { GetMany, ManyInput, ManyPayments } from './payments/get-many.js';
export {
  iterateList,
  type Cursor,
  type IteratedPage,
  type Iteration,
  type ListSource,
  type Page,
  type Span,
} from './payments/iterate.js';
export type { IteratePayments, IteratePaymentsInput } from './payments/iterate-payments.js';
export type { IterateSchedules, IterateSchedulesInput } from './payments/iterate-schedules.js';
export { sameMoney } from './payments/money.js';
export type { HandlerAnswer, PaymentHandler } from './webhooks/payment-handler.js';
export type { PaymentOperations } from './payments/payment-operations.js';
export { addPaymentTools, type PaymentTools, type WithPaymentTools } from './payments/payment-tools.js';
export type { SubscriptionOperations } from './payments/subscription-operations.js';
export {
  addSubscriptionTools,
  type SubscriptionTools,
  type WithSubscriptionTools,
} from './payments/subscription-tools.js';
export { toDate, toUnixTime, type WithDates } from './client/unix-time.js';
export type { ExpectedPayment, MismatchReason, PaymentFacts, Verdict, Verify, VerifyInput } from './payments/verify.js';
export { createPayloadParser, type Check } from './browser/payload.js';
export { parseCallback, parseRedirect } from './browser/parse-result.js';
export {
  toBrowserResult,
  type BrowserFailure,
  type BrowserNothing,
  type BrowserResult,
  type BrowserSuccess,
} from './browser/payment-result.js';
export { readRedirectQuery, type RedirectQuery } from './browser/redirect.js';
export type { StoredToken, TokenStore } from './auth/token-store.js';
export { memoryClaims, type Claim, type Claims } from './webhooks/claims.js';
export {
  createFulfillment,
  createWebhookHandler,
  type Fulfillment,
  type FulfillmentVerdict,
  type SweepReport,
  type WebhookOptions,
} from './webhooks/fulfillment.js';
export {
  PROVIDER_IPS,
  type CallbackContext,
  type EscrowChange,
  type FulfillmentClient,
  type FulfillmentOptions,
  type OrderFacts,
  type FulfillmentCallback,
} from './webhooks/fulfillment-options.js';
