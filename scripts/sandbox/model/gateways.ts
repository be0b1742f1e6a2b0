import { pgSupports, type PgFeature } from 'iamport-kit/gateways';

/** What the sandbox asks about a payment gateway. The facts are those of `spec/pgs`. */
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
  /** Means of payment whose cancellation takes effect later; `*` for all of them. */
  readonly cancelsLater: readonly string[];
  /** How a phone's browser comes back. */
  readonly mobile: 'redirect' | 'callback';
  /** How a desktop's window opens. */
  readonly desktop: 'iframe' | 'popup' | 'redirect';
  /** The only means of payment, or null when the caller chooses. */
  readonly onlyMethod: string | null;
  readonly currency: string;
}

const has = (codes: string, code: string): boolean => codes.split(' ').includes(code);

// What the documents of the gateways do not say in one place: read from the SDK and the official notes.
const NEW_CORE =
  'tosspayments toss_brandpay ksnet smartro_v2 nice_v2 welcome tosspay_v2 paypal_v2 inicis_jp payletter_global galaxia kicc_v2 mobilians_v2';
const NEEDS_TAX_FREE = 'kcp kcp_quick kicc nice payco';
/** Paymentwall: with its pingback. Smartro V2: refunds of virtual accounts. KICC V2: WeChat Pay. */
const CANCELS_LATER: Readonly<Record<string, readonly string[]>> = {
  paymentwall: ['*'],
  smartro_v2: ['vbank'],
  kicc_v2: ['wechat'],
};
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

type Facts = Readonly<Record<string, unknown>>;

/** What is known of a gateway. Codes that nothing is known of are taken as gateways of the old core. */
export function gatewayOf(code: string): Gateway {
  // One contract of KG Inicis has two codes: that of the window and that of the API.
  const other = code === 'inicis' ? 'html5_inicis' : code;
  const value = (feature: PgFeature): unknown => pgSupports(code, feature)?.value ?? pgSupports(other, feature)?.value;
  const vbank = factsIn(pgSupports(other, 'vbank_api')?.value);
  const required = listIn(factsIn(value('api_required_params'))['POST /payments/cancel']);
  return {
    code,
    isNewCore: has(NEW_CORE, code),
    keyWindow: keyWindowOf(value('billing_window_also_pays')),
    vbankApi: { issue: vbank.POST === true, change: vbank.PUT === true, close: vbank.DELETE === true },
    hasEscrow: listIn(value('escrow')).length > 0,
    hasDeliveryApi: value('escrow_logis_api') === true,
    hasCashReceipts: listIn(pgSupports(other, 'cash_receipt_api')?.value).length > 0,
    refundFields: [
      'refund_holder',
      'refund_bank',
      'refund_account',
      ...(code.startsWith('smartro') ? ['refund_tel'] : []),
    ],
    cancelFields: required.filter((field) => !field.startsWith('refund_')),
    needsTaxFree: has(NEEDS_TAX_FREE, code),
    wholeCancelOnly: wholeCancelOnlyOf(factsIn(value('partial_cancel_limits'))),
    cancelsLater: CANCELS_LATER[code] ?? [],
    ...deliveryOf(factsIn(value('delivery'))),
    onlyMethod: ONLY_METHOD[code] ?? null,
    currency: currencyOf(listIn(value('currency'))),
  };
}

function factsIn(value: unknown): Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function keyWindowOf(pays: unknown): Gateway['keyWindow'] {
  if (typeof pays !== 'string' || !pays.startsWith('yes')) return 'issues';
  return pays.includes('amount>0') ? 'by-amount' : 'pays';
}

/** Partial cancellations of phone bills exist only where a document says so. */
function wholeCancelOnlyOf({ phone, ...limits }: Facts): string[] {
  const others = Object.entries(limits).filter(([, can]) => can === false);
  return [...others.map(([method]) => method), ...(phone === true || phone === 'on request' ? [] : ['phone'])];
}

function deliveryOf({ pc = '', mobile = 'redirect' }: Facts): Pick<Gateway, 'desktop' | 'mobile'> {
  const [desktop, phone] = [String(pc), String(mobile)];
  const isRedirect = /^redirect(?!\/)/.test(desktop);
  return {
    desktop: isRedirect ? 'redirect' : desktop.includes('popup') ? 'popup' : 'iframe',
    mobile: phone.startsWith('redirect') ? 'redirect' : 'callback',
  };
}

/** The one that a document calls the default, else the first. */
function currencyOf(currencies: readonly string[]): string {
  const chosen = currencies.find((text) => text.includes('default')) ?? currencies[0] ?? '';
  return /^[A-Z]{3}\b/.exec(chosen)?.[0] ?? 'KRW';
}
