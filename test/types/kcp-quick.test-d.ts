import { expectTypeOf } from 'vitest';

import type { Iamport, KcpQuickAutopayKey, KcpQuickMemberResult, Payment } from '../../src/index.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const iamport: Iamport;

expectTypeOf(
  iamport.kcpQuick.deleteMember({ member_id: 'm', site_code: 's', partner_type: 'p', partner_subtype: 'q' }),
).resolves.toEqualTypeOf<KcpQuickMemberResult['response']>();
expectTypeOf(
  iamport.kcpQuick.releaseFido({ member_id: 'm', channel_key: 'channel-key-00000000-0000-4000-8000-000000000001' }),
).resolves.toBeVoid();
expectTypeOf(
  iamport.kcpQuick.prepare({
    merchant_uid: 'o',
    btid: 'B000000000001',
    cust_ip: '192.0.2.1',
    code_verifier: 'not-a-real-verifier',
  }),
).resolves.toBeVoid();
expectTypeOf(
  iamport.kcpQuick.updatePrepared({
    merchant_uid: 'o',
    btid: 'B000000000001',
    cust_ip: '192.0.2.1',
    code_verifier: 'not-a-real-verifier',
  }),
).resolves.toBeVoid();
expectTypeOf(
  iamport.kcpQuick.payWithMoney({
    member_id: 'garam',
    channel_key: 'channel-key-00000000-0000-4000-8000-000000000001',
    merchant_uid: 'order-7',
    name: '셔츠',
    amount: 11000,
    imp_uid: 'imp_000000000001',
  }),
).resolves.toEqualTypeOf<Payment>();
expectTypeOf(
  iamport.kcpQuick.payWithAutopay({
    customer_uid: 'card_a1b2c3',
    merchant_uid: 'order-8',
    name: '셔츠',
    buyer_name: '김가람',
    amount: 11000,
  }),
).resolves.toEqualTypeOf<Payment>();
expectTypeOf(iamport.kcpQuick.deleteAutopayKey({ customer_uid: 'c' })).resolves.toEqualTypeOf<KcpQuickAutopayKey>();
