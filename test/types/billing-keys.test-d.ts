import { expectTypeOf } from 'vitest';

import type { Iamport, IssuedBillingKey, SchedulePage, SuperBillingKey } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(iamport.billingKeys.list({ customer_uid: ['c'] })).resolves.toEqualTypeOf<IssuedBillingKey[]>();
expectTypeOf(iamport.billingKeys.get({ customer_uid: 'c' })).resolves.toEqualTypeOf<IssuedBillingKey>();
expectTypeOf(
  iamport.billingKeys.issue({ customer_uid: 'c', card_number: '0000-0000-0000-0000', expiry: '2030-12' }),
).resolves.toEqualTypeOf<IssuedBillingKey>();
expectTypeOf(iamport.billingKeys.delete({ customer_uid: 'c' })).resolves.toEqualTypeOf<IssuedBillingKey>();
expectTypeOf(
  iamport.billingKeys.schedules({ customer_uid: 'c', from: 1, to: 2 }),
).resolves.toEqualTypeOf<SchedulePage>();

// Only the key of a group of channels has `channelGroupId`: looking for it tells which one it is.
declare const key: IssuedBillingKey;
if ('channelGroupId' in key) expectTypeOf(key).toEqualTypeOf<SuperBillingKey>();
else expectTypeOf(key.card_number).toEqualTypeOf<string | null | undefined>();
