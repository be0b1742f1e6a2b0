import { describe, expect, it } from 'vitest';

import type { Payment, IteratePaymentsInput } from '../../src/index.js';
import { success, type Reaction, type SeenRequest } from './api-server.js';
import { connect, failure, PAYMENT } from './setting.js';
import { refusal } from './shop.js';

const DAY = 86_400;
const FROM = 1_700_000_000;

/** A list of payments that is refused beyond 90 days and beyond its last page, as the provider does. */
function openList(
  times: readonly number[],
  onRequest: (list: Payment[]) => void = () => undefined,
): { list: Payment[]; answer: (request: SeenRequest) => Reaction } {
  const list = times.map((started_at, index) => ({ ...PAYMENT, imp_uid: `imp_${index}`, started_at }));
  return {
    list,
    answer: ({ url }) => {
      const query = new URL(url, 'http://shop').searchParams;
      const [from, to, page, limit] = ['from', 'to', 'page', 'limit'].map((name) => Number(query.get(name))) as [
        number,
        number,
        number,
        number,
      ];
      if (to - from > 90 * DAY) return refusal('90일까지', 400);
      onRequest(list);
      const inside = list.filter(({ started_at }) => from <= started_at && started_at <= to);
      const pages = Math.max(1, Math.ceil(inside.length / limit));
      if (page > pages) return refusal('페이지가 없습니다.', 400);
      const shown = inside.slice((page - 1) * limit, page * limit);
      const next = page < pages ? page + 1 : 0;
      return success({ total: inside.length, previous: page - 1, next, list: shown });
    },
  };
}

const spread = (count: number, step: number): number[] =>
  Array.from({ length: count }, (_value, index) => FROM + index * step);

async function collect(payments: AsyncIterable<Payment>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { imp_uid } of payments) ids.push(imp_uid);
  return ids;
}

describe('payments.iterate', () => {
  it('goes through pages and windows of 90 days, each payment once, also on the seam', async () => {
    const { list, answer } = openList([...spread(300, DAY), FROM + 90 * DAY, FROM + 180 * DAY].sort());
    const { iamport, server } = await connect(answer);
    const span = { payment_status: 'all', from: FROM, to: new Date((FROM + 300 * DAY) * 1000), limit: 20 } as const;
    expect(await collect(iamport.payments.iterate(span))).toEqual(list.map(({ imp_uid }) => imp_uid));
    expect(server.calls()[0]!.url).toContain('/payments/status/all?');
    expect(server.calls()[0]!.url).toContain('sorting=started');
  });

  it.each([1, 7, 45, 60])('misses nobody when %s payments leave the list between pages', async (leave) => {
    let requests = 0;
    const gone = new Set<string>();
    const { list, answer } = openList(spread(100, 60), (payments) => {
      requests += 1;
      if (requests === 4) for (const { imp_uid } of payments.splice(0, leave)) gone.add(imp_uid);
    });
    const all = list.map(({ imp_uid }) => imp_uid);
    const { iamport } = await connect(answer);
    const ids = await collect(
      iamport.payments.iterate({ payment_status: 'all', from: FROM, to: FROM + DAY, limit: 20 }),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(all.filter((id) => !gone.has(id) && !ids.includes(id))).toEqual([]);
  });

  it('misses nobody when one leaves before every page', async () => {
    const { list, answer } = openList(spread(100, 60), (payments) => void payments.shift());
    const last = list.slice(40).map(({ imp_uid }) => imp_uid);
    const { iamport } = await connect(answer);
    const ids = await collect(
      iamport.payments.iterate({ payment_status: 'all', from: FROM, to: FROM + DAY, limit: 20 }),
    );
    expect(last.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('asks for no more after a break', async () => {
    const { iamport, server } = await connect(openList(spread(100, 60)).answer);
    for await (const { imp_uid } of iamport.payments.iterate({
      payment_status: 'all',
      from: FROM,
      to: FROM + DAY,
      limit: 10,
    })) {
      if (imp_uid === 'imp_12') break;
    }
    expect(server.calls()).toHaveLength(2);
  });

  it('stops on abort', async () => {
    const { iamport, server } = await connect(openList(spread(100, 60)).answer);
    const controller = new AbortController();
    const payments = iamport.payments.iterate(
      { payment_status: 'all', from: FROM, to: FROM + DAY, limit: 10 },
      { signal: controller.signal },
    );
    const reading = (async () => {
      for await (const { imp_uid } of payments) if (imp_uid === 'imp_5') controller.abort();
    })();
    expect(await failure(reading)).toMatchObject({ kind: 'aborted' });
    expect(server.calls()).toHaveLength(1);
  });

  it('goes on from a cursor, through JSON', async () => {
    const { list, answer } = openList(spread(200, DAY));
    const { iamport } = await connect(answer);
    const span: IteratePaymentsInput = { payment_status: 'all', from: FROM, to: FROM + 200 * DAY, limit: 30 };
    const first: string[] = [];
    let cursor: string | undefined;
    for await (const page of iamport.payments.iterate(span).pages()) {
      first.push(...page.items.map(({ imp_uid }) => imp_uid));
      cursor = JSON.stringify(page.cursor);
      if (first.length >= 50) break;
    }
    const rest = await collect(
      iamport.payments.iterate({ ...span, cursor: JSON.parse(cursor!) as NonNullable<IteratePaymentsInput['cursor']> }),
    );
    expect([...first, ...rest]).toEqual(list.map(({ imp_uid }) => imp_uid));
  });

  it.each<[string, Partial<IteratePaymentsInput>]>([
    ['milliseconds', { from: FROM * 1000 }],
    ['a span that ends before it begins', { from: FROM, to: FROM - 1 }],
    ['an invalid date', { from: new Date(Number.NaN) }],
  ])('refuses %s', async (_title, span) => {
    const { iamport } = await connect(() => 'hang up');
    expect(() => iamport.payments.iterate({ payment_status: 'all', from: FROM, ...span })).toThrow();
  });

  it('an empty span is empty, and trouble is trouble', async () => {
    const { iamport } = await connect(openList([]).answer);
    expect(await collect(iamport.payments.iterate({ payment_status: 'paid', from: FROM, to: FROM + DAY }))).toEqual([]);
    const { iamport: other } = await connect(() => refusal('잘못된 요청', 400));
    const reading = collect(other.payments.iterate({ payment_status: 'paid', from: FROM, to: FROM + DAY }));
    expect(await failure(reading)).toMatchObject({ httpStatus: 400 });
  });
});
