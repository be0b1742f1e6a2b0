/** What the sandbox asks about a payment gateway. */
export interface Gateway {
  readonly code: string;
  /** Whether `v1/iamport.js` opens it with its new core, whose callback holds two keys only. */
  readonly isNewCore: boolean;
  /** What a window does for a billing key: pays as well, only issues the key, or by the amount. */
  readonly keyWindow: 'pays' | 'issues' | 'by-amount';
  readonly vbankApi: { readonly issue: boolean; readonly change: boolean; readonly close: boolean };
  readonly hasEscrow: boolean;
  readonly hasDeliveryApi: boolean;
  readonly hasCashReceipts: boolean;
  /** Fields that a cancellation of a virtual account needs. */
  readonly refundFields: readonly string[];
  /** Fields that every cancellation needs. */
  readonly cancelFields: readonly string[];
  /** Whether a cancellation needs `tax_free` when the payment had a part free of tax. */
  readonly needsTaxFree: boolean;
  /** Means of payment that cannot be cancelled in part. */
  readonly wholeCancelOnly: readonly string[];
  /** How a phone's browser comes back. */
  readonly mobile: 'redirect' | 'callback';
  /** How a desktop's window opens. */
  readonly desktop: 'iframe' | 'popup' | 'redirect';
  /** The only means of payment, or null when the caller chooses. */
  readonly onlyMethod: string | null;
  readonly currency: string;
}

const has = (codes: string, code: string): boolean => codes.split(' ').includes(code);

const NEW_CORE =
  'tosspayments toss_brandpay ksnet smartro_v2 nice_v2 welcome tosspay_v2 paypal_v2 inicis_jp payletter_global galaxia kicc_v2 mobilians_v2';
const KEY_WINDOW_PAYS = 'mobilians mobilians_v2 paymentwall payletter_global';
const KEY_WINDOW_BY_AMOUNT = 'danal_tpay danal settle_acc kakaopay';
const VBANK_ISSUE = 'html5_inicis inicis tosspayments nice nice_v2 ksnet smartro_v2 settle welcome';
const VBANK_CHANGE = 'settle';
const VBANK_CLOSE =
  'html5_inicis inicis uplus tosspayments nice nice_v2 kicc danal ksnet smartro smartro_v2 settle welcome';
const ESCROW =
  'html5_inicis kcp uplus tosspayments nice smartro welcome nice_v2 smartro_v2 kicc daou mobilians_v2 galaxia ksnet';
const DELIVERY_API = 'html5_inicis kcp nice_v2 daou ksnet smartro_v2 welcome';
const CASH_RECEIPTS =
  'html5_inicis inicis kcp uplus tosspayments nice nice_v2 kicc daou ksnet smartro smartro_v2 settle welcome payco';
const NEEDS_TAX_FREE = 'kcp kcp_quick kicc nice payco';
const DESKTOP_POPUP =
  'kcp_quick smartro tosspay chai smartro_v2 settle settle_acc galaxia tosspay_v2 payco paypal_v2 eximbay kicc_v2';
const DESKTOP_REDIRECT = 'naverpay naverco paypal payletter_global inicis_jp';
const MOBILE_CALLBACK = 'danal_tpay danal toss_brandpay payco paypal_v2 eximbay';

const ONLY_METHOD: Readonly<Record<string, string>> = {
  kakaopay: 'point',
  naverpay: 'naverpay',
  naverco: 'naverpay',
  payco: 'payco',
  smilepay: 'point',
  paypal: 'paypal',
  paypal_v2: 'paypal',
  danal: 'phone',
  settle_acc: 'trans',
};
const WHOLE_CANCEL_ONLY: Readonly<Record<string, readonly string[]>> = {
  tosspayments: ['cultureland', 'smartculture', 'booknlife'],
  daou: ['booknlife', 'smartculture', 'phone'],
  mobilians: ['phone', 'smartculture'],
};
// Partial cancellations of phone bills exist at these only.
const PARTIAL_PHONE = 'html5_inicis kcp';
const CANCEL_FIELDS: Readonly<Record<string, readonly string[]>> = { naverpay: ['reason', 'extra'] };
const CURRENCIES: Readonly<Record<string, string>> = {
  paypal: 'USD',
  paypal_v2: 'USD',
  eximbay: 'USD',
  inicis_jp: 'JPY',
};

/** What is known of a gateway. Codes that the tables do not know are taken as gateways of the old core. */
export function gatewayOf(code: string): Gateway {
  return {
    code,
    isNewCore: has(NEW_CORE, code),
    keyWindow: keyWindowOf(code),
    vbankApi: { issue: has(VBANK_ISSUE, code), change: has(VBANK_CHANGE, code), close: has(VBANK_CLOSE, code) },
    hasEscrow: has(ESCROW, code),
    hasDeliveryApi: has(DELIVERY_API, code),
    hasCashReceipts: has(CASH_RECEIPTS, code),
    refundFields: [
      'refund_holder',
      'refund_bank',
      'refund_account',
      ...(code.startsWith('smartro') ? ['refund_tel'] : []),
    ],
    cancelFields: CANCEL_FIELDS[code] ?? [],
    needsTaxFree: has(NEEDS_TAX_FREE, code),
    wholeCancelOnly: [...(WHOLE_CANCEL_ONLY[code] ?? []), ...(has(PARTIAL_PHONE, code) ? [] : ['phone'])],
    mobile: has(MOBILE_CALLBACK, code) ? 'callback' : 'redirect',
    desktop: has(DESKTOP_REDIRECT, code) ? 'redirect' : has(DESKTOP_POPUP, code) ? 'popup' : 'iframe',
    onlyMethod: ONLY_METHOD[code] ?? null,
    currency: CURRENCIES[code] ?? 'KRW',
  };
}

function keyWindowOf(code: string): Gateway['keyWindow'] {
  if (has(KEY_WINDOW_PAYS, code)) return 'pays';
  return has(KEY_WINDOW_BY_AMOUNT, code) ? 'by-amount' : 'issues';
}
