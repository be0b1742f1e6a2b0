import { expectTypeOf } from 'vitest';

import type { Iamport, PaymentwallVerdict } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(
  iamport.paymentwall.reportDelivery({
    imp_uid: 'imp_000000000001',
    merchant_uid: 'order-6',
    type: 'physical',
    status: 'order_shipped',
    estimated_delivery_datetime: 1700259200,
    estimated_update_datetime: 1700086400,
    refundable: 'yes',
    shipping_address_email: 'buyer@example.com',
  }),
).resolves.toEqualTypeOf<PaymentwallVerdict>();
