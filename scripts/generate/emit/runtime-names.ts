/**
 * What `iamport-kit/core` exports. The generated entry exports all of it beside the models, of which some may have the same
 * names; a test holds the list against the package.
 */
export const RUNTIME_NAMES: ReadonlySet<string> = new Set(
  (
    'AcceptedInput ApiDescription Authorization CallOptions Cancel CancelDetails CancelExtent CancelInput CancelTarget Check ' +
    'Client ClientOptions ConfirmOptions Confirmation Credential Cursor DriftEvent Envelope ExpectedPayment ' +
    'FastifyScope GetMany HandlerAnswer IamportDescription IamportError IamportErrorDetails IamportErrorKind ' +
    'IamportEvent IamportOptions IdsWithoutInput InputIssue InputVerdict IteratePayments IteratePaymentsInput ' +
    'IterateSchedules IterateSchedulesInput IteratedPage Iteration ListSource LoadCheck LookUp ManyInput ' +
    'ManyPayments MismatchReason NodeRequest NodeResponse NotZero OperationRow OperationTypesOf OrderFacts Page ' +
    'PaymentFacts PaymentHandler PaymentOperations PaymentTools ReadBackRow RedirectQuery RequestEvent ' +
    'ResponseEvent RetryEvent Settings Settlement Shown Span StoredToken SubscriptionOperations SubscriptionTools ' +
    'TokenEvent TokenExchange TokenStore ValidateMode Verdict Verify VerifyInput WebhookMemory WebhookOptions ' +
    'WithPaymentTools WithSubscriptionTools addPaymentTools addSubscriptionTools createClient ' +
    'createConfirmHandler createIamportClient createPayloadParser createWebhookHandler iterateList ' +
    'readRedirectQuery sameMoney toDate toFastifyPlugin toNodeHandler toUnixTime'
  ).split(' '),
);
