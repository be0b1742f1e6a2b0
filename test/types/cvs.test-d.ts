import { expectTypeOf } from 'vitest';

import type { Iamport, Payment } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(iamport.cvs.issue({ merchant_uid: 'order-5', amount: 11000 })).resolves.toEqualTypeOf<Payment>();
expectTypeOf(iamport.cvs.cancel({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<Payment>();
