import { expectTypeOf } from 'vitest';

import type { Iamport, KakaoOrderPage } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

// eslint-disable-next-line @typescript-eslint/no-deprecated -- retired methods are typed too
expectTypeOf(iamport.kakao.listOrders({ payment_request_date: '20231114' })).resolves.toEqualTypeOf<KakaoOrderPage>();
