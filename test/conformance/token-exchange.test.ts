import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectTo, type AnyClient, type Connected } from './client-of.js';
import { printHeld } from './print-held.js';
import { startApiServer, type ApiServer, type Reaction } from '../runtime/api-server.js';

// A made-up API that exchanges credentials for a token, and uses what plain parameters and JSON cannot express.

const STRING = { type: 'string' };
const LIST = { type: 'array', items: STRING };
const json = (schema: object = {}): object => ({ description: 'ok', content: { 'application/json': { schema } } });
const responses = { 200: json() };

let elsewhere: ApiServer;
let api: Connected;
let client: AnyClient;
let answer: Reaction = { body: {} };
beforeAll(async () => {
  elsewhere = await startApiServer(() => ({ body: {} }));
  const paths = {
    '/lists/{color}': {
      get: {
        operationId: 'list',
        parameters: [
          { name: 'color', in: 'path', required: true, style: 'matrix', schema: LIST },
          { name: 'q', in: 'query', explode: false, schema: LIST },
          { name: 'sid', in: 'cookie', schema: { type: 'integer' } },
        ],
        responses,
      },
    },
    '/form': {
      post: {
        operationId: 'form',
        requestBody: {
          content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties: { list: LIST } } } },
        },
        responses,
      },
    },
    '/csv': {
      get: {
        operationId: 'csv',
        responses: { 200: { description: 'ok', content: { 'text/csv': { schema: STRING } } } },
      },
    },
    '/gone': { delete: { operationId: 'gone', responses: { 204: { description: 'none' } } } },
    '/range': {
      get: {
        operationId: 'range',
        responses: { '2XX': json({ type: 'object', required: ['id'], properties: { id: {} } }) },
      },
    },
    '/secret': { get: { operationId: 'secret', servers: [{ url: elsewhere.baseUrl }], responses } },
    '/open': { get: { operationId: 'open', security: [], servers: [{ url: `${elsewhere.baseUrl}/v2` }], responses } },
  };
  const exchange = {
    operation: 'issueToken',
    tokenUrl: '/oauth/token',
    from: { client_id: 'clientId', client_secret: 'clientSecret' },
    token: 'token',
    expiresAt: 'until',
    now: 'at',
  };
  const token = { type: 'apiKey', in: 'header', name: 'X-Token', 'x-token-exchange': exchange };
  const servers = [{ url: 'https://{region}.api.test/v1/', variables: { region: { default: 'kr' } } }];
  const document = {
    ...{ openapi: '3.1.1', info: { title: 'Tokens', version: '1' }, servers, security: [{ token: [] }], paths },
    components: { securitySchemes: { token } },
  };
  api = await connectTo(
    document,
    ({ url }) => (url === '/oauth/token' ? { body: { token: 'issued-token', at: 1000, until: 5000 } } : answer),
    { client: { clientId: 'id', clientSecret: 'secret' } },
  );
  client = api.client;
});
printHeld('an API with tokens');
afterAll(() => Promise.all([api.close(), elsewhere.close()]));

describe('a client of any API that exchanges tokens', () => {
  it('is called createClient, with options as its document names them, and nothing of i’mport', () => {
    const entry = readFileSync(path.join(api.folder, 'index.ts'), 'utf8');
    expect(entry).toContain("createClient(options: TokenClientOptions<'clientId' | 'clientSecret'>)");
    expect(entry.replace(/iamport-kit|IamportError/g, '')).not.toMatch(/iamport|impKey|addPaymentTools/i);
  });

  it('needs its credentials', () => {
    const want = expect.objectContaining({ kind: 'input', message: 'clientSecret is missing' }) as Error;
    expect(() => api.connect({ clientSecret: undefined })).toThrow(want);
  });

  it('exchanges them once, and sends the token in the header of the document', async () => {
    await client.call('list', { color: ['a'] });
    await client.call('list', { color: ['b'] });
    const exchanges = api.server.requests.filter(({ url }) => url === '/oauth/token');
    expect(exchanges.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { client_id: 'id', client_secret: 'secret' },
    ]);
    expect(api.server.requests.at(-1)!.headers['x-token']).toBe('issued-token');
  });

  it('is at the server of the document, with the defaults of its variables', async () => {
    const urls: string[] = [];
    const fetch = (url: string): Promise<Response> => {
      urls.push(url);
      return Promise.resolve(Response.json({ token: 't', at: 1, until: 9999 }));
    };
    await api
      .connect({ baseUrl: undefined, fetch })
      .call('csv')
      .catch(() => 0);
    expect(urls).toEqual(['https://kr.api.test/v1/oauth/token', 'https://kr.api.test/v1/csv']);
  });
});

describe('the codecs of such a client', () => {
  it('write parameters in the styles of the document', async () => {
    await client.call('list', { color: ['blue', 'black'], q: ['a', 'b,c'], sid: 7 });
    const { url, headers } = api.server.requests.at(-1)!;
    expect([url, headers.cookie]).toEqual(['/lists/;color=blue,black?q=a,b%2Cc', 'sid=7']);
    await client.raw.GET!('/lists/{color}', { params: { path: { color: ['a'] }, query: { q: ['x', 'y'] } } });
    expect(api.server.requests.at(-1)!.url).toBe('/lists/;color=a?q=x,y');
  });

  it('write forms, and read text and nothing', async () => {
    await client.call('form', { list: ['a', 'b'] });
    expect(api.server.requests.at(-1)!.body).toBe('list=a&list=b');
    answer = { headers: { 'content-type': 'text/csv' }, body: 'a,b' };
    expect(await client.call('csv')).toBe('a,b');
    answer = { status: 204, body: '' };
    expect(await client.call('gone')).toBeUndefined();
  });

  it('validate answers under 2XX', async () => {
    answer = { status: 201, body: {} };
    const strict = api.connect({ validate: { response: 'throw' } });
    await expect(strict.call('range')).rejects.toMatchObject({ kind: 'validation' });
  });

  it('send no token to another host', async () => {
    const refused = { kind: 'input', message: expect.stringContaining('credentials do not go to') as string };
    await expect(client.call('secret')).rejects.toMatchObject(refused);
    await expect(client.raw.GET!('/secret')).rejects.toMatchObject(refused);
    expect(elsewhere.requests).toEqual([]);
    await client.call('open');
    await client.raw.GET!('/open');
    expect(elsewhere.requests.map(({ url, headers }) => [url, headers['x-token']])).toEqual([
      ['/v2/open', undefined],
      ['/v2/open', undefined],
    ]);
  });
});
