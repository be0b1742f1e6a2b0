import { importDeclarations } from './imports.js';

/** What a folder made for another project builds on. */
export const RUNTIME = 'iamport-kit/core';

/** Module with the types of resources inside the package itself, which cannot import itself by name. */
const OWN_FILES: Readonly<Record<string, string>> = {
  ApiDescription: 'client/api-description',
  CallOptions: 'client/call-options',
  Caller: 'client/caller',
  OperationRow: 'client/operation-row',
  TokenApi: 'auth/token-client',
  WithDates: 'client/unix-time',
};

/** Imports types of the runtime into `<name>.ts`: from the installed package, or for our own package from `src/`. */
export function importRuntime(types: readonly string[], file: string, isOwn: boolean): string {
  if (!isOwn) return importDeclarations([{ from: RUNTIME, names: types, isTypeOnly: true }]);
  const up = '../'.repeat(file.split('/').length);
  return importDeclarations(
    types.map((name) => ({
      from: `${up}src/${OWN_FILES[name.split(' ', 1)[0] ?? name] ?? 'core'}.js`,
      names: [name],
      isTypeOnly: true,
    })),
  );
}

/**
 * What `iamport-kit/core` exports. The generated entry exports all of it beside the models, of which some may have the same
 * names; a test holds the list against the package.
 */
export const RUNTIME_NAMES: ReadonlySet<string> = new Set(
  (
    'AcceptedInput AnyApi AnyClient ApiOptions AuthRequest BasicAuth BasicCredentials SecurityScheme ServerRow TokenAuth ApiDescription ApiResponse DocumentOption DocumentOptions EncodingRow ParseAs ParsedAs ResponseOptions Authorization BrowserFailure BrowserNothing BrowserResult BrowserSuccess ' +
    'CallOptions CallbackContext Caller Cancel CancelDetails CancelExtent CancelInput CancelTarget Check Claim ' +
    'Claims Client ClientOptions Codecs ConfirmOptions Confirmation Credential Cursor DriftEvent Envelope EscrowChange ' +
    'ExpectedPayment FastifyScope Fulfillment FulfillmentCallback FulfillmentClient FulfillmentOptions ' +
    'FulfillmentVerdict GetMany HandlerAnswer IamportDescription IamportError IamportErrorDetails ' +
    'IamportErrorKind IamportEvent IamportOptions IdsWithoutInput InputIssue InputVerdict IteratePayments ' +
    'IteratePaymentsInput IterateSchedules IterateSchedulesInput IteratedPage Iteration ListSource LoadCheck ' +
    'LookUp ManyInput ManyPayments MismatchReason NodeRequest NodeResponse NotZero OperationRow OperationTypesOf ' +
    'OrderFacts PROVIDER_IPS Page ParameterStyle PartHeaderRow PaymentFacts PaymentHandler PaymentOperations PaymentTools ReadBackRow ' +
    'RedirectQuery RequestEvent ResponseEvent RetryEvent Settings Settlement Shown Span StoredToken TokenApi TokenClientOptions ' +
    'SubscriptionOperations SubscriptionTools SweepReport TokenEvent TokenExchange TokenStore ValidateMode ValueIssue ' +
    'Verdict Verify VerifyInput WebhookOptions WireRow WithDates WithPaymentTools WithSubscriptionTools addPaymentTools ' +
    'addSubscriptionTools checkRuntime createApiClient createClient createConfirmHandler createFulfillment createIamportClient createTokenClient ' +
    'createPayloadParser createWebhookHandler iterateList memoryClaims parseCallback parseRedirect ' +
    'readRedirectQuery sameMoney toBrowserResult toDate toFastifyPlugin toNodeHandler toUnixTime withCodecs'
  ).split(' '),
);
