import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectTo, type Connected } from './client-of.js';
import { printHeld } from './print-held.js';
import { startApiServer, type Answer, type ApiServer } from '../runtime/api-server.js';

// The raw client: openapi-fetch, with what the document says of the operation.

const STRING = { type: 'string' };
const LIST = { type: 'array', items: STRING };
const OBJECT = { type: 'object', additionalProperties: { type: 'integer' } };
const BINARY = { type: 'string', format: 'binary' };
const json = { 200: { description: 'ok', content: { 'application/json': { schema: {} } } } };
const at = (place: string, name: string, schema: object, rest: object = {}): object => ({
  name,
  in: place,
  schema,
  required: place === 'path',
  ...rest,
});
const bodyOf = (content: object): object => ({ requestBody: { content }, responses: json });

let elsewhere: ApiServer;
let api: Connected;
let reply: Answer = {};
beforeAll(async () => {
  elsewhere = await startApiServer(() => ({ body: {} }));
  const paths = {
    '/query': {
      get: {
        operationId: 'query',
        parameters: [
          at('query', 'csv', LIST, { explode: false }),
          at('query', 'pipe', LIST, { style: 'pipeDelimited', explode: false }),
          at('query', 'spread', OBJECT),
          at('query', 'deep', OBJECT, { style: 'deepObject', explode: true }),
          at('query', 'url', STRING, { allowReserved: true }),
          { name: 'json', in: 'query', content: { 'application/json': { schema: OBJECT } } },
          at('query', 'tags[]', LIST),
        ],
        responses: json,
      },
    },
    '/places/{color}': {
      get: {
        operationId: 'getPlace',
        parameters: [
          at('path', 'color', LIST, { style: 'matrix' }),
          at('header', 'X-List', LIST),
          at('cookie', 'shade', OBJECT, { explode: false }),
        ],
        responses: json,
      },
      put: { operationId: 'putPlace', parameters: [at('path', 'color', LIST, { style: 'label' })], responses: json },
    },
    '/elsewhere': {
      get: { operationId: 'elsewhere', servers: [{ url: `${elsewhere.baseUrl}/deep` }], responses: json },
    },
    '/relative': {
      get: {
        operationId: 'relative',
        security: [],
        servers: [{ url: '/{version}', variables: { version: { default: 'v9' } } }],
        responses: json,
      },
    },
    '/form': { post: { operationId: 'form', ...bodyOf({ 'application/x-www-form-urlencoded': { schema: OBJECT } }) } },
    '/text': { post: { operationId: 'text', ...bodyOf({ 'text/plain': { schema: STRING } }) } },
    '/parts': {
      post: {
        operationId: 'parts',
        ...bodyOf({ 'multipart/form-data': { schema: { type: 'object', properties: { file: BINARY } } } }),
      },
    },
    '/several': {
      post: {
        operationId: 'several',
        ...bodyOf({ 'application/json': { schema: {} }, 'text/csv': { schema: STRING } }),
      },
    },
    '/plain': { get: { operationId: 'plain', responses: json } },
  };
  const components = { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } };
  const document = {
    openapi: '3.1.1',
    info: { title: 'Raw', version: '1' },
    security: [{ bearer: [] }],
    paths,
    components,
  };
  api = await connectTo(document, () => reply);
});
printHeld('requests of the raw client on the wire');
afterAll(() => Promise.all([api.close(), elsewhere.close()]));

const last = (): ApiServer['requests'][number] => api.server.requests.at(-1)!;
const send = (method: string, path: string, init: object = {}): Promise<{ readonly data?: unknown }> =>
  api.client.raw[method]!(path, init);

describe('parameters', () => {
  it.each<readonly [title: string, query: object, want: string]>([
    ['a list with commas', { csv: ['a', 'b,c'] }, '/query?csv=a,b%2Cc'],
    ['a list with pipes', { pipe: ['a', 'b'] }, '/query?pipe=a%7Cb'],
    ['an object in a form', { spread: { R: 1, G: 2 } }, '/query?R=1&G=2'],
    ['a deep object', { deep: { R: 1 } }, '/query?deep%5BR%5D=1'],
    ['reserved characters', { url: 'a://b/c?d' }, '/query?url=a://b/c?d'],
    ['content', { json: { k: 1 } }, '/query?json=%7B%22k%22%3A1%7D'],
    ['a name with brackets', { 'tags[]': ['a', 'b'] }, '/query?tags%5B%5D=a&tags%5B%5D=b'],
    ['none', { csv: null, url: undefined }, '/query'],
  ])('query: %s', async (_title, query, want) => {
    reply = { body: {} };
    await send('GET', '/query', { params: { query } });
    expect(last().url).toBe(want);
  });

  it('the serializer of the caller comes first', async () => {
    await send('GET', '/query', { params: { query: { csv: ['a', 'b'] } }, querySerializer: () => 'mine=1' });
    expect(last().url).toBe('/query?mine=1');
  });

  it('path, header and cookie are in the styles of this operation, not of another with the same path', async () => {
    const path = { color: ['blue', 'black'] };
    const params = { path, header: { 'X-List': ['a', 'b'] }, cookie: { shade: { R: 1 } } };
    await send('GET', '/places/{color}', { params, headers: { cookie: 'mine=1' } });
    const { url, headers } = last();
    expect([url, headers['x-list'], headers.cookie]).toEqual(['/places/;color=blue,black', 'a,b', 'mine=1; shade=R,1']);
    await send('PUT', '/places/{color}', { params: { path } });
    expect(last().url).toBe('/places/.blue,black');
  });

  it.each([['.'], [['.']], [[]], [{ a: { b: 1 } }]])(
    '%j would change the URL, or cannot be expressed',
    async (color) => {
      const before = api.server.requests.length;
      await expect(send('PUT', '/places/{color}', { params: { path: { color } } })).rejects.toMatchObject({
        kind: 'input',
      });
      expect(api.server.requests.length).toBe(before);
    },
  );
});

describe('servers of operations', () => {
  it('are where requests go, with credentials for trusted ones only', async () => {
    const options = { auth: { bearer: 'token' } };
    await expect(api.connect(options).raw.GET!('/elsewhere')).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('trustedOrigins') as string,
    });
    expect(elsewhere.requests).toEqual([]);
    await api.connect({ ...options, trustedOrigins: [elsewhere.baseUrl] }).raw.GET!('/elsewhere');
    expect(elsewhere.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/deep/elsewhere', 'Bearer token'],
    ]);
  });

  it('may be relative and have variables', async () => {
    await send('GET', '/relative');
    expect(last().url).toBe('/v9/relative');
    await api.connect({ serverVariables: { version: 'v2' } }).raw.GET!('/relative');
    expect(last().url).toBe('/v2/relative');
  });

  it('a base URL of the caller comes first, and gets no credentials', async () => {
    elsewhere.requests.length = 0;
    await api.connect({ auth: { bearer: 'token' } }).raw.GET!('/plain', { baseUrl: elsewhere.baseUrl });
    expect(elsewhere.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([['/plain', undefined]]);
  });
});

describe('bodies', () => {
  it.each<readonly [title: string, path: string, init: object, mediaType: string, body: string]>([
    ['a form', '/form', { body: { a: 1, b: 2 } }, 'application/x-www-form-urlencoded', 'a=1&b=2'],
    ['text', '/text', { body: 'a "b"' }, 'text/plain', 'a "b"'],
    ['JSON, the first of several', '/several', { body: { a: 1 } }, 'application/json', '{"a":1}'],
    [
      'the media type of a header',
      '/several',
      { body: 'a,b', headers: { 'Content-Type': 'text/csv' } },
      'text/csv',
      'a,b',
    ],
    ['a serializer of the caller', '/text', { body: 'a', bodySerializer: () => 'mine' }, 'application/json', 'mine'],
  ])('%s', async (_title, path, init, mediaType, body) => {
    reply = { body: {} };
    await send('POST', path, init);
    expect([last().headers['content-type'], last().body]).toEqual([mediaType, body]);
  });

  it.each<readonly [title: string, body: () => unknown]>([
    ['an object', () => ({ file: new Blob(['x'], { type: 'text/plain' }) })],
    [
      'FormData',
      () => {
        const form = new FormData();
        form.append('file', new Blob(['x'], { type: 'text/plain' }));
        return form;
      },
    ],
  ])('in parts: %s', async (_title, body) => {
    await send('POST', '/parts', { body: body() });
    const boundary = /boundary=(\S+)$/.exec(last().headers['content-type'] ?? '')?.[1] ?? 'none';
    expect(last().body.replaceAll(boundary, 'B').trimEnd()).toBe(
      '--B\r\nContent-Disposition: form-data; name="file"; filename="blob"\r\nContent-Type: text/plain\r\n\r\nx\r\n--B--',
    );
  });
});

it('what the document does not have is sent as openapi-fetch sends it', async () => {
  reply = { body: {} };
  await send('GET', '/unknown', { params: { query: { a: ['x', 'y'], b: { c: 1 } } } });
  expect(last().url).toBe('/unknown?a=x&a=y&b[c]=1');
});
