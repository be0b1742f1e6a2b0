import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { readSamples } from '../browser/samples.js';
import { compile } from '../compile.js';

describe.each(['en', 'ko'] as const)(
  'the samples of the guide to the browser SDK: %s',
  { timeout: 120_000 },
  (language) => {
    const scripts = [...readSamples(language)].filter(([name]) => /\.tsx?$/.test(name));
    const order = "import type { Order } from './pay.js';\nexport declare const order: Order;\n";

    it('are for plain pages, React and Vue', () => {
      expect(scripts.map(([name]) => name)).toEqual(
        expect.arrayContaining(['pay.ts', 'plain.ts', 'PayButton.tsx', 'PayButton.vue.ts']),
      );
    });

    it('compile', () => {
      expect(compile(new Map([...scripts, ['order.ts', order]]))).toEqual([]);
    });

    it('do not compile with a mistake in them', () => {
      const wrong = scripts.map(([name, text]): [string, string] => [
        name,
        text
          .replace('amount: order.amount', 'amount: String(order.amount)')
          .replace(/await pay\([^)]+\)/, 'await pay()'),
      ]);
      const problems = compile(new Map([...wrong, ['order.ts', order]]));
      expect(problems.map((each) => each.split(':')[0]).sort()).toEqual([
        'PayButton.tsx',
        'PayButton.vue.ts',
        'pay.ts',
        'plain.ts',
      ]);
    });
  },
);

/** Code as it is written for `iamport-typings`, on all of its names. */
const WRITTEN_FOR_TYPINGS: Readonly<Record<string, string>> = {
  'default.ts': `
import Iamport from 'iamport-typings';
const { IMP } = window;
export const sdk: Iamport | undefined = IMP;
declare global { interface Window { IMP?: Iamport } }
IMP?.init('imp00000000');
`,
  'pay.ts': `
import { RequestPayParams, RequestPayResponse, RequestPayResponseCallback } from 'iamport-typings';
const onDone: RequestPayResponseCallback = (response: RequestPayResponse) => {
  const { success, imp_success, error_code, error_msg, imp_uid, merchant_uid, paid_amount, status } = response;
  if (success || imp_success) console.log(imp_uid?.length, merchant_uid.length, paid_amount?.toFixed(), status === 'paid');
  else alert(error_code + ': ' + error_msg?.trim());
};
const params: RequestPayParams = {
  pg: 'html5_inicis.INIpayTest', pay_method: 'card', merchant_uid: \`mid_\${new Date().getTime()}\`, amount: 1000,
  name: 'order', buyer_name: 'a', buyer_tel: '010', buyer_email: 'a@b.c', buyer_addr: 'x', buyer_postcode: '1',
  escrow: false, custom_data: { any: [1] }, tax_free: 0, vat: 90, vat_amount: null, currency: 'KRW', language: 'ko',
  confirm_url: 'x', notice_url: ['x'], customer_uid: 'k', display: { card_quota: [2, 3] },
  card: { direct: { code: '361', quota: 0 }, detail: [{ card_code: '366', enabled: true }] },
  digital: true, vbank_due: '20301231', m_redirect_url: 'x', app_scheme: 'x', biz_num: '1',
  escrowProducts: [{ id: '1', name: 'x', code: 'c', unitPrice: 1, quantity: 1 }],
};
window.IMP!.request_pay(params, onDone);
window.IMP?.request_pay(params);
`,
  'spread.ts': `
import { RequestPayAdditionalParams, RequestPayAdditionalResponse, RequestPayParams, RequestPayResponse } from 'iamport-typings';
export class Checkout {
  private params: Partial<RequestPayParams> = {};
  set<Key extends keyof RequestPayParams>(key: Key, value: RequestPayParams[Key]): this { this.params[key] = value; return this; }
  pay(more: RequestPayAdditionalParams): Promise<RequestPayResponse> {
    return new Promise((resolve, reject) => {
      const { amount = 0, merchant_uid = '', buyer_tel = '' } = this.params;
      window.IMP?.request_pay({ ...this.params, ...more, amount, merchant_uid, buyer_tel }, (response) =>
        response.error_msg ? reject(new Error(response.error_msg)) : resolve(response));
    });
  }
}
export const account = ({ vbank_num, vbank_name, vbank_date }: RequestPayAdditionalResponse): string =>
  [vbank_name, vbank_num, vbank_date && new Date(vbank_date * 1000).toISOString()].join(' ');
`,
  'lists.ts': `
import { CardCode, Currency, EscrowProduct, Language, PaymentMethod, PayPalSupportedCurrency, Pg } from 'iamport-typings';
export const pgs: Pg[] = ['html5_inicis', 'kakaopay', 'tosspay_v2'];
export const methods: Record<string, PaymentMethod> = { card: 'card', phone: 'phone', points: 'naverpay_point' };
export const [code, currency, dollars, language]: [CardCode, Currency, PayPalSupportedCurrency, Language] = ['361', 'KRW', 'USD', 'en'];
export const product: EscrowProduct = { id: '1', name: 'x', code: 'c', unitPrice: 1, quantity: 1 };
`,
  'naver.ts': `
import { NaverPayReferrer, NaverProduct, NaverProductCategoryId, NaverProductCategoryType, RequestPayNaverAdditionalParams, RequestPayNaverParams } from 'iamport-typings';
const product: NaverProduct = {
  categoryType: NaverProductCategoryType.BOOK, categoryId: NaverProductCategoryId.GENERAL, uid: '1', name: 'x',
  payReferrer: NaverPayReferrer.NAVER_BOOK, count: 1,
};
const more: RequestPayNaverAdditionalParams = { naverUseCfm: '20301231', naverPopupMode: false, naverProducts: [product] };
const params: RequestPayNaverParams = { pg: 'naverpay', merchant_uid: 'o', amount: 1, buyer_tel: '010', ...more };
window.IMP?.request_pay(params, ({ imp_uid }) => imp_uid);
`,
};

describe('code written for iamport-typings', { timeout: 120_000 }, () => {
  const problemsWith = (library: string): string[] => {
    const files = Object.entries(WRITTEN_FOR_TYPINGS).map(
      ([name, text]) => [name, text.replace('iamport-typings', library)] as const,
    );
    // As most projects of web pages are set up.
    return compile(new Map(files), { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler });
  };

  it('compiles', () => {
    expect(problemsWith('iamport-typings')).toEqual([]);
  });

  it('compiles with the import changed', () => {
    expect(problemsWith('iamport-kit/browser/global')).toEqual([]);
  });
});
