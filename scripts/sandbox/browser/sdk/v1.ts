import { loadModule, type Brandpay } from './brandpay.js';
import { callSdk, type Callback } from './call-sdk.js';
import { containerOf, mountButton } from './load-ui.js';
import { openWishList } from './wish-list.js';
import { originOf, type SdkCall } from './wire.js';

// v1/iamport.js (1.3): the functions and texts of the second generation.

const NOT_INITIALISED = '판매자 코드가 설정되지 않았습니다. IMP.init() 또는 IMP.agency() 함수를 먼저 호출하세요.';

const origin = originOf(document.currentScript);
const account: { userCode: string | null; tierCode: string | null } = { userCode: null, tierCode: null };
/** Parameters of loaded UIs by type. `updateLoadUIRequest` replaces them. */
const requests = new Map<string, SdkCall['params']>();

function start(kind: SdkCall['kind'], params: SdkCall['params'] = {}, callback?: Callback): void {
  const { userCode, tierCode } = account;
  if (userCode === null) {
    alert(NOT_INITIALISED);
    return;
  }
  void callSdk({ origin, callback, call: { kind, userCode, tierCode, params, sdk: 'v1' } });
}

function loadUI(uiType: string, params: SdkCall['params'], callback?: Callback): void {
  const code = typeof params.pg === 'string' ? params.pg.split('.')[0] : undefined;
  const container = containerOf(uiType, code);
  if (typeof container === 'string') {
    callback?.({ imp_uid: null, merchant_uid: params.merchant_uid, error_msg: container });
    return;
  }
  requests.set(uiType, params);
  mountButton(container, uiType, () => {
    start('payment', requests.get(uiType), callback);
  });
}

const IMP = {
  version: '1.3.0',
  init(userCode: string): void {
    account.userCode = userCode;
  },
  agency(userCode: string, tierCode: string): void {
    Object.assign(account, { userCode, tierCode });
  },
  request_pay(params?: SdkCall['params'], callback?: Callback): void {
    start('payment', params, callback);
  },
  certification(params?: SdkCall['params'], callback?: Callback): void {
    start('certification', params, callback);
  },
  loadUI,
  updateLoadUIRequest(uiType: string, params: SdkCall['params']): void {
    requests.set(uiType, params);
  },
  loadModule: (name: string, user: { readonly userCode?: string } = {}, options: unknown = {}): Promise<Brandpay> =>
    loadModule(name, { origin, userCode: user.userCode ?? account.userCode, options }),
  naver_zzim(params: SdkCall['params'] = {}): void {
    const { userCode, tierCode } = account;
    if (userCode === null) alert(NOT_INITIALISED);
    else openWishList({ origin, userCode, tierCode, params });
  },
  communicate: (): void => undefined,
  close: (): void => document.querySelector('[data-testid=iamport-sandbox-frame]')?.remove(),
};

Object.assign(window, { IMP });
