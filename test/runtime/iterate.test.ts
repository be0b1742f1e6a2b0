import { describe, expect, it } from 'vitest';

import type { IteratePaymentsInput, Payment } from '../../src/index.js';
import { openSandboxShop, type SandboxShop } from './sandbox-shop.js';
import { connect, failure } from './setting.js';

const DAY = 86_400;
const FROM = Date.UTC(2025, 11, 31, 15) / 1000;

/** A shop in which windows were opened at these times, and the IDs of the payments in order. */
async function openList(times: readonly number[]): Promise<{ shop: SandboxShop; ids: string[] }> {
  const shop = await openSandboxShop({}, { at: FROM * 1000 });
  const ids: string[] = [];
  for (const [index, time] of times.entries()) {
    await shop.sandbox.clock.set(time * 1000);
    ids.push(await shop.add({ merchant_uid: `order-${index}`, status: 'ready' }));
  }
  return { shop, ids };
}

const spread = (count: number, step: number): number[] =>
  Array.from({ length: count }, (_value, index) => FROM + index * step);

/** Open windows of one day, twenty a page. */
const OPEN = { payment_status: 'ready', from: FROM, to: FROM + DAY, limit: 20 } as const;

async function collect(payments: AsyncIterable<Payment>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { imp_uid } of payments) ids.push(imp_uid);
  return ids;
}

/** Before each page, lets the customers of some payments close their windows: the payments leave the list. */
function letLeave(shop: SandboxShop, leaving: (page: number) => readonly string[]): void {
  let page = 0;
  shop.intercept = async ({ url }, send) => {
    if (!url.startsWith('/payments/status/')) return send();
    page += 1;
    for (const imp_uid of leaving(page)) await shop.merchant.endWindow('window.close', { imp_uid });
    return send();
  };
}

describe('payments.iterate', () => {
  it('goes through pages and windows of 90 days, each payment once, also on the seam', async () => {
    const { shop, ids } = await openList([...spread(300, DAY), FROM + 90 * DAY, FROM + 180 * DAY].sort());
    const span = { payment_status: 'all', from: FROM, to: new Date((FROM + 300 * DAY) * 1000), limit: 20 } as const;
    expect(await collect(shop.iamport.payments.iterate(span))).toEqual(ids);
    expect(shop.calls()[0]!.url).toContain('/payments/status/all?');
    expect(shop.calls()[0]!.url).toContain('sorting=started');
  });

  it.each([1, 7, 45, 60])('misses none when %s payments leave the list between pages', async (leave) => {
    const { shop, ids } = await openList(spread(100, 60));
    letLeave(shop, (page) => (page === 4 ? ids.slice(0, leave) : []));
    const seen = await collect(shop.iamport.payments.iterate(OPEN));
    expect(new Set(seen).size).toBe(seen.length);
    expect(ids.slice(leave).filter((id) => !seen.includes(id))).toEqual([]);
  });

  it('misses none when one leaves before every page', async () => {
    const { shop, ids } = await openList(spread(100, 60));
    letLeave(shop, (page) => ids.slice(page - 1, page));
    const seen = await collect(shop.iamport.payments.iterate(OPEN));
    expect(ids.slice(40).filter((id) => !seen.includes(id))).toEqual([]);
  });

  it('asks for no more after a break', async () => {
    const { shop, ids } = await openList(spread(100, 60));
    for await (const { imp_uid } of shop.iamport.payments.iterate({ ...OPEN, limit: 10 }))
      if (imp_uid === ids[12]) break;
    expect(shop.calls()).toHaveLength(2);
  });

  it('stops on abort', async () => {
    const { shop, ids } = await openList(spread(100, 60));
    const controller = new AbortController();
    const payments = shop.iamport.payments.iterate({ ...OPEN, limit: 10 }, { signal: controller.signal });
    const reading = (async () => {
      for await (const { imp_uid } of payments) if (imp_uid === ids[5]) controller.abort();
    })();
    expect(await failure(reading)).toMatchObject({ kind: 'aborted' });
    expect(shop.calls()).toHaveLength(1);
  });

  it('goes on from a cursor, through JSON', async () => {
    const { shop, ids } = await openList(spread(200, DAY));
    const { iterate } = shop.iamport.payments;
    const span: IteratePaymentsInput = { payment_status: 'all', from: FROM, to: FROM + 200 * DAY, limit: 30 };
    const first: string[] = [];
    let cursor: string | undefined;
    for await (const page of iterate(span).pages()) {
      first.push(...page.items.map(({ imp_uid }) => imp_uid));
      cursor = JSON.stringify(page.cursor);
      if (first.length >= 50) break;
    }
    const more = { ...span, cursor: JSON.parse(cursor!) as NonNullable<IteratePaymentsInput['cursor']> };
    expect([...first, ...(await collect(iterate(more)))]).toEqual(ids);
  });

  it.each<[string, Partial<IteratePaymentsInput>]>([
    ['milliseconds', { from: FROM * 1000 }],
    ['a span that ends before it begins', { from: FROM, to: FROM - 1 }],
    ['an invalid date', { from: new Date(Number.NaN) }],
  ])('refuses %s', async (_title, span) => {
    const { iamport } = await openSandboxShop();
    expect(() => iamport.payments.iterate({ payment_status: 'all', from: FROM, ...span })).toThrow();
  });

  it('an empty span is empty', async () => {
    const { iamport } = await openSandboxShop();
    expect(await collect(iamport.payments.iterate({ payment_status: 'paid', from: FROM, to: FROM + DAY }))).toEqual([]);
  });

  // The client asks for no page or span that the sandbox refuses.
  it('trouble is trouble', async () => {
    const refused = { code: 1, message: '잘못된 요청', response: null };
    const { iamport } = await connect(() => ({ status: 400, body: refused }));
    const reading = collect(iamport.payments.iterate({ payment_status: 'paid', from: FROM, to: FROM + DAY }));
    expect(await failure(reading)).toMatchObject({ httpStatus: 400 });
  });
});
