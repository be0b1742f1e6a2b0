import { expectTypeOf } from 'vitest';

import type { Iamport, Payment, Schedule, ScheduledPaymentStatus, SchedulePage } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(
  iamport.subscriptions.payAgain({
    customer_uid: 'card_a1b2c3',
    merchant_uid: 'sub-2023-11',
    amount: 5900,
    name: '월간 구독',
  }),
).resolves.toEqualTypeOf<Payment>();
expectTypeOf(
  iamport.subscriptions.payOnetime({
    merchant_uid: 'order-2',
    amount: 11000,
    card_number: '0000-0000-0000-0000',
    expiry: '2030-12',
  }),
).resolves.toEqualTypeOf<Payment>();
expectTypeOf(
  iamport.subscriptions.listSchedules({ schedule_from: 1, schedule_to: 2 }),
).resolves.toEqualTypeOf<SchedulePage>();
expectTypeOf(
  iamport.subscriptions.schedule({
    customer_uid: 'card_a1b2c3',
    schedules: [
      {
        merchant_uid: 'sub-2023-12',
        schedule_at: 1702592000,
        amount: 5900,
        currency: 'KRW',
        name: '월간 구독',
        buyer_name: '김가람',
        notice_url: 'https://shop.example.com/webhook',
      },
      { merchant_uid: 'sub-2024-01', schedule_at: 1705184000, amount: 5900, name: '월간 구독' },
    ],
  }),
).resolves.toEqualTypeOf<Schedule[]>();
expectTypeOf(iamport.subscriptions.unschedule({ merchant_uid: ['sub-2023-12'] })).resolves.toEqualTypeOf<Schedule[]>();
expectTypeOf(iamport.subscriptions.getSchedule({ merchant_uid: 'o' })).resolves.toEqualTypeOf<Schedule>();
expectTypeOf(
  iamport.subscriptions.updateSchedule({ merchant_uid: 'o', schedule_at: 1702678400 }),
).resolves.toEqualTypeOf<Schedule>();
expectTypeOf(
  iamport.subscriptions.reschedule({ merchant_uid: 'o', schedule_at: 1700086400 }),
).resolves.toEqualTypeOf<Schedule>();
expectTypeOf(iamport.subscriptions.retry({ merchant_uid: 'o' })).resolves.toEqualTypeOf<Payment>();
expectTypeOf(
  iamport.subscriptions.listSchedulesByBillingKey({ customer_uid: 'c', from: 1, to: 2 }),
).resolves.toEqualTypeOf<SchedulePage>();

// @ts-expect-error a schedule without a time
void iamport.subscriptions.schedule({ customer_uid: 'c', schedules: [{ merchant_uid: 'o', amount: 1, name: 'n' }] });
// @ts-expect-error neither a billing key nor an order
void iamport.subscriptions.unschedule({});
// @ts-expect-error only this one way to sort
void iamport.subscriptions.listSchedules({ schedule_from: 1, schedule_to: 2, sorting: '-started' });

declare const schedule: Schedule;
expectTypeOf(schedule.schedule_status).toEqualTypeOf<'scheduled' | 'executed' | 'revoked'>();
expectTypeOf(schedule.payment_status).toEqualTypeOf<ScheduledPaymentStatus | null | undefined>();

for await (const one of iamport.subscriptions.iterateSchedules({
  from: 1,
  to: new Date(),
  schedule_status: 'scheduled',
})) {
  expectTypeOf(one).toEqualTypeOf<Schedule>();
}
void iamport.subscriptions.iterateSchedules({ from: 1, to: 2, customer_uid: 'c' }, { timeoutMs: 1000 }).pages();
// @ts-expect-error schedules lie ahead: there is no natural end
void iamport.subscriptions.iterateSchedules({ from: 1 });
// @ts-expect-error the API has no page size for one billing key
void iamport.subscriptions.iterateSchedules({ from: 1, to: 2, customer_uid: 'c', limit: 10 });
