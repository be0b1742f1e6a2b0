import { showWindow } from './show-window.js';
import { openOver, type SdkCall } from './wire.js';

/** What a page hands to the SDK. */
export type Callback = (response: Readonly<Record<string, unknown>>) => void;

/** Where the sandbox is, what was called, and who waits for the result. */
export interface Pending {
  readonly origin: string;
  readonly call: SdkCall;
  readonly callback: Callback | undefined;
}

const BLOCKED = {
  payment: '팝업차단을 해제해주셔야 결제창이 나타납니다.',
  certification: '팝업차단을 해제해주셔야 인증창이 나타납니다.',
} as const;
const BROKEN = '결제모듈 구동 중에 오류가 발생하였습니다. 페이지 새로고침 후 다시 시도해주세요.';

/** Carries out `request_pay` or `certification`: opens the window and hands the result to the callback. */
export async function callSdk(pending: Pending): Promise<void> {
  const { origin, call } = pending;
  try {
    const opening = await openOver(origin, call);
    if (opening.outcome === 'refused') {
      refuse(pending, opening.callback);
      return;
    }
    const result = await showWindow({ origin, call, opened: opening, blockedText: BLOCKED[call.kind] });
    if (result !== null) tell(pending, result);
  } catch {
    alert(BROKEN);
  }
}

/** A refusal before the window: the callback gets it; without one it is shown, or taken to the return address. */
function refuse(pending: Pending, response: Readonly<Record<string, unknown>>): void {
  const isRedirecting = typeof pending.call.params.m_redirect_url === 'string' && /Mobi/.test(navigator.userAgent);
  if (pending.callback !== undefined || isRedirecting) tell(pending, response);
  else alert(String(response.error_msg));
}

function tell({ call, callback }: Pending, response: Readonly<Record<string, unknown>>): void {
  if (callback === undefined) {
    redirect(call, response);
    return;
  }
  try {
    callback(response);
  } catch (error) {
    // As the real SDK does: an exception of the page's callback is only reported.
    reportError(error);
  }
}

/** What the SDK does on its own where a page gives no callback. */
function redirect({ params }: SdkCall, response: Readonly<Record<string, unknown>>): void {
  if (typeof params.m_redirect_url !== 'string') return;
  const url = new URL(params.m_redirect_url, location.href);
  const isFailed = response.success === false || response.error_msg !== undefined;
  const values = {
    imp_uid: response.imp_uid,
    merchant_uid: response.merchant_uid,
    imp_success: String(!isFailed),
    ...(isFailed && { error_code: response.error_code, error_msg: response.error_msg }),
  };
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string' && value !== '') url.searchParams.set(name, value);
  location.assign(url);
}
