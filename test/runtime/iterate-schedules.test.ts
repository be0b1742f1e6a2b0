import { describe, expect, it } from 'vitest';

import type { IterateSchedulesInput, Schedule } from '../../src/index.js';
import { success } from './api-server.js';
import { openSandboxShop, type SandboxShop } from './sandbox-shop.js';
import { connect, failure } from './setting.js';

const DAY = 86_400;
const FROM = 1_769_904_000; // 1 February 2026: the three months from here are the shortest there are.
const CUSTOMER = { customer_uid: 'card_a1b2c3' };

/** A shop with schedules day by day, and their orders. */
async function openSchedules(count: number): Promise<{ shop: SandboxShop; orders: string[] }> {
  const shop = await openSandboxShop({}, { at: (FROM - DAY) * 1000 });
  const orders = Array.from({ length: count }, (_value, index) => `sub-${index}`);
  const customer = shop.another();
  const card = { card_number: '4242424242424242', expiry: '2030-12' };
  const schedules = orders.map((merchant_uid, index) => ({
    merchant_uid,
    schedule_at: FROM + index * DAY,
    amount: 5900,
    name: '구독',
  }));
  await customer.subscriptions.schedule({ ...CUSTOMER, ...card, schedules });
  shop.requests.length = 0;
  return { shop, orders };
}

async function collect(schedules: AsyncIterable<Schedule>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { merchant_uid } of schedules) ids.push(merchant_uid);
  return ids;
}

const span = (days: number): { from: number; to: Date } => ({ from: FROM, to: new Date((FROM + days * DAY) * 1000) });
const sorted = (ids: string[]): string[] => [...ids].sort();

describe('subscriptions.iterateSchedules', () => {
  it.each<[string, { customer_uid: string } | { limit: number }]>([
    ['all schedules', { limit: 30 }],
    ['the schedules of one billing key', CUSTOMER],
  ])('goes through %s, over pages and windows of three months, each once, up to the end', async (_title, which) => {
    const { shop, orders } = await openSchedules(400);
    const ids = await collect(shop.iamport.subscriptions.iterateSchedules({ ...which, ...span(399) }));
    expect(sorted(ids)).toEqual(sorted(orders.slice(0, 399)));
    expect(shop.calls().length).toBeGreaterThan(5);
  });

  it.each<[string, { customer_uid: string } | { limit: number }]>([
    ['all', { limit: 20 }],
    ['those of one billing key', CUSTOMER],
  ])('misses none of %s while each one is taken back on the way', async (_title, which) => {
    const { shop } = await openSchedules(85);
    const { iamport } = shop;
    const seen: string[] = [];
    const input = { ...which, ...span(85), schedule_status: 'scheduled' as const };
    for await (const { merchant_uid } of iamport.subscriptions.iterateSchedules(input)) {
      seen.push(merchant_uid);
      await iamport.subscriptions.unschedule({ ...CUSTOMER, merchant_uid: [merchant_uid] });
    }
    expect(seen).toHaveLength(85);
    expect(new Set(seen).size).toBe(85);
  });

  // The sandbox keeps the newest state of an order only.
  it('gives an order that was taken back and scheduled again for the same time in both states', async () => {
    const one = { merchant_uid: 'sub-0', schedule_at: FROM, executed_at: 0, amount: 5900 };
    const list: Schedule[] = [
      { ...one, revoked_at: 0, schedule_status: 'scheduled' },
      { ...one, revoked_at: FROM - 5, schedule_status: 'revoked' },
    ];
    const { iamport } = await connect(() => success({ total: 2, previous: 0, next: 0, list }));
    expect(await collect(iamport.subscriptions.iterateSchedules(span(2)))).toEqual(['sub-0', 'sub-0']);
  });

  it('goes on from a cursor, through JSON', async () => {
    const { shop, orders } = await openSchedules(200);
    const { iamport } = shop;
    const input: IterateSchedulesInput = { ...span(200), limit: 30 };
    const first: string[] = [];
    let cursor = 'null';
    for await (const page of iamport.subscriptions.iterateSchedules(input).pages()) {
      first.push(...page.items.map(({ merchant_uid }) => merchant_uid));
      cursor = JSON.stringify(page.cursor);
      if (first.length >= 100) break;
    }
    const more = { ...input, cursor: JSON.parse(cursor) as NonNullable<IterateSchedulesInput['cursor']> };
    const rest = await collect(iamport.subscriptions.iterateSchedules(more));
    expect([...first, ...rest]).toEqual(orders);
  });

  it('stops on break and on abort', async () => {
    const { shop } = await openSchedules(80);
    const { iamport } = shop;
    for await (const { merchant_uid } of iamport.subscriptions.iterateSchedules({ ...span(80), limit: 10 })) {
      if (merchant_uid === 'sub-12') break;
    }
    expect(shop.calls()).toHaveLength(2);
    const controller = new AbortController();
    const { signal } = controller;
    const schedules = iamport.subscriptions.iterateSchedules({ ...span(80), limit: 10 }, { signal });
    const reading = (async () => {
      for await (const { merchant_uid } of schedules) if (merchant_uid === 'sub-5') controller.abort();
    })();
    expect(await failure(reading)).toMatchObject({ kind: 'aborted' });
    expect(shop.calls()).toHaveLength(3);
  });

  it('acts for the sub-merchant it is told', async () => {
    const { shop } = await openSchedules(1);
    const { iamport } = shop;
    await collect(iamport.subscriptions.iterateSchedules({ ...span(1), tier: 'A1B' }));
    await collect(iamport.subscriptions.iterateSchedules({ ...span(1), ...CUSTOMER, tier: 'A1B' }));
    expect(shop.calls().map(({ headers }) => headers.tier)).toEqual(['A1B', 'A1B']);
  });
});
