import { expectTypeOf } from 'vitest';

import type { EscrowDelivery, Iamport } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(iamport.escrows.getDelivery({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<EscrowDelivery>();
expectTypeOf(
  iamport.escrows.addDelivery({
    imp_uid: 'imp_1',
    sender: {
      name: '보기 상점',
      tel: '02-000-0000',
      addr: '서울특별시 예시구 보기로 2',
      postcode: '00000',
      relationship: '판매자',
    },
    receiver: {
      name: '김가람',
      tel: '010-0000-1234',
      addr: '서울특별시 예시구 보기로 1',
      postcode: '00000',
      formed_address: { address_line_1: '보기로 1', address_line_2: '2층' },
    },
    logis: { company: 'CJGLS', invoice: '000000000001', sent_at: 1700000000, receiving_at: '20231116' },
  }),
).resolves.toEqualTypeOf<EscrowDelivery>();
expectTypeOf(
  iamport.escrows.updateDelivery({
    imp_uid: 'imp_1',
    sender: {
      name: '보기 상점',
      tel: '02-000-0000',
      addr: '서울특별시 예시구 보기로 2',
      postcode: '00000',
      relationship: '판매자',
    },
    receiver: {
      name: '김가람',
      tel: '010-0000-1234',
      addr: '서울특별시 예시구 보기로 1',
      postcode: '00000',
      formed_address: { address_line_1: '보기로 1', address_line_2: '2층' },
    },
    logis: { company: 'CJGLS', invoice: '000000000001', sent_at: 1700000000, receiving_at: '20231116' },
  }),
).resolves.toEqualTypeOf<EscrowDelivery>();
