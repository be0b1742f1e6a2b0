import { expectTypeOf } from 'vitest';

import type { Iamport, NaverCashAmount, NaverProductOrder, NaverReview } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(iamport.naver.confirm({ imp_uid: 'imp_1' })).resolves.toBeVoid();
expectTypeOf(iamport.naver.accruePoints({ imp_uid: 'imp_1' })).resolves.toBeVoid();
expectTypeOf(iamport.naver.cashAmount({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<NaverCashAmount>();
expectTypeOf(iamport.naver.listProductOrders({ imp_uid: 'imp_1' })).resolves.toEqualTypeOf<NaverProductOrder[]>();
expectTypeOf(iamport.naver.getProductOrder({ product_order_id: '1' })).resolves.toEqualTypeOf<NaverProductOrder>();
expectTypeOf(
  iamport.naver.listReviews({ channel_key: 'k', from: 1, to: 2, review_type: 'general' }),
).resolves.toEqualTypeOf<NaverReview[]>();
expectTypeOf(iamport.naver.place({ imp_uid: 'imp_1', product_order_id: ['1'] })).resolves.toEqualTypeOf<
  NaverProductOrder[]
>();
expectTypeOf(
  iamport.naver.ship({ imp_uid: 'imp_1', delivery_method: 'DELIVERY', dispatched_at: 1700000000 }),
).resolves.toEqualTypeOf<NaverProductOrder[]>();
expectTypeOf(iamport.naver.cancel({ imp_uid: 'imp_1', product_order_id: ['1'] })).resolves.toEqualTypeOf<
  NaverProductOrder[]
>();
expectTypeOf(iamport.naver.approveCancel({ imp_uid: 'imp_1', product_order_id: ['1'] })).resolves.toEqualTypeOf<
  NaverProductOrder[]
>();
expectTypeOf(
  iamport.naver.requestReturn({ imp_uid: 'imp_1', delivery_method: 'RETURN_DELIVERY' }),
).resolves.toEqualTypeOf<NaverProductOrder[]>();
expectTypeOf(iamport.naver.approveReturn({ imp_uid: 'imp_1', product_order_id: ['1'] })).resolves.toEqualTypeOf<
  NaverProductOrder[]
>();
expectTypeOf(iamport.naver.rejectReturn({ imp_uid: 'imp_1', memo: '사용한 흔적이 있습니다' })).resolves.toEqualTypeOf<
  NaverProductOrder[]
>();
expectTypeOf(
  iamport.naver.withholdReturn({ imp_uid: 'imp_1', memo: '추가 비용이 남아 있습니다' }),
).resolves.toEqualTypeOf<NaverProductOrder[]>();
expectTypeOf(iamport.naver.resolveReturn({ imp_uid: 'imp_1', product_order_id: ['1'] })).resolves.toEqualTypeOf<
  NaverProductOrder[]
>();
expectTypeOf(iamport.naver.collectExchanged({ imp_uid: 'imp_1', product_order_id: ['1'] })).resolves.toEqualTypeOf<
  NaverProductOrder[]
>();
expectTypeOf(iamport.naver.shipExchanged({ imp_uid: 'imp_1', delivery_method: 'DELIVERY' })).resolves.toEqualTypeOf<
  NaverProductOrder[]
>();
