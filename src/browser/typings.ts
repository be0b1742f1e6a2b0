// The names of the package `iamport-typings`, so that code written for it compiles with the import changed.
import type { PaymentRequest } from '../../generated/models.js';

/** Parameters of `request_pay` that pay. To issue a billing key only, `PaymentRequest` has no `amount`. */
export type RequestPayParams = PaymentRequest & { merchant_uid: string; amount: number };

/** Parameters that depend on how the customer pays. */
export type RequestPayAdditionalParams = Pick<
  PaymentRequest,
  'digital' | 'vbank_due' | 'm_redirect_url' | 'app_scheme' | 'biz_num'
>;

/** Parameters of a Naver Pay order. */
export type RequestPayNaverParams = RequestPayParams & RequestPayNaverAdditionalParams;

/** Parameters that Naver Pay adds. */
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

/** How the customer pays. */
export type PaymentMethod = NonNullable<PaymentRequest['pay_method']>;

/** Code of a card company. */
export type CardCode = string;

/** A currency that PayPal takes. */
export type PayPalSupportedCurrency =
  | ('AUD' | 'BRL' | 'CAD' | 'CNY' | 'CZK' | 'DKK' | 'EUR' | 'HKD' | 'HUF' | 'ILS' | 'JPY' | 'MYR')
  | ('MXN' | 'TWD' | 'NZD' | 'NOK' | 'PHP' | 'PLN' | 'GBP' | 'SGD' | 'SEK' | 'CHF' | 'THB' | 'USD');

/** Each name stands for itself. */
type Named<Names extends string> = { readonly [Name in Names]: Name };

function named<const Names extends string>(names: readonly Names[]): Named<Names> {
  // Object.fromEntries knows no keys; each name is one.
  return Object.fromEntries(names.map((name) => [name, name])) as Named<Names>;
}

/** Kinds of products at Naver Pay. */
export const NaverProductCategoryType = /* @__PURE__ */ named([
  ...(['BOOK', 'MUSIC', 'MOVIE', 'PRODUCT', 'PLAY', 'TRAVEL', 'INSURANCE', 'FLIGHT', 'FOOD', 'ETC'] as const),
]);

/** Kind of a product at Naver Pay. */
export type NaverProductCategoryType = keyof typeof NaverProductCategoryType;

/** Kinds within the kinds. */
export const NaverProductCategoryId = /* @__PURE__ */ named([
  ...(['GENERAL', 'USED', 'TICKET', 'EBOOK', 'CD', 'LP', 'DVD', 'BLUERAY', 'VOD', 'CASHABLE', 'CLAIM'] as const),
  ...(['DIGITAL_CONTENT', 'SUPPORT', 'DOMESTIC', 'OVERSEA', 'CAR', 'DRIVER', 'HEALTH', 'CHILD', 'TRAVELER'] as const),
  ...(['GOLF', 'ANNUITY', 'ANNUITY_SAVING', 'SAVING', 'VARIABLE_ANNUITY', 'CANCER', 'DENTIST', 'ACCIDENT'] as const),
  ...(['SEVERANCE', 'PHONE', 'PET', 'DELIVERY', 'ETC'] as const),
]);

/** Kind within the kind. */
export type NaverProductCategoryId = keyof typeof NaverProductCategoryId;

/** Where a customer of Naver Pay may come from. */
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

/** Where the customer came from. */
export type NaverPayReferrer = keyof typeof NaverPayReferrer;
