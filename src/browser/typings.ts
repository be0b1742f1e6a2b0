// The names of the package `iamport-typings`, so that code written for it compiles with the import changed.
import type { PaymentRequest } from '../../generated/models.js';

/** Parameters of `request_pay` for a payment. To issue only a billing key, use `PaymentRequest` without `amount`. */
export type RequestPayParams = PaymentRequest & { merchant_uid: string; amount: number };

/** Parameters that depend on the payment method. */
export type RequestPayAdditionalParams = Pick<
  PaymentRequest,
  'digital' | 'vbank_due' | 'm_redirect_url' | 'app_scheme' | 'biz_num'
>;

/** Parameters of a Naver Pay order. */
export type RequestPayNaverParams = RequestPayParams & RequestPayNaverAdditionalParams;

/** Additional parameters of Naver Pay. */
export interface RequestPayNaverAdditionalParams {
  naverUseCfm: string;
  naverPopupMode: boolean;
  naverProducts: NaverProduct[];
}

/** A product of a Naver Pay order. */
export interface NaverProduct {
  categoryType: NaverProductCategoryType;
  categoryId: NaverProductCategoryId;
  uid: string;
  name: string;
  count: number;
  payReferrer?: NaverPayReferrer;
}

/** A product of an escrow order. */
export interface EscrowProduct {
  id: string;
  name: string;
  code: string;
  unitPrice: number;
  quantity: number;
}

/** Currency (ISO 4217). */
export type Currency = PayPalSupportedCurrency | 'KRW' | (string & {});

/** Language of the window. */
export type Language = 'en' | 'ko' | 'zh';

/** Code of a gateway. */
export type Pg = NonNullable<PaymentRequest['pg']>;

/** Payment method. */
export type PaymentMethod = NonNullable<PaymentRequest['pay_method']>;

/** Code of a card company. */
export type CardCode = string;

/** A currency that PayPal supports. */
export type PayPalSupportedCurrency =
  | ('AUD' | 'BRL' | 'CAD' | 'CNY' | 'CZK' | 'DKK' | 'EUR' | 'HKD' | 'HUF' | 'ILS' | 'JPY' | 'MYR')
  | ('MXN' | 'TWD' | 'NZD' | 'NOK' | 'PHP' | 'PLN' | 'GBP' | 'SGD' | 'SEK' | 'CHF' | 'THB' | 'USD');

/** Maps each name to itself. */
type Named<Names extends string> = { readonly [Name in Names]: Name };

function named<const Names extends string>(names: readonly Names[]): Named<Names> {
  // Object.fromEntries loses the key types.
  return Object.fromEntries(names.map((name) => [name, name])) as Named<Names>;
}

/** Product types of Naver Pay. */
export const NaverProductCategoryType = /* @__PURE__ */ named([
  ...(['BOOK', 'MUSIC', 'MOVIE', 'PRODUCT', 'PLAY', 'TRAVEL', 'INSURANCE', 'FLIGHT', 'FOOD', 'ETC'] as const),
]);

/** Product type of Naver Pay. */
export type NaverProductCategoryType = keyof typeof NaverProductCategoryType;

/** Product subtypes of Naver Pay. */
export const NaverProductCategoryId = /* @__PURE__ */ named([
  ...(['GENERAL', 'USED', 'TICKET', 'EBOOK', 'CD', 'LP', 'DVD', 'BLUERAY', 'VOD', 'CASHABLE', 'CLAIM'] as const),
  ...(['DIGITAL_CONTENT', 'SUPPORT', 'DOMESTIC', 'OVERSEA', 'CAR', 'DRIVER', 'HEALTH', 'CHILD', 'TRAVELER'] as const),
  ...(['GOLF', 'ANNUITY', 'ANNUITY_SAVING', 'SAVING', 'VARIABLE_ANNUITY', 'CANCER', 'DENTIST', 'ACCIDENT'] as const),
  ...(['SEVERANCE', 'PHONE', 'PET', 'DELIVERY', 'ETC'] as const),
]);

/** Product subtype of Naver Pay. */
export type NaverProductCategoryId = keyof typeof NaverProductCategoryId;

/** Referrers of Naver Pay customers. */
export const NaverPayReferrer = /* @__PURE__ */ named([
  ...([
    'NAVER_BOOK',
    'NAVER_MUSIC',
    'NAVER_SHOPPING',
    'NAVER_MAP',
    'NAVER_PLACE',
    'SEARCH_AD',
    'NAVER_SEARCH',
  ] as const),
  ...(['BRAND_SEARCH', 'PARTNER_DIRECT', 'ETC'] as const),
]);

/** Referrer of a Naver Pay customer. */
export type NaverPayReferrer = keyof typeof NaverPayReferrer;
