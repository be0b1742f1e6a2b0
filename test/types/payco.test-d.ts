import { expectTypeOf } from 'vitest';

import type { Iamport, PaycoOrder } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(
  iamport.payco.updateOrderStatus({ imp_uid: 'imp_1', status: 'DELIVERY_START' }),
).resolves.toEqualTypeOf<PaycoOrder>();
