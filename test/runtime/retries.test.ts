// A server of its own: statuses, headers and times of single answers.
import { describe, expect, it } from 'vitest';

import type { Iamport } from '../../src/index.js';
import { success, type Reaction } from './api-server.js';
import { connect, failure, PAYMENT } from './setting.js';

const HTML: Reaction = { status: 502, body: '<html>', headers: { 'content-type': 'text/html' } };
const BUSY: Reaction = { status: 503, body: { code: -1, message: '점검 중', response: null } };

const get = (iamport: Iamport, timeoutMs?: number): Promise<unknown> =>
  iamport.payments.get({ imp_uid: 'imp_1' }, { timeoutMs });
const write = (iamport: Iamport): Promise<unknown> =>
  iamport.payments.prepare({ merchant_uid: 'order-1', amount: 1004 });

describe('reads are tried again', () => {
  it.each<[string, Reaction]>([
    ['a reset connection', 'hang up'],
    ['HTML at 502', HTML],
    ['JSON at 503', BUSY],
    ['408', { ...BUSY, status: 408 }],
    ['429', { ...BUSY, status: 429 }],
  ])('after %s, twice', async (_title, fault) => {
    let left = 2;
    const { iamport, server } = await connect(() => (left-- > 0 ? fault : success(PAYMENT)));
    await expect(get(iamport)).resolves.toMatchObject({ amount: 1004 });
    expect(server.calls()).toHaveLength(3);
  });

  it('and fail after the third try, saying so', async () => {
    const { iamport, server } = await connect(() => HTML);
    expect(await failure(get(iamport))).toMatchObject({ attempts: 3, retryable: true, httpStatus: 502, sent: 'yes' });
    expect(server.calls()).toHaveLength(3);
  });

  it('as often as the client says', async () => {
    const { iamport } = await connect(() => HTML, { retries: 0 });
    expect(await failure(get(iamport))).toMatchObject({ attempts: 1 });
  });

  it.each<[string, Reaction]>([
    ['404', { ...BUSY, status: 404 }],
    ['HTTP 200 with a code', { body: { code: -1, message: null, response: null } }],
    ['HTML at 200', { body: '<html>' }],
    ['JSON cut off', { body: '{"code":0' }],
  ])('not after %s', async (_title, fault) => {
    const { iamport } = await connect(() => fault);
    expect(await failure(get(iamport))).toMatchObject({ attempts: 1, retryable: false });
  });

  it.each<[string, string, number]>([
    ['seconds', '1', 1000],
    ['a date', new Date(Date.now() + 3_600_000).toUTCString(), 10_000],
    ['an absurd number', '99999999', 10_000],
  ])('no sooner than Retry-After says, in %s, capped', async (_title, header, milliseconds) => {
    const waits: number[] = [];
    const { iamport } = await connect(() => ({ ...BUSY, headers: { 'retry-after': header } }), {
      onEvent: (event) => event.type === 'retry' && waits.push(event.waitMilliseconds),
      retries: 1,
    });
    const controller = new AbortController();
    const call = failure(iamport.payments.get({ imp_uid: 'imp_1' }, { signal: controller.signal }));
    while (waits.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    // Aborting also ends the wait.
    controller.abort();
    expect((await call).kind).toBe('aborted');
    expect(waits).toEqual([milliseconds]);
  });

  it('unless the time left is shorter than the wait: the real error is worth more than a timeout', async () => {
    const { iamport } = await connect(() => ({ ...BUSY, headers: { 'retry-after': '5' } }));
    const started = performance.now();
    expect(await failure(get(iamport, 1000))).toMatchObject({ httpStatus: 503, attempts: 1 });
    expect(performance.now() - started).toBeLessThan(900);
  });
});

describe('writes are not', () => {
  it.each<[string, Reaction, object]>([
    ['a reset connection', 'hang up', { sent: 'unknown' }],
    ['HTML at 502', HTML, { sent: 'yes', httpStatus: 502 }],
    ['429', { ...BUSY, status: 429 }, { sent: 'yes', httpStatus: 429 }],
  ])('after %s', async (_title, fault, want) => {
    const { iamport, server } = await connect(() => fault, { timeoutMs: 1500 });
    const error = await failure(write(iamport));
    expect(error).toMatchObject({ kind: 'ambiguous', attempts: 1, retryable: false, ...want });
    expect(server.calls().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('unless no connection came about', async () => {
    let left = 1;
    const { iamport, server } = await connect(() => success({ merchant_uid: 'order-1', amount: 1004 }), {
      fetch: (input, init) => {
        const request = new Request(input, init);
        if (!request.url.endsWith('/payments/prepare') || left-- <= 0) return fetch(request);
        return Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }));
      },
    });
    await expect(write(iamport)).resolves.toMatchObject({ amount: 1004 });
    expect(server.calls()).toHaveLength(1);
  });

  it('and a server that is not there says that nothing was sent', async () => {
    const { iamport, server } = await connect(() => 'hang', { retries: 0 });
    await server.close();
    expect(await failure(write(iamport))).toMatchObject({ kind: 'network', sent: 'no', retryable: true });
  });
});
