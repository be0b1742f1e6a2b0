import { expectTypeOf } from 'vitest';

import type { Iamport, PartnerReceipt } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(
  iamport.partners.registerReceipts({
    imp_uid: 'imp_1',
    data: [
      {
        business_registration_number: '0000000000',
        company_name: '보기 상점',
        amount: 8000,
        tax_free: 0,
        vat_amount: 727,
      },
      { business_registration_number: '0000000001', company_name: '예시 상점', amount: 3000 },
    ],
  }),
).resolves.toEqualTypeOf<PartnerReceipt>();
