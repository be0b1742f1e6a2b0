import { expectTypeOf } from 'vitest';

import {
  certify,
  checkPaymentRequest,
  loadIamport,
  NaverProductCategoryType,
  requestPay,
  type BrowserFailure,
  type BrowserSuccess,
  type ClassicPayResult,
  type Iamport,
  type PayRedirectResult,
  type PayResult,
  type RequestIssue,
  type RequestPayParams,
  type RequestPayResponse,
} from '../../src/browser.js';
import type {} from '../../src/browser-global.js';

// Compiled by `tsc`, never run: a wrong type is a compile error.

declare const page: Window;
declare const IMP: Iamport;

expectTypeOf(page.IMP).toEqualTypeOf<Iamport | undefined>();
expectTypeOf(loadIamport({ userCode: 'imp00000000' })).resolves.toEqualTypeOf<Iamport>();
expectTypeOf(requestPay({ merchant_uid: 'o', amount: 1 })).resolves.toEqualTypeOf<BrowserSuccess | BrowserFailure>();
expectTypeOf(certify({ merchant_uid: 'o' })).resolves.toEqualTypeOf<BrowserSuccess | BrowserFailure>();
expectTypeOf(checkPaymentRequest({}, { pg: 'kcp' })).resolves.toEqualTypeOf<readonly RequestIssue[]>();

void requestPay({ merchant_uid: 'o', amount: 1 }).then((result) => {
  if (result.outcome === 'succeeded') expectTypeOf(result.imp_uid).toEqualTypeOf<string>();
  else expectTypeOf(result.error_msg).toEqualTypeOf<string | undefined>();
});

// Results as the SDK sends them: success and failure narrow, in both generations and in a redirect.
expectTypeOf<Extract<ClassicPayResult, { success: true }>['imp_uid']>().toEqualTypeOf<string>();
expectTypeOf<Extract<ClassicPayResult, { success: false }>['imp_uid']>().toEqualTypeOf<string | null | undefined>();
expectTypeOf<Extract<PayRedirectResult, { imp_success: 'false' }>['imp_uid']>().toEqualTypeOf<string | undefined>();
declare const result: PayResult;
if ('error_code' in result) expectTypeOf(result.imp_uid).toEqualTypeOf<string | null | undefined>();
else expectTypeOf(result.imp_uid).toEqualTypeOf<string>();
// @ts-expect-error a success has no code
if (!('error_code' in result)) expectTypeOf(result.error_code).toBeString();

// Every function of the SDK.
IMP.init('imp00000000');
IMP.agency('imp00000000', 'ABC');
IMP.request_pay({ merchant_uid: 'o', amount: 1, bypass: { anything: true, nice_v2: { MallUserID: 'u' } } });
IMP.certification({ merchant_uid: 'o' }, ({ success, error_msg: message }) => [success, message]);
IMP.loadUI('paypal-spb', { merchant_uid: 'o', amount: 1 }, ({ imp_uid: id }) => id);
IMP.updateLoadUIRequest('paypal-spb', { amount: 2 });
void IMP.loadModule('toss-brandpay', { userCode: 'imp00000000' }, { customerKey: 'k' }).then((module) =>
  module.openSettings(),
);
IMP.naver_zzim({ naverProducts: [{ id: '1', name: 'x', uprice: 1, url: 'https://shop.example.com' }] });
IMP.communicate({ result: 'process' });
IMP.close();
IMP.deinit?.();

// Open lists take new values.
IMP.request_pay({ merchant_uid: 'o', amount: 1, pay_method: 'a-new-one', pg: 'kcp.T0000' });

// Misuse.
// @ts-expect-error amount is a number
void requestPay({ merchant_uid: 'o', amount: '1004' });
// @ts-expect-error merchant_uid is a text
void requestPay({ merchant_uid: 7, amount: 1004 });
// @ts-expect-error an amount, or a billing key
void requestPay({ merchant_uid: 'o' });
// @ts-expect-error booleans are no texts
void requestPay({ merchant_uid: 'o', amount: 1, escrow: 'true' });
// @ts-expect-error a misspelt name
void requestPay({ merchant_uid: 'o', amount: 1, buyer_add: 'x' });
// @ts-expect-error products are a list
IMP.request_pay({ merchant_uid: 'o', amount: 1, naverProducts: { id: '1' } });
// @ts-expect-error products of KCP have a number
IMP.request_pay({ merchant_uid: 'o', amount: 1, kcpProducts: [{ name: 'x', quantity: 1, amount: 1 }] });
// @ts-expect-error merchant_uid is required
void certify({});
// @ts-expect-error a shop's code
IMP.init();
// @ts-expect-error the shop's code and the tier's
IMP.agency('imp00000000');
// @ts-expect-error the kind of the interface comes first
IMP.loadUI({ merchant_uid: 'o', amount: 1 });
// @ts-expect-error whose shop
void loadIamport({});
// @ts-expect-error the kind of the interface comes first
IMP.updateLoadUIRequest({ amount: 2 });
// @ts-expect-error merchant_uid is required
IMP.certification({});
// @ts-expect-error products are required
IMP.naver_zzim({});
// @ts-expect-error a message is an object
IMP.communicate('process');
// @ts-expect-error nothing to pass
IMP.close(1);
// @ts-expect-error only one build of the SDK has it
IMP.deinit();
// @ts-expect-error no such language
void checkPaymentRequest({}, { language: 'ja' });
// @ts-expect-error the only module
void IMP.loadModule('other', { userCode: 'imp00000000' }, { customerKey: 'k' });

// Code written for iamport-typings, with the import changed.
const params: RequestPayParams = {
  pg: 'html5_inicis',
  pay_method: 'card',
  merchant_uid: `mid_${new Date().getTime()}`,
  amount: 1000,
  name: '아임포트 결제 데이터 분석',
  buyer_name: '홍길동',
  buyer_tel: '01012341234',
  buyer_email: 'example@example.com',
  naverProducts: [
    { categoryType: NaverProductCategoryType.BOOK, categoryId: 'GENERAL', uid: '1', name: 'x', count: 1 },
  ],
};
const onPaymentAccepted = (response: RequestPayResponse): void => {
  const { success, imp_uid, merchant_uid, error_msg } = response;
  expectTypeOf([success, imp_uid, merchant_uid, error_msg]).toEqualTypeOf<(string | boolean | null | undefined)[]>();
};
page.IMP?.request_pay(params, onPaymentAccepted);
