import type { Fields } from '../control/control-routes.js';
import type { Sandbox } from '../server/create-sandbox.js';

/** Writes a call of `IMP.naver_zzim` into the log: it leaves nothing else behind. */
export function noteWishList(sandbox: Sandbox, query: URLSearchParams): void {
  const products = query.getAll('product');
  const text = `naver_zzim    ${products.length} ${products.length === 1 ? 'product' : 'products'}`;
  sandbox.journal.add({ key: query.get('userCode'), kind: 'browser', text, data: { products } });
}

/** Writes a call that the sandbox does not model into the log. */
export function noteUnmodelled(sandbox: Sandbox, { userCode, member }: Fields): { readonly noted: true } {
  const key = typeof userCode === 'string' ? userCode : null;
  sandbox.journal.add({ key, kind: 'note', text: `not modelled  ${String(member).slice(0, 80)}` });
  return { noted: true };
}
