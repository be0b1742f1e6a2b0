// A server of its own: no sandbox answers with the intent to harm.
import { subscribe, tracingChannel, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { afterEach, describe, expect, it } from 'vitest';

import { createIamport, toNodeHandler, type IamportOptions } from '../../src/index.js';
import { success, TOKEN_ANSWER, type Reaction } from './api-server.js';
import { connect, connectTo, failure, isTokenRequest, PAYMENT } from './setting.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** A server that answers calls as it likes, and tokens as it should. */
async function serve(
  answer: RequestListener,
  options: Partial<IamportOptions> = {},
): Promise<{ iamport: ReturnType<typeof createIamport>; calls: () => number }> {
  let calls = 0;
  const server = createServer((request, response) => {
    if (request.url === '/users/getToken') {
      response.end(JSON.stringify(TOKEN_ANSWER.body));
      return;
    }
    calls += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { iamport: createIamport({ impKey: 'k', impSecret: 's', baseUrl, ...options }), calls: () => calls };
}

describe('a body that is too large', () => {
  it.each<[string, RequestListener]>([
    [
      'without end',
      (_request, response) => {
        response.writeHead(503, { 'content-type': 'application/json' });
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      },
    ],
    [
      'of a gzip bomb',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
        response.end(gzipSync(Buffer.alloc(64 * 1024 * 1024)));
      },
    ],
    [
      'that says its length',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(Buffer.alloc(33 * 1024 * 1024, 32));
      },
    ],
  ])('%s ends within the limit, and is not fetched again', async (_title, answer) => {
    const { iamport, calls } = await serve(answer);
    const before = process.memoryUsage().rss;
    const error = await failure(iamport.payments.get({ imp_uid: 'imp_1' }));
    expect(error).toMatchObject({ kind: 'http', retryable: false });
    expect(error.message).toContain('larger than maxBodyBytes');
    expect(calls()).toBe(1);
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(400);
  });

  it('is measured by maxBodyBytes', async () => {
    const answer: RequestListener = (_request, response) => response.end(JSON.stringify(success(PAYMENT).body));
    expect(
      await failure((await serve(answer, { maxBodyBytes: 100 })).iamport.payments.get({ imp_uid: 'imp_1' })),
    ).toMatchObject({ kind: 'http' });
    await expect((await serve(answer)).iamport.payments.get({ imp_uid: 'imp_1' })).resolves.toMatchObject({
      amount: 1004,
    });
  });
});

describe('a broken server', () => {
  it.each<[string, (iamport: Awaited<ReturnType<typeof connect>>['iamport']) => Promise<unknown>]>([
    ['getMany', (iamport) => iamport.payments.getMany({ imp_uid: ['imp_1'] })],
    [
      'iterate',
      (iamport) => iamport.payments.iterate({ payment_status: 'paid', from: 0, to: 1 })[Symbol.asyncIterator]().next(),
    ],
  ])('that answers null gives the one error class from %s', async (_title, call) => {
    const { iamport } = await connect(() => success(null));
    expect(await failure(call(iamport))).toMatchObject({ kind: 'validation' });
  });

  it.each<[string, unknown[]]>([
    ['empty', []],
    ['the same', [PAYMENT]],
  ])('whose pages never end, and are %s, ends iterate', async (_title, list) => {
    const { iamport, server } = await connect(({ url }) => {
      const page = Number(new URL(url, 'http://api').searchParams.get('page') ?? 1);
      return success({ total: 1, previous: page - 1, next: page + 1, list });
    });
    const walk = async (): Promise<number> => {
      let count = 0;
      for await (const _payment of iamport.payments.iterate({ payment_status: 'paid', from: 0, to: 1 })) count += 1;
      return count;
    };
    const got = await walk().catch((error: unknown) => error);
    if (list.length === 0) expect(got).toBe(0);
    else expect(got).toMatchObject({ kind: 'validation' });
    expect(server.calls().length).toBeLessThanOrEqual(60);
  });

  it('that redirects is said to do so, and is asked once', async () => {
    const { iamport, server } = await connect(() => ({
      status: 302,
      headers: { location: 'http://127.0.0.1:1/' },
      body: '',
    }));
    const error = await failure(iamport.payments.get({ imp_uid: 'imp_1' }));
    expect(error).toMatchObject({ kind: 'http', httpStatus: 302, retryable: false });
    expect(error.message).toContain('sent a redirect');
    expect(server.calls()).toHaveLength(1);
  });

  it.each<Reaction>(['hang up', { status: 503, body: '<html>' }, { status: 429, body: { code: -1 } }])(
    'token requests are retried like reads',
    async (fault) => {
      let left = 2;
      const { iamport, server } = await connectTo((request) =>
        isTokenRequest(request) ? (left-- > 0 ? fault : TOKEN_ANSWER) : success(PAYMENT),
      );
      await expect(iamport.payments.get({ imp_uid: 'imp_1' })).resolves.toMatchObject({ amount: 1004 });
      expect(server.requests.filter(isTokenRequest)).toHaveLength(3);
    },
  );

  it('in an outage, 200 calls make at most 240 requests, looks at writes included', async () => {
    const { iamport, server } = await connect(() => ({ status: 503, body: '<html>' }), { timeoutMs: 4000 });
    const reads = Array.from({ length: 100 }, () => iamport.payments.get({ imp_uid: 'imp_1' }).catch(() => undefined));
    const writes = Array.from({ length: 100 }, (_value, index) =>
      iamport.payments.prepare({ merchant_uid: `order-${index}`, amount: 1 }).catch(() => undefined),
    );
    await Promise.all([...reads, ...writes]);
    expect(server.calls().length).toBeLessThanOrEqual(240);
  });
});

it('one signal for many calls gives no warning', async () => {
  const warnings: Error[] = [];
  const listen = (warning: Error): void => void warnings.push(warning);
  process.on('warning', listen);
  const { iamport } = await connect(() => success(PAYMENT));
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 50 }, () => iamport.payments.get({ imp_uid: 'imp_1' }, { signal })));
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', listen);
  expect(warnings).toEqual([]);
});

it('a token store that gives back text is understood, and one that gives rubbish is reported', async () => {
  const outcomes: string[] = [];
  const expired_at = Math.floor(Date.now() / 1000) + 900;
  const { another, server } = await connect(() => success(PAYMENT), {
    onEvent: (event) => event.type === 'token' && outcomes.push(event.outcome),
  });
  await another({
    tokenStore: { get: () => JSON.stringify({ access_token: 'stored', expired_at }), set: () => undefined },
  }).payments.get({ imp_uid: 'imp_1' });
  await another({ tokenStore: { get: () => 'rubbish', set: () => undefined } }).payments.get({ imp_uid: 'imp_1' });
  expect(outcomes).toEqual(['from_store', 'store_failed', 'store_failed', 'fetched']);
  expect(server.calls()[0]!.headers.authorization).toBe('stored');
});

it('calls are traced, without their answers', async () => {
  const contexts: object[] = [];
  const channel = tracingChannel('iamport-kit:call');
  const listen = (context: unknown): void => void contexts.push(context as object);
  subscribe(channel.asyncEnd.name, listen);
  const { iamport } = await connect(() => success(PAYMENT));
  await expect(iamport.payments.get({ imp_uid: 'imp_1' })).resolves.toMatchObject({ amount: 1004 });
  unsubscribe(channel.asyncEnd.name, listen);
  expect(contexts).toHaveLength(1);
  expect(JSON.stringify(contexts)).toBe('[{"operationId":"getPayment"}]');
});

it('toNodeHandler leaves a response alone that something else has begun', async () => {
  const handler = Object.assign(() => Promise.resolve(Response.json({})), {
    handle: () =>
      new Promise<{ status: number; body: object }>((resolve) => setTimeout(resolve, 80, { status: 200, body: {} })),
  });
  const server = createServer((request, response) => {
    toNodeHandler(handler as Parameters<typeof toNodeHandler>[0])(request, response);
    setTimeout(() => response.writeHead(503).end(), 20);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    method: 'POST',
    body: '{}',
  });
  await new Promise((resolve) => setTimeout(resolve, 120));
  server.close();
  expect(answer.status).toBe(503);
});
