import { callbackOf } from '../model/callback.js';
import { ControlError } from '../model/control-error.js';
import type { Fields } from '../control/control-routes.js';
import type { Sandbox } from '../server/create-sandbox.js';
import { keyOf } from './open-routes.js';

/** What a page learns when its window has ended; null where the browser is lost. */
export interface Ended {
  readonly end: { readonly callback: Readonly<Record<string, unknown>>; readonly returnTo: string | null } | null;
}

interface End {
  readonly callback: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, string>>;
  readonly redirectUrl: string | null;
}

/** A button of the checkout page was pressed. */
export async function endCheckout(sandbox: Sandbox, fields: Fields): Promise<Ended> {
  const merchant = sandbox.merchant(keyOf(fields));
  const imp_uid = String(fields.imp_uid);
  const text = (name: string): string | undefined => (typeof fields[name] === 'string' ? fields[name] : undefined);
  switch (fields.action) {
    case 'approve':
      return endedBy(await merchant.approve(imp_uid, {}));
    case 'other':
      return endedBy(await merchant.approve(imp_uid, { amount: amountOf(fields) }));
    case 'lose':
      return endedBy(await merchant.approve(imp_uid, { order: 'browser-lost' }));
    case 'decline':
      return endedBy(await merchant.endWindow('window.decline', { imp_uid, code: text('code'), text: text('text') }));
    case 'close':
      return endedBy(await merchant.endWindow('window.close', { imp_uid }));
    default:
      throw new ControlError('unknown-action', { name: String(fields.action) });
  }
}

/** A button of the certification page was pressed. */
export async function endCertification(sandbox: Sandbox, fields: Fields): Promise<Ended> {
  const merchant = sandbox.merchant(keyOf(fields));
  const imp_uid = String(fields.imp_uid);
  const text = (name: string): string | undefined => (typeof fields[name] === 'string' ? fields[name] : undefined);
  if (fields.action === 'certify')
    return endedBy(
      await merchant.command('certification.certify', { imp_uid, name: text('name'), phone: text('phone') }),
    );
  const reason = fields.action === 'fail' ? { text: '[sandbox] 본인인증에 실패하였습니다.' } : {};
  return endedBy(await merchant.command('certification.fail', { imp_uid, ...reason }));
}

/** A popup was closed by force: the result of the payment if it has one, else the customer has cancelled. */
export async function abandon(sandbox: Sandbox, fields: Fields): Promise<{ readonly callback: unknown }> {
  const key = keyOf(fields);
  const imp_uid = String(fields.imp_uid);
  if (fields.kind === 'certification')
    return { callback: (await endCertification(sandbox, { ...fields, key })).end?.callback };
  const record = sandbox.service.world(key).payments.get(imp_uid);
  if (record === undefined) throw new ControlError('unknown-payment', { imp_uid });
  const isOpen = record.wire.status === 'ready' && record.wire.vbank_num === null;
  if (isOpen) return { callback: (await endCheckout(sandbox, { ...fields, key, action: 'close' })).end?.callback };
  const failure = record.wire.status === 'failed' ? { code: null, text: record.wire.fail_reason ?? '' } : null;
  return { callback: callbackOf(record, failure) };
}

function endedBy(end: End | null): Ended {
  if (end === null) return { end: null };
  const { callback, query, redirectUrl } = end;
  return { end: { callback, returnTo: redirectUrl === null ? null : withQuery(redirectUrl, query) } };
}

/** A return address with the result; its own query stays. */
function withQuery(redirectUrl: string, query: Readonly<Record<string, string>>): string {
  const [address = '', hash] = redirectUrl.split('#');
  const joined = `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(query).toString()}`;
  return hash === undefined ? joined : `${joined}#${hash}`;
}

function amountOf({ amount }: Fields): number {
  if (typeof amount === 'number' && Number.isFinite(amount) && amount >= 0) return amount;
  throw new ControlError('not-a-number', { name: 'amount' });
}
