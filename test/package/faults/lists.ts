import assert from 'node:assert/strict';

import { success, type Reaction, type SeenRequest } from '../../runtime/api-server.js';
import { PAYMENT } from '../../runtime/payment.js';
import { openShop } from './shop.js';
import { withServer } from './service.js';

/** Lists of any length come whole, also while they shrink. */
export async function checkLists(): Promise<void> {
  await Promise.all([checkMany(), checkShrinking('payments'), checkShrinking('schedules')]);
}

async function checkMany(): Promise<void> {
  const shop = openShop();
  const ids = Array.from({ length: 2500 }, (_value, index) => `imp_${index}`);
  const isKnown = (id: string): boolean => !id.endsWith('7') && Number(id.slice(4)) < 2300;
  for (const imp_uid of ids.filter(isKnown)) shop.add({ imp_uid });
  await withServer(shop.answer, async ({ iamport, calls }) => {
    const { found, missing } = await iamport.payments.getMany({ imp_uid: [...ids, ...ids.slice(0, 50)] });
    assert.deepEqual([...found.keys()].sort(), ids.filter(isKnown).sort());
    assert.deepEqual([...missing].sort(), ids.filter((id) => !isKnown(id)).sort());
    assert.equal(calls().length, 25);
    for (const { url } of calls()) assert.ok(url.length < 6100);
  });
}

/** Seven items leave the list before each page; whatever stays must come, once. */
async function checkShrinking(what: 'payments' | 'schedules'): Promise<void> {
  const ids = Array.from({ length: 300 }, (_value, index) => `id_${index}`);
  const left = [...ids];
  const answer = ({ url }: SeenRequest): Reaction => {
    const query = new URL(url, 'http://api').searchParams;
    const [page, limit] = [Number(query.get('page')), Number(query.get('limit'))];
    if (left.length > 160) left.splice(0, 7);
    const pages = Math.max(1, Math.ceil(left.length / limit));
    if (page > pages) return { status: 400, body: { code: 1, message: '페이지가 없습니다.', response: null } };
    const list = left.slice((page - 1) * limit, page * limit).map((id) => toItem(what, id));
    return success({ total: left.length, previous: page - 1, next: page < pages ? page + 1 : 0, list });
  };
  await withServer(answer, async ({ iamport }) => {
    const span = { from: 1_700_000_000, to: 1_700_086_400, limit: 20 };
    const items =
      what === 'payments'
        ? iamport.payments.iterate({ ...span, payment_status: 'paid' })
        : iamport.subscriptions.iterateSchedules(span);
    const seen: string[] = [];
    for await (const { merchant_uid } of items) seen.push(merchant_uid);
    assert.equal(new Set(seen).size, seen.length);
    assert.deepEqual(
      left.filter((id) => !seen.includes(id)),
      [],
    );
  });
}

function toItem(what: 'payments' | 'schedules', id: string): object {
  if (what === 'payments') return { ...PAYMENT, imp_uid: id, merchant_uid: id };
  return { merchant_uid: id, schedule_at: 1_700_000_000, amount: 5900, schedule_status: 'scheduled' };
}
