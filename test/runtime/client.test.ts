// A server of its own: what is on the wire, and answers that differ from the document.
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { createIamport, IamportError, type Iamport } from '../../src/index.js';
import { startApiServer, success, TOKEN_ANSWER, type Answer, type ApiServer, type SeenRequest } from './api-server.js';

const payment: unknown = (
  JSON.parse(readFileSync('spec/examples/getPayment/200.paid.json', 'utf8')) as { response: unknown }
).response;

let server: ApiServer | undefined;
afterEach(() => server?.close());

async function connect(answer: (request: SeenRequest) => Answer | 'hang up'): Promise<Iamport> {
  server = await startApiServer((request) => (request.url === '/users/getToken' ? TOKEN_ANSWER : answer(request)));
  return createIamport({ impKey: 'canary-key', impSecret: 'canary-secret', baseUrl: server.baseUrl });
}

async function failure(promise: Promise<unknown>): Promise<IamportError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(IamportError);
  return error as IamportError;
}

describe('three ways to call', () => {
  it('calls a method of a resource and unwraps the envelope', async () => {
    const iamport = await connect(() => success(payment));
    const found = await iamport.payments.get({ imp_uid: 'imp_448280090638', include_sandbox: true, tier: 'A1B' });
    expect(found.amount).toBe(1004);
    const [call] = server!.calls();
    expect(call).toMatchObject({ method: 'GET', url: '/payments/imp_448280090638?include_sandbox=true' });
    expect(call!.headers).toMatchObject({ authorization: 'canary-token', tier: 'A1B' });
  });

  it('calls an operation by its ID', async () => {
    const iamport = await connect(() => success([payment]));
    const found = await iamport.call('listPayments', { imp_uid: ['imp_1', 'imp_2'], merchant_uid: ['주문 1&x'] });
    expect(found).toHaveLength(1);
    expect(server!.calls()[0]!.url).toBe(
      '/payments?imp_uid[]=imp_1&imp_uid[]=imp_2&merchant_uid[]=%EC%A3%BC%EB%AC%B8%201%26x',
    );
  });

  it('calls a path through openapi-fetch', async () => {
    const iamport = await connect(() => success(payment));
    const { data, response } = await iamport.raw.GET('/payments/{imp_uid}', { params: { path: { imp_uid: 'imp_1' } } });
    expect(response.status).toBe(200);
    expect(data?.code).toBe(0);
    expect(server!.calls()[0]!.headers.authorization).toBe('canary-token');
  });

  it('sends a body as JSON and leaves the header field out of it', async () => {
    const iamport = await connect(() => success(payment));
    await iamport.call('cancelPayment', { imp_uid: 'imp_1', amount: 4, checksum: null, tier: 'A1B' });
    const call = server!.calls().find(({ method }) => method === 'POST');
    expect(JSON.parse(call!.body)).toEqual({ imp_uid: 'imp_1', amount: 4, checksum: null });
    expect(call!.headers['content-type']).toBe('application/json');
  });

  it('takes operations whose whole input is optional without one', async () => {
    const iamport = await connect(() => success([]));
    expect(await iamport.call('listPayments')).toEqual([]);
    expect(await iamport.payments.list()).toEqual([]);
    expect(server!.calls().map(({ url }) => url)).toEqual(['/payments', '/payments']);
  });
});

describe('the token', () => {
  it('is fetched on first use, by one request however many calls wait, and reused', async () => {
    const iamport = await connect(() => success(payment));
    expect(server!.requests).toHaveLength(0);
    await Promise.all(Array.from({ length: 20 }, () => iamport.payments.get({ imp_uid: 'imp_1' })));
    await iamport.payments.get({ imp_uid: 'imp_1' });
    const tokens = server!.requests.filter(({ url }) => url === '/users/getToken');
    expect(tokens).toHaveLength(1);
    expect(JSON.parse(tokens[0]!.body)).toEqual({ imp_key: 'canary-key', imp_secret: 'canary-secret' });
  });

  it('that was refused fails all calls of five seconds at once, and is asked for again by the next one', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let isDown = true;
    server = await startApiServer(({ url }) => {
      if (url !== '/users/getToken') return success(payment);
      return isDown ? { status: 401, body: { code: -1, message: 'Unauthorized', response: null } } : TOKEN_ANSWER;
    });
    const iamport = createIamport({ impKey: 'k', impSecret: 's', baseUrl: server.baseUrl });
    const error = await failure(iamport.payments.get({ imp_uid: 'imp_1' }));
    expect(error).toMatchObject({ kind: 'auth', operationId: 'getToken', httpStatus: 401, code: -1 });
    expect(await failure(iamport.payments.get({ imp_uid: 'imp_1' }, { timeoutMs: 100 }))).toMatchObject({
      kind: 'auth',
    });
    expect(server.requests).toHaveLength(1);
    isDown = false;
    vi.setSystemTime(Date.now() + 5001);
    await expect(iamport.payments.get({ imp_uid: 'imp_1' })).resolves.toMatchObject({ amount: 1004 });
    vi.useRealTimers();
  });

  it('does not travel to another host', async () => {
    const iamport = await connect(() => success(payment));
    const other = await startApiServer(() => success(payment));
    await iamport.raw.GET('/payments/{imp_uid}', {
      params: { path: { imp_uid: 'imp_1' } },
      baseUrl: other.baseUrl,
    });
    expect(other.requests[0]!.headers.authorization).toBeUndefined();
    await other.close();
  });
});

describe('what is refused before anything is sent', () => {
  const inputs: [title: string, call: (iamport: Iamport) => Promise<unknown>, pointer: string][] = [
    [
      'an amount in quotes',
      // @ts-expect-error amount is a number
      (iamport) => iamport.call('cancelPayment', { imp_uid: 'imp_1', amount: '1004' }),
      '/amount',
    ],
    // @ts-expect-error the key is misspelt
    ['a misspelt key', (iamport) => iamport.call('cancelPayment', { imp_uid: 'imp_1', ammount: 1004 }), ''],
    // @ts-expect-error the key is misspelt
    ['a misspelt query key', (iamport) => iamport.payments.list({ imp_uids: ['imp_1'] }), ''],
    // @ts-expect-error imp_uid or merchant_uid must be there
    ['a cancel that names no payment', (iamport) => iamport.call('cancelPayment', { amount: 4 }), ''],
    [
      'a cancel of 0, which would refund everything',
      (iamport) => iamport.call('cancelPayment', { imp_uid: 'imp_1', amount: 0 }),
      '/amount',
    ],
    [
      '101 IDs',
      (iamport) => iamport.payments.list({ imp_uid: Array.from({ length: 101 }, () => 'imp_1') }),
      '/imp_uid',
    ],
    [
      'an unknown status',
      // @ts-expect-error no such status
      (iamport) => iamport.payments.listByStatus({ payment_status: 'canceled' }),
      '/payment_status',
    ],
    // @ts-expect-error an input is required
    ['no input', (iamport) => iamport.payments.get(), ''],
    ['NaN', (iamport) => iamport.call('cancelPayment', { imp_uid: 'imp_1', amount: Number.NaN }), '/amount'],
  ];
  it.each(inputs)('%s', async (_title, call, pointer) => {
    const iamport = await connect(() => success(payment));
    const error = await failure(call(iamport));
    expect(error).toMatchObject({ kind: 'input', sent: 'no' });
    expect(error.issues.map((issue) => issue.pointer)).toContain(pointer);
    expect(server!.requests).toHaveLength(0);
  });

  it.each([
    ['nothing', ''],
    ['a dot', '.'],
    ['two dots', '..'],
    ['encoded dots', '%2e%2e'],
    ['dots half encoded', '.%2E'],
    ['another path', 'find/X/paid'],
    ['a query', 'imp_1?include_sandbox=true'],
    ['a fixed segment of another path', 'status'],
    ['a control character', 'imp\u0000_1'],
    ['10,000 characters', `imp_${'1'.repeat(10_000)}`],
  ])('an imp_uid that is %s', async (_title, imp_uid) => {
    const iamport = await connect(() => success(payment));
    expect(await failure(iamport.payments.get({ imp_uid }))).toMatchObject({ kind: 'input', sent: 'no' });
    expect(server!.calls()).toHaveLength(0);
  });

  it.each(['..', '.', '%2e%2E'])('a merchant_uid of %j, also through the raw client', async (merchant_uid) => {
    const iamport = await connect(() => success(payment));
    expect(await failure(iamport.payments.find({ merchant_uid }))).toMatchObject({ kind: 'input' });
    const raw = iamport.raw.GET('/payments/find/{merchant_uid}', { params: { path: { merchant_uid } } });
    expect(await failure(raw)).toMatchObject({ kind: 'input' });
    expect(server!.calls()).toHaveLength(0);
  });

  it('encodes whatever else an order ID holds', async () => {
    const iamport = await connect(() => success(payment));
    await iamport.payments.find({ merchant_uid: 'a/b?c#d:e@f 가 $& {imp_uid}' });
    expect(server!.calls()[0]!.url).toBe('/payments/find/a%2Fb%3Fc%23d%3Ae%40f%20%EA%B0%80%20%24%26%20%7Bimp_uid%7D');
  });

  it('an operation that does not exist', async () => {
    const iamport = await connect(() => success(payment));
    // @ts-expect-error no such operation
    expect(await failure(iamport.call('toString', {}))).toMatchObject({ kind: 'input' });
  });
});

describe('options', () => {
  it.each([
    ['a missing key', { impKey: undefined, impSecret: 's' }, /impKey is missing/],
    ['an empty secret', { impKey: 'k', impSecret: '' }, /impSecret is empty/],
    ['a secret with a newline', { impKey: 'k', impSecret: 'canary\n' }, /white space/],
    ['plain http', { impKey: 'k', impSecret: 's', baseUrl: 'http://api.iamport.kr' }, /https/],
    ['a base URL that is none', { impKey: 'k', impSecret: 's', baseUrl: 'api' }, /absolute URL/],
    ['a base URL with a user', { impKey: 'k', impSecret: 's', baseUrl: 'https://a:b@api.iamport.kr' }, /absolute URL/],
  ])('%s is refused', (_title, options, message) => {
    expect(() => createIamport(options)).toThrow(message);
    expect(() => createIamport(options)).toThrow(IamportError);
  });
});

it('never shows a key, a secret or a token', async () => {
  const iamport = await connect(() => 'hang up');
  const error = await failure(iamport.payments.get({ imp_uid: 'imp_1' }));
  const shown = [iamport, error].map(
    (value) => inspect(value, { depth: 10, showHidden: true }) + JSON.stringify(value),
  );
  expect(shown.join('')).not.toMatch(/canary/);
});
