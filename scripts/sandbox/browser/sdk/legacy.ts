import { callSdk, type Callback } from './call-sdk.js';
import { openWishList } from './wish-list.js';
import { originOf, type SdkCall } from './wire.js';

// iamport.payment-1.2.0.js: the functions, alerts and texts of the first generation.

const NOT_INITIALISED = '판매자 코드가 설정되지 않았습니다. IMP.init()함수를 먼저 호출하세요.';
const NO_PARAMS = '결제요청 파라메터가 누락되었습니다.';

const origin = originOf(document.currentScript);
const account: { userCode: string | null; tierCode: string | null } = { userCode: null, tierCode: null };

function start(kind: SdkCall['kind'], params: SdkCall['params'] | undefined, callback?: Callback): false | undefined {
  const { userCode, tierCode } = account;
  if (userCode === null || typeof params !== 'object') {
    alert(userCode === null ? NOT_INITIALISED : NO_PARAMS);
    return false;
  }
  void callSdk({ origin, callback, call: { kind, userCode, tierCode, params, sdk: 'legacy' } });
  return undefined;
}

const IMP = {
  version: '1.2.0',
  init(userCode: string): void {
    account.userCode = userCode;
  },
  agency(userCode: string, tierCode: string): void {
    Object.assign(account, { userCode, tierCode });
  },
  request_pay: (params?: SdkCall['params'], callback?: Callback) => start('payment', params, callback),
  certification: (params?: SdkCall['params'], callback?: Callback) => start('certification', params, callback),
  naver_zzim(params: SdkCall['params'] = {}): void {
    const { userCode, tierCode } = account;
    if (userCode === null) alert(NOT_INITIALISED);
    else openWishList({ origin, userCode, tierCode, params });
  },
  communicate: (): void => undefined,
  close: (): void => document.querySelector('[data-testid=iamport-sandbox-frame]')?.remove(),
};

Object.assign(window, { IMP });
