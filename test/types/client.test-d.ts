import { expectTypeOf } from 'vitest';

import { createIamport, parseCallback, parseRedirect, type PAY_METHODS, isKnownPayMethod } from '../../src/index.js';
import type {
  AccessToken,
  BrowserResult,
  CancelPaymentInput,
  Currency,
  ErrorResponse,
  Iamport,
  KnownPayMethod,
  Payment,
  PaymentBalance,
  PaymentPage,
  PaymentResponse,
  PaymentResult,
  PaymentStatus,
  PreparedPayment,
  UnixTime,
  WithDates,
} from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

// Every method of every resource: what goes in and what comes out.
expectTypeOf(iamport.authentication.getToken({ imp_key: 'k', imp_secret: 's' })).resolves.toEqualTypeOf<AccessToken>();
expectTypeOf(iamport.payments.get({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<Payment>();
expectTypeOf(iamport.payments.list({ imp_uid: ['a'], merchant_uid: ['b'] })).resolves.toEqualTypeOf<Payment[]>();
expectTypeOf(iamport.payments.list()).resolves.toEqualTypeOf<Payment[]>();
expectTypeOf(iamport.payments.listByStatus({ payment_status: 'all', limit: 5 })).resolves.toEqualTypeOf<PaymentPage>();
expectTypeOf(iamport.payments.find({ merchant_uid: 'o' })).resolves.toEqualTypeOf<Payment>();
expectTypeOf(
  iamport.payments.findWithStatus({ merchant_uid: 'o', payment_status: 'paid' }),
).resolves.toEqualTypeOf<Payment>();
expectTypeOf(iamport.payments.findAll({ merchant_uid: 'o', sorting: '-paid' })).resolves.toEqualTypeOf<PaymentPage>();
expectTypeOf(
  iamport.payments.findAllWithStatus({ merchant_uid: 'o', payment_status: 'ready' }),
).resolves.toEqualTypeOf<PaymentPage>();
expectTypeOf(iamport.payments.cancel({ imp_uid: 'imp_1', full: true })).resolves.toEqualTypeOf<Payment>();
expectTypeOf(
  iamport.payments.cancel({ merchant_uid: 'o', amount: 4, cancellable: 10 }),
).resolves.toEqualTypeOf<Payment>();
expectTypeOf(iamport.call('cancelPayment', { imp_uid: 'imp_1' })).resolves.toEqualTypeOf<Payment>();
// @ts-expect-error how much must be said
void iamport.payments.cancel({ imp_uid: 'imp_1' });
// @ts-expect-error both is a contradiction
void iamport.payments.cancel({ imp_uid: 'imp_1', full: true, amount: 4, cancellable: 10 });
// @ts-expect-error a part needs the guard
void iamport.payments.cancel({ imp_uid: 'imp_1', amount: 4 });
// @ts-expect-error the API takes 0 for everything
void iamport.payments.cancel({ imp_uid: 'imp_1', amount: 0, cancellable: 10 });
// @ts-expect-error no payment is named
void iamport.payments.cancel({ full: true });
expectTypeOf(iamport.payments.balance({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<PaymentBalance>();
expectTypeOf(iamport.payments.prepare({ merchant_uid: 'o', amount: 1 })).resolves.toEqualTypeOf<PreparedPayment>();
expectTypeOf(
  iamport.payments.updatePrepared({ merchant_uid: 'o', amount: 1 }),
).resolves.toEqualTypeOf<PreparedPayment>();
expectTypeOf(iamport.payments.getPrepared({ merchant_uid: 'o' })).resolves.toEqualTypeOf<PreparedPayment>();
expectTypeOf(iamport.payments.listByBillingKey({ customer_uid: 'c' })).resolves.toEqualTypeOf<PaymentPage>();

// By ID it is the same.
expectTypeOf(iamport.call('getPayment', { imp_uid: 'imp_1' })).resolves.toEqualTypeOf<Payment>();
expectTypeOf(iamport.call('listPayments')).resolves.toEqualTypeOf<Payment[]>();
// @ts-expect-error an input is required
void iamport.call('getPayment');
// @ts-expect-error no such operation
void iamport.call('getPayments', {});

// One of the two must be there, and nothing that is misspelt or of another type.
expectTypeOf<{ imp_uid: string }>().toExtend<CancelPaymentInput>();
expectTypeOf<{ merchant_uid: string; amount: number }>().toExtend<CancelPaymentInput>();
expectTypeOf<{ amount: number }>().not.toExtend<CancelPaymentInput>();
expectTypeOf<{ imp_uid: string; amount: string }>().not.toExtend<CancelPaymentInput>();
// @ts-expect-error a misspelt key
void iamport.payments.cancel({ imp_uid: 'imp_1', ammount: 4 });
// @ts-expect-error a misspelt nested key
void iamport.payments.cancel({ imp_uid: 'imp_1', extra: { requestor: 'admin' } });
// @ts-expect-error `all` is for listByStatus only
void iamport.payments.findWithStatus({ merchant_uid: 'o', payment_status: 'all' });

// Truth about answers: what may be null or absent says so, enums of answers are open, `status` is closed.
declare const payment: Payment;
expectTypeOf(payment.amount).toEqualTypeOf<number>();
expectTypeOf(payment.paid_at).toEqualTypeOf<UnixTime | undefined>();
expectTypeOf(payment.card_number).toEqualTypeOf<string | null | undefined>();
expectTypeOf(payment.status).toEqualTypeOf<PaymentStatus>();
expectTypeOf<PaymentStatus>().toEqualTypeOf<'ready' | 'paid' | 'cancelled' | 'failed'>();
expectTypeOf<string>().toExtend<Currency>();
expectTypeOf<(typeof PAY_METHODS)[number]>().toEqualTypeOf<KnownPayMethod>();
if (isKnownPayMethod(payment.pay_method)) expectTypeOf(payment.pay_method).toExtend<KnownPayMethod>();

// Both failure channels are in the raw types: a refusal under HTTP 200, and the body of an HTTP error.
const answer = await iamport.raw.GET('/payments/{imp_uid}', { params: { path: { imp_uid: 'imp_1' } } });
expectTypeOf(answer.data?.code).toEqualTypeOf<number | undefined>();
expectTypeOf(answer.error?.message).toEqualTypeOf<string | null | undefined>();
expectTypeOf<PaymentResponse>().toEqualTypeOf<PaymentResult | ErrorResponse>();

expectTypeOf(parseCallback).returns.toEqualTypeOf<BrowserResult>();
expectTypeOf(parseRedirect).returns.toEqualTypeOf<BrowserResult>();

// Unix seconds, or a Date, which the client converts; the wire type stays a number.
expectTypeOf(iamport.subscriptions.updateSchedule)
  .parameter(0)
  .toHaveProperty('schedule_at')
  .toEqualTypeOf<number | Date>();
type Alarms = WithDates<{ at: number[]; byName: Record<string, number>; text: string }, 'at' | 'byName'>;
expectTypeOf<Alarms>().toEqualTypeOf<{ at: (number | Date)[]; byName: Record<string, number | Date>; text: string }>();

createIamport({ impKey: process.env.IMP_KEY, impSecret: process.env.IMP_SECRET });
// @ts-expect-error the secret is missing
createIamport({ impKey: 'k' });

// The tools: a verdict narrows, ids are optional, iteration gives payments.
const verdict = await iamport.payments.verify({ imp_uid: 'imp_1', merchant_uid: 'o', amount: 1004 });
if (verdict.ok) expectTypeOf(verdict.payment).toEqualTypeOf<Payment>();
else expectTypeOf(verdict.reason).toExtend<string>();
expectTypeOf((await iamport.payments.getMany({ merchant_uid: ['o'] })).found.get('o')).toEqualTypeOf<
  Payment | undefined
>();
for await (const payment of iamport.payments.iterate({ payment_status: 'paid', from: new Date() }))
  expectTypeOf(payment).toEqualTypeOf<Payment>();
// @ts-expect-error an order has an amount
void iamport.payments.verify({ imp_uid: 'imp_1', merchant_uid: 'o' });
