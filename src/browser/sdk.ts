import type {
  CertificationRequest,
  LoadModuleOptions,
  NaverZzimRequest,
  PaymentRequest,
} from '../../generated/models.js';

/** `window.IMP` of the SDK 1.1 to 1.3. */
export interface Iamport {
  /** Sets the merchant of the page. Call it once. */
  init: (userCode: string) => void;
  /** The same for a sub-merchant: `tierCode` is three capital letters or digits. */
  agency: (userCode: string, tierCode: string) => void;
  /**
   * Opens the window of the payment gateway. Without a callback, or if the window replaces the page, the customer
   * returns to `m_redirect_url` instead.
   */
  request_pay: (params: PaymentRequest, callback?: RequestPayResponseCallback) => void;
  /** Opens the window for an identity verification. */
  certification: (params: CertificationRequest, callback?: (response: CertificationResponse) => void) => void;
  /**
   * Renders a gateway's buttons or widget into `<div class="portone-ui-container" data-portone-ui-type="…">`. SDK 1.3.
   */
  loadUI: (uiType: UiType, params: PaymentRequest, callback?: RequestPayResponseCallback) => void;
  /** Updates the parameters of `loadUI`. SDK 1.3. */
  updateLoadUIRequest: (uiType: UiType, params: PaymentRequest) => void;
  /** Loads a module of Toss Brandpay. SDK 1.3. */
  loadModule: (
    moduleType: 'toss-brandpay',
    shop: { readonly userCode: string; readonly tierCode?: string },
    options: LoadModuleOptions,
  ) => Promise<BrandpayModule>;
  /** Adds products to the wish list of Naver Pay, without a callback. */
  naver_zzim: (params: NaverZzimRequest) => void;
  /** Passes a message to the open window. Undocumented. */
  communicate: (message: object) => void;
  /** Closes the window. Undocumented. */
  close: () => void;
  /** Removes the SDK from the page. Undocumented, in `iamport.esm.js` only. */
  deinit?: () => void;
}

/** Types of user interface that `loadUI` renders; more may follow. */
export type UiType = 'paypal-spb' | 'paypal-rt' | 'toss-brandpay-widget' | 'payment-bridge' | (string & {});

/** Module of Toss Brandpay. */
export interface BrandpayModule {
  /** Lets the customer change the password. */
  setupPassword: () => unknown;
  /** Cards and accounts that the customer has registered. */
  getPaymentMethods: () => unknown;
  /** Opens the customer's settings. */
  openSettings: () => unknown;
}

/**
 * The callback argument of `request_pay`. For newer gateways SDK 1.3 sends two or three keys without `success`; for
 * older ones `error_code` and `error_msg` are null on success. `toBrowserResult` converts all of them to one form.
 */
export interface RequestPayResponse extends RequestPayAdditionalResponse {
  success?: boolean;
  imp_success?: boolean;
  error_code?: string;
  error_msg?: string;
  imp_uid: string | null;
  merchant_uid: string;
  pay_method?: string;
  paid_amount?: number;
  status?: 'ready' | 'paid' | 'failed';
  name?: string;
  pg_provider?: string;
  emb_pg_provider?: string;
  pg_tid?: string;
  pg_type?: string;
  currency?: string;
  /** Unix seconds. */
  paid_at?: number;
  receipt_url?: string;
  buyer_name?: string;
  buyer_email?: string;
  buyer_tel?: string;
  buyer_addr?: string;
  buyer_postcode?: string;
  custom_data?: unknown;
  customer_uid?: string | null;
}

/** Fields of a result that depend on the payment method. */
export interface RequestPayAdditionalResponse {
  apply_num?: string;
  vbank_num?: string;
  vbank_name?: string;
  vbank_holder?: string | null;
  /** Unix seconds. */
  vbank_date?: number;
}

/** Callback of `request_pay`. */
export type RequestPayResponseCallback = (response: RequestPayResponse) => void;

/** The callback argument of `certification`. It does not identify the person: read that on the server. */
export interface CertificationResponse {
  success?: boolean;
  imp_uid?: string | null;
  merchant_uid?: string | null;
  error_code?: string | null;
  error_msg?: string | null;
}

/** The SDK of this page; undefined if it is not loaded. */
export function sdkOfPage(): Iamport | undefined {
  // Defined by the SDK's script.
  return (globalThis as { readonly IMP?: Iamport }).IMP;
}
