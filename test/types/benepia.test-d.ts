import { expectTypeOf } from 'vitest';

import type { BenepiaPoints, Iamport, Payment } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(
  iamport.benepia.points({ benepia_user: 'garam', benepia_password: 'not-a-password' }),
).resolves.toEqualTypeOf<BenepiaPoints>();
expectTypeOf(
  iamport.benepia.pay({
    benepia_user: 'garam',
    benepia_password: 'not-a-password',
    merchant_uid: 'order-4',
    amount: 5000,
    name: '셔츠',
  }),
).resolves.toEqualTypeOf<Payment>();
