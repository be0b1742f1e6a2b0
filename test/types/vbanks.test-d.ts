import { expectTypeOf } from 'vitest';

import type { Iamport, Payment, VbankHolder } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(
  iamport.vbanks.create({ merchant_uid: 'order-3', amount: 11000, vbank_code: '004', vbank_due: 1700259200 }),
).resolves.toEqualTypeOf<Payment>();
expectTypeOf(iamport.vbanks.update({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<Payment>();
expectTypeOf(iamport.vbanks.cancel({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<Payment>();
// eslint-disable-next-line @typescript-eslint/no-deprecated -- retired methods are typed too
expectTypeOf(iamport.vbanks.getHolder({ bank_code: '004', bank_num: '1' })).resolves.toEqualTypeOf<VbankHolder>();
