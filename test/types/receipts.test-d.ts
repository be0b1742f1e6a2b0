import { expectTypeOf } from 'vitest';

import type { ExternalReceipt, Iamport, Receipt } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(iamport.receipts.get({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<Receipt>();
expectTypeOf(
  iamport.receipts.issue({ imp_uid: 'imp_1', identifier: '010-0000-1234' }),
).resolves.toEqualTypeOf<Receipt>();
expectTypeOf(iamport.receipts.cancel({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<Receipt>();
expectTypeOf(iamport.receipts.getExternal({ merchant_uid: 'o' })).resolves.toEqualTypeOf<ExternalReceipt>();
expectTypeOf(
  iamport.receipts.issueExternal({ merchant_uid: 'o', name: '셔츠', amount: 11000, identifier: '000-00-00000' }),
).resolves.toEqualTypeOf<ExternalReceipt>();
expectTypeOf(iamport.receipts.cancelExternal({ merchant_uid: 'o' })).resolves.toEqualTypeOf<ExternalReceipt>();
