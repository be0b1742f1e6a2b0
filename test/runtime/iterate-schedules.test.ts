import { describe, expect, it } from 'vitest';

import type { IterateSchedulesInput, Schedule } from '../../src/index.js';
import { success, type Reaction, type SeenRequest } from './api-server.js';
import { connect, failure } from './setting.js';
import { refusal } from './shop.js';

const DAY = 86_400;
const FROM = 1_769_904_000; // 1 February 2026: the three months from here are the shortest there are.
const MOST = 89 * DAY;
const CUSTOMER = { customer_uid: 'card_a1b2c3' };

/** Schedules day by day, as the provider lists them: from a second on, before another, at most three months, in pages. */
function openSchedules(
  count: number,
  onRequest: (list: Schedule[]) => void = () => undefined,
): { list: Schedule[]; answer: (request: SeenRequest) => Reaction } {
  const list = Array.from({ length: count }, (_value, index) => toSchedule(`sub-${index}`, FROM + index * DAY));
  return {
    list,
    answer: ({ url }) => {
      const { pathname, searchParams } = new URL(url, 'http://shop');
      const isOfOne = pathname === '/subscribe/payments/schedule/customers/card_a1b2c3';
      const names = isOfOne ? ['from', 'to', 'page'] : ['schedule_from', 'schedule_to', 'page', 'limit'];
      const [from = 0, to = 0, page = 1, limit = 20] = names.map((name) => Number(searchParams.get(name)));
      if (to - from > MOST) return refusal('3개월까지', 400);
      onRequest(list);
      const status = searchParams.get(isOfOne ? 'schedule-status' : 'schedule_status');
      const inside = list
        .filter(
          ({ schedule_at: at, schedule_status }) =>
            from <= at && at < to && schedule_status === (status ?? schedule_status),
        )
        .sort(
          (one, other) =>
            (one.schedule_at - other.schedule_at) * (searchParams.get('sorting') === 'scheduled' ? 1 : -1),
        );
      const pages = Math.max(1, Math.ceil(inside.length / limit));
      if (page > pages) return refusal('페이지가 없습니다.', 400);
      const next = page < pages ? page + 1 : 0;
      return success({
        total: inside.length,
        previous: page - 1,
        next,
        list: inside.slice((page - 1) * limit, page * limit),
      });
    },
  };
}

function toSchedule(merchant_uid: string, schedule_at: number, fields: Partial<Schedule> = {}): Schedule {
  return {
    merchant_uid,
    schedule_at,
    executed_at: 0,
    revoked_at: 0,
    amount: 5900,
    schedule_status: 'scheduled',
    ...fields,
  };
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
    const { list, answer } = openSchedules(400);
    const { iamport, server } = await connect(answer);
    const ids = await collect(iamport.subscriptions.iterateSchedules({ ...which, ...span(399) }));
    expect(sorted(ids)).toEqual(sorted(list.slice(0, 399).map(({ merchant_uid }) => merchant_uid)));
    expect(server.calls().length).toBeGreaterThan(5);
  });

  it.each<[string, { customer_uid: string } | { limit: number }]>([
    ['all', { limit: 20 }],
    ['those of one billing key', CUSTOMER],
  ])('misses none of %s while each one is taken back on the way', async (_title, which) => {
    const { list, answer } = openSchedules(85);
    const { iamport } = await connect(answer);
    const seen: string[] = [];
    const input = { ...which, ...span(85), schedule_status: 'scheduled' as const };
    for await (const { merchant_uid } of iamport.subscriptions.iterateSchedules(input)) {
      seen.push(merchant_uid);
      Object.assign(
        list.find((one) => one.merchant_uid === merchant_uid)!,
        { schedule_status: 'revoked', revoked_at: 1 },
      );
    }
    expect(seen).toHaveLength(85);
    expect(new Set(seen).size).toBe(85);
  });

  it('gives an order that was taken back and scheduled again for the same time in both states', async () => {
    const { list, answer } = openSchedules(1);
    list.push(toSchedule('sub-0', FROM, { schedule_status: 'revoked', revoked_at: FROM - 5 }));
    const { iamport } = await connect(answer);
    expect(await collect(iamport.subscriptions.iterateSchedules(span(2)))).toEqual(['sub-0', 'sub-0']);
  });

  it('goes on from a cursor, through JSON', async () => {
    const { list, answer } = openSchedules(200);
    const { iamport } = await connect(answer);
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
    expect([...first, ...rest]).toEqual(list.map(({ merchant_uid }) => merchant_uid));
  });

  it('stops on break and on abort', async () => {
    const { iamport, server } = await connect(openSchedules(80).answer);
    for await (const { merchant_uid } of iamport.subscriptions.iterateSchedules({ ...span(80), limit: 10 })) {
      if (merchant_uid === 'sub-12') break;
    }
    expect(server.calls()).toHaveLength(2);
    const controller = new AbortController();
    const { signal } = controller;
    const schedules = iamport.subscriptions.iterateSchedules({ ...span(80), limit: 10 }, { signal });
    const reading = (async () => {
      for await (const { merchant_uid } of schedules) if (merchant_uid === 'sub-5') controller.abort();
    })();
    expect(await failure(reading)).toMatchObject({ kind: 'aborted' });
    expect(server.calls()).toHaveLength(3);
  });

  it('acts for the sub-merchant it is told', async () => {
    const { iamport, server } = await connect(openSchedules(1).answer);
    await collect(iamport.subscriptions.iterateSchedules({ ...span(1), tier: 'A1B' }));
    await collect(iamport.subscriptions.iterateSchedules({ ...span(1), ...CUSTOMER, tier: 'A1B' }));
    expect(server.calls().map(({ headers }) => headers.tier)).toEqual(['A1B', 'A1B']);
  });
});
