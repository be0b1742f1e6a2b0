// A server of its own: what is on the wire, byte by byte.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

import { describe, expect, it, vi } from 'vitest';

import { IamportError, type IamportOptions, type Iamport, type IamportEvent } from '../../src/index.js';
import { startApiServer, success, type Reaction } from './api-server.js';
import { connect, failure, PAYMENT } from './setting.js';

const HTML: Reaction = { status: 502, body: '<html>', headers: { 'content-type': 'text/html' } };

const get = (iamport: Iamport, timeoutMs?: number): Promise<unknown> =>
  iamport.payments.get({ imp_uid: 'imp_1' }, { timeoutMs });

describe('the time limit', () => {
  it.each<[string, Reaction, string]>([
    ['a server that says nothing', 'hang', 'unknown'],
    ['slow headers', { ...success(PAYMENT), headersAfter: 5000 }, 'unknown'],
    ['a slow body', { ...success(PAYMENT), bodyAfter: 5000 }, 'yes'],
  ])('ends %s', async (_title, fault, sent) => {
    const { iamport } = await connect(() => fault);
    expect(await failure(get(iamport, 700))).toMatchObject({ kind: 'timeout', sent, attempts: 1, retryable: true });
    expect(await failure(connected(iamport, 700))).toMatchObject({ kind: 'ambiguous', sent, retryable: false });
  });

  const connected = (iamport: Iamport, timeoutMs: number): Promise<unknown> =>
    iamport.payments.prepare({ merchant_uid: 'order-1', amount: 1004 }, { timeoutMs });

  it('and the signal hold even if fetch does not listen', async () => {
    const { iamport } = await connect(() => success(PAYMENT), { fetch: () => new Promise(() => undefined) });
    expect(await failure(get(iamport, 50))).toMatchObject({ kind: 'timeout' });
  });

  it('is 30 seconds by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { iamport } = await connect(() => success(PAYMENT), { fetch: () => new Promise(() => undefined) });
    let kind: string | undefined;
    const call = failure(get(iamport)).then((error) => (kind = error.kind));
    await vi.advanceTimersByTimeAsync(29_900);
    expect(kind).toBeUndefined();
    await vi.advanceTimersByTimeAsync(200);
    expect(await call).toBe('timeout');
    vi.useRealTimers();
  });

  it.each([0, -1, Number.NaN, Infinity, 2 ** 31])('of %s is refused', async (timeoutMs) => {
    const { iamport } = await connect(() => success(PAYMENT));
    expect(await failure(get(iamport, timeoutMs))).toMatchObject({ kind: 'input' });
  });
});

describe('the body', () => {
  it('travels as a form on request, with brackets and without what is not there', async () => {
    const { iamport, server } = await connect(() => success(PAYMENT));
    const input = {
      imp_uid: 'imp_1',
      amount: 4,
      checksum: null,
      reason: '환불 & 취소',
      extra: { requester: 'admin' as const },
    };
    await iamport.call('cancelPayment', { ...input, tax_free: undefined } as typeof input, { form: true });
    const call = server.calls().find(({ method }) => method === 'POST');
    expect(call!.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect([...new URLSearchParams(call!.body)]).toEqual([
      ['imp_uid', 'imp_1'],
      ['amount', '4'],
      ['reason', '환불 & 취소'],
      ['extra[requester]', 'admin'],
    ]);
  });

  it.each([Number.NaN, Infinity])('never holds %s, which JSON would turn into a full refund', async (amount) => {
    const { iamport, server } = await connect(() => success(PAYMENT), { validate: { request: 'off' } });
    expect(await failure(iamport.call('cancelPayment', { imp_uid: 'imp_1', amount }))).toMatchObject({ kind: 'input' });
    expect(server.requests).toHaveLength(0);
  });
});

describe('the tier', () => {
  it('is the client’s, unless the call names another', async () => {
    const { iamport, server } = await connect(() => success(PAYMENT), { tier: 'AAA' });
    await get(iamport);
    await iamport.payments.get({ imp_uid: 'imp_1' }, { tier: 'BBB' });
    await iamport.payments.get({ imp_uid: 'imp_1', tier: 'CCC' }, { tier: 'BBB' });
    await iamport.raw.GET('/payments/{imp_uid}', { params: { path: { imp_uid: 'imp_1' } } });
    expect(server.calls().map(({ headers }) => headers.tier)).toEqual(['AAA', 'BBB', 'CCC', 'AAA']);
  });

  it('must be one', async () => {
    const { iamport, another } = await connect(() => success(PAYMENT));
    expect(await failure(iamport.payments.get({ imp_uid: 'imp_1' }, { tier: 'a\r\nb' }))).toMatchObject({
      kind: 'input',
    });
    expect(() => another({ tier: 'abc' })).toThrow(IamportError);
  });
});

describe('an answer that differs from the spec', () => {
  const drifted = { ...PAYMENT, amount: 'canary-amount', status: 'brand-new' };
  const call = async (
    validate: IamportOptions['validate'],
  ): Promise<{ result: Promise<unknown>; drift: IamportEvent[] }> => {
    const drift: IamportEvent[] = [];
    const { iamport } = await connect(() => success(drifted), {
      validate,
      onEvent: (event) => event.type === 'drift' && drift.push(event),
    });
    const result = get(iamport);
    await result.catch(() => undefined);
    return { result, drift };
  };

  it('is delivered, and told without its values', async () => {
    const { result, drift } = await call(undefined);
    await expect(result).resolves.toEqual(drifted);
    expect(drift).toContainEqual({
      type: 'drift',
      operationId: 'getPayment',
      side: 'response',
      pointer: '/response/amount',
      keyword: 'type',
    });
    expect(JSON.stringify(drift)).not.toMatch(/canary|brand-new/);
  });

  it('is thrown on request', async () => {
    const { result, drift } = await call({ response: 'throw' });
    expect(await failure(result)).toMatchObject({ kind: 'validation', sent: 'yes', retryable: false });
    expect(drift).toEqual([]);
  });

  it('is nobody’s business when validation is off', async () => {
    const { result, drift } = await call({ response: 'off' });
    await expect(result).resolves.toEqual(drifted);
    expect(drift).toEqual([]);
  });
});

describe('events', () => {
  it('tell what happened, through onEvent and diagnostics_channel, and no listener can do harm', async () => {
    const [told, published]: [IamportEvent[], unknown[]] = [[], []];
    const listen = (message: unknown): void => void published.push(message);
    for (const name of ['request', 'response', 'retry', 'token']) subscribe(`iamport-kit:${name}`, listen);
    let left = 1;
    const { iamport } = await connect(() => (left-- > 0 ? HTML : { status: 207, ...success([PAYMENT]) }), {
      onEvent: (event) => {
        told.push(event);
        throw new Error('a listener in trouble');
      },
    });
    await iamport.payments.list({ imp_uid: ['imp_1', 'imp_2'] });
    for (const name of ['request', 'response', 'retry', 'token']) unsubscribe(`iamport-kit:${name}`, listen);
    expect(told).toMatchObject([
      { type: 'token', outcome: 'fetched' },
      { type: 'request', operationId: 'listPayments', method: 'GET', attempt: 1 },
      { type: 'response', attempt: 1, httpStatus: 502, errorKind: 'http' },
      { type: 'retry', attempt: 1, httpStatus: 502 },
      { type: 'request', attempt: 2 },
      { type: 'response', attempt: 2, httpStatus: 207, isPartial: true },
    ]);
    expect(published).toEqual(told);
  });
});

describe('where built-in modules may not be asked for', () => {
  it('there is onEvent all the same', async () => {
    const events: string[] = [];
    const asking = vi.spyOn(process, 'getBuiltinModule').mockImplementation(() => {
      throw new Error('not supported in the Edge Runtime');
    });
    const { iamport } = await connect(() => success(PAYMENT), { onEvent: ({ type }) => events.push(type) });
    asking.mockRestore();
    await iamport.payments.get({ imp_uid: 'imp_1' });
    expect(events).toContain('response');
  });
});

describe('the raw client', () => {
  it.each<[string, Reaction, object]>([
    ['HTML at 200', { body: '<html>' }, { kind: 'http', httpStatus: 200 }],
    ['a reset connection', 'hang up', { kind: 'network' }],
    ['a server that says nothing', 'hang', { kind: 'timeout' }],
  ])('throws an IamportError for %s', async (_title, fault, want) => {
    const { iamport } = await connect(() => fault, { timeoutMs: 300 });
    const call = iamport.raw.GET('/payments/{imp_uid}', { params: { path: { imp_uid: 'imp_1' } } });
    expect(await failure(call)).toMatchObject(want);
  });

  it('refuses a path that the URL standard would change', async () => {
    const { iamport, server } = await connect(() => success(PAYMENT));
    const other = await startApiServer(() => success(PAYMENT));
    // @ts-expect-error no such path
    expect(await failure(iamport.raw.GET('/payments/../users/pg'))).toMatchObject({ kind: 'input' });
    expect(server.calls()).toHaveLength(0);
    await other.close();
  });
});
