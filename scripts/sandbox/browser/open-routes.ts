import { ControlError } from '../model/control-error.js';
import { isSandboxKey } from '../model/token.js';
import type { Sandbox } from '../server/create-sandbox.js';
import type { Merchant } from '../server/merchant.js';
import type { Fields } from '../control/control-routes.js';

/** Answers of the routes that the SDK calls, from whichever site the shop is. */
export interface OpenAnswer {
  readonly outcome: 'opened' | 'refused';
  readonly [name: string]: unknown;
}

const NO_MODULE =
  '등록되지 않은 PG모듈 정보입니다. 아임포트 관리자페이지에서 PG모듈 정보를 설정하신 후 다시 시도해주세요.';
const NO_CHANNEL = '결제 창 호출에 실패하였습니다. 채널 정보를 조회하는데 실패하였습니다.';

/** `IMP.request_pay` or `IMP.certification` was called. */
export async function openFromBrowser(sandbox: Sandbox, base: string, fields: Fields): Promise<OpenAnswer> {
  const params = objectOf(fields.params);
  const userCode = String(fields.userCode);
  const sdk = fields.sdk === 'legacy' ? 'legacy' : 'v1';
  if (!isSandboxKey(userCode)) return unknownAccount(sdk, params);
  const merchant = sandbox.merchant(keyOf(fields));
  if (fields.kind === 'certification')
    return openCertification(merchant, base, { params, origin: String(fields.origin) });
  const device = fields.device === 'mobile' ? 'mobile' : 'pc';
  const opened = await merchant.openWindow({ params, sdk, device });
  if (opened.outcome === 'refused') return { outcome: 'refused', callback: opened.callback };
  const { imp_uid, merchant_uid, window } = opened;
  const page = pageOf(base, 'checkout', { key: merchant.key, imp_uid, mode: window, lang: languageOf(params) });
  return { outcome: 'opened', imp_uid, merchant_uid, window, page };
}

interface Caller {
  readonly params: Fields;
  readonly origin: string;
}

async function openCertification(merchant: Merchant, base: string, { params, origin }: Caller): Promise<OpenAnswer> {
  const text = (name: string): string | undefined => (typeof params[name] === 'string' ? params[name] : undefined);
  const { imp_uid } = await merchant.command('certification.open', {
    merchant_uid: text('merchant_uid'),
    pg: text('pg') ?? 'danal',
    channel_key: text('channelKey'),
    name: text('name'),
    phone: text('phone'),
    carrier: text('carrier'),
    redirectUrl: text('m_redirect_url'),
    origin,
  });
  const mode = params.popup === false && text('m_redirect_url') !== undefined ? 'redirect' : 'popup';
  const page = pageOf(base, 'certification', { key: merchant.key, imp_uid, mode, lang: languageOf(params) });
  return { outcome: 'opened', imp_uid, merchant_uid: text('merchant_uid') ?? '', window: mode, page };
}

/** The refusal for a user code that does not begin with `imp_sandbox`. The misspelt key of the old SDK is real. */
function unknownAccount(sdk: 'legacy' | 'v1', { merchant_uid }: Fields): OpenAnswer {
  const callback =
    sdk === 'v1'
      ? { merchant_uid, error_code: 'F400', error_msg: NO_CHANNEL }
      : { imp_success: false, imp_uid: null, merchant_uid, error_coe: 'F1001', error_msg: NO_MODULE };
  return { outcome: 'refused', callback };
}

/** Key of a world: the user code, and the tier of a sub-merchant. */
export function keyOf({ userCode, tierCode, key }: Fields): string {
  if (typeof key === 'string') return key;
  return typeof tierCode === 'string' ? `${String(userCode)}/${tierCode}` : String(userCode);
}

function languageOf({ language }: Fields): string {
  return language === 'en' ? 'en' : 'ko';
}

function pageOf(base: string, name: string, query: Readonly<Record<string, string>>): string {
  return `${base}/_sandbox/${name}?${new URLSearchParams(query).toString()}`;
}

function objectOf(value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new ControlError('not-an-object', { name: 'params' });
}
