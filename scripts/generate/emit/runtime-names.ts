/**
 * What `iamport-kit/core` exports. The generated entry exports all of it beside the models, of which some may have the same
 * names; a test holds the list against the package.
 */
export const RUNTIME_NAMES: ReadonlySet<string> = new Set(
  (
    'ApiDescription AttemptLookup CallOptions Cancel CancelDetails CancelExtent CancelInput CancelTarget Charge ' +
    'Check Client ClientOptions ConfirmOptions Confirmation Cursor DriftEvent ExpectedPayment FastifyScope ' +
    'GetMany HandlerAnswer IamportError IamportErrorDetails IamportErrorKind IamportEvent IdsWithoutInput InputIssue ' +
    'InputVerdict IteratePayments IteratePaymentsInput IterateSchedules IterateSchedulesInput IteratedPage ' +
    'Iteration ListSource LoadCheck ManyInput ManyPayments MismatchReason NodeRequest NodeResponse NotZero ' +
    'OperationRow OperationTypesOf OrderFacts Page PaymentFacts PaymentHandler PaymentOperations PaymentTools ' +
    'RedirectQuery RequestEvent ResponseEvent RetryEvent Span StoredToken SubscriptionOperations SubscriptionTools ' +
    'TokenEvent TokenStore ValidateMode Verdict Verify VerifyInput WebhookMemory WebhookOptions WithPaymentTools ' +
    'WithSubscriptionTools addPaymentTools addSubscriptionTools createClient createConfirmHandler createPayloadParser ' +
    'createWebhookHandler iterateList readRedirectQuery sameMoney toDate toFastifyPlugin toNodeHandler toUnixTime'
  ).split(' '),
);
