import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { connectTo, type Connected } from './client-of.js';
import { printHeld } from './print-held.js';
import { startApiServer, type ApiServer, type Reaction } from '../runtime/api-server.js';

const responses = { 200: { description: 'ok', content: { 'application/json': { schema: {} } } } };
const get = (operationId: string, rest: object = {}): object => ({ get: { operationId, responses, ...rest } });

let elsewhere: ApiServer;
let api: Connected;
let reply: (authorization: string | undefined) => Reaction;
beforeAll(async () => {
  elsewhere = await startApiServer(() => ({ body: {} }));
  const document = {
    openapi: '3.1.1',
    info: { title: 'Security', version: '1' },
    servers: [
      {
        url: 'https://{host}/{version}',
        variables: { host: { default: 'a.test' }, version: { default: 'v1', enum: ['v1', 'v2'] } },
      },
    ],
    security: [{ bearer: [] }],
    paths: {
      '/bearer': get('bearer'),
      '/basic': get('basic', { security: [{ basic: [] }] }),
      '/header': get('header', { security: [{ keyHeader: [] }] }),
      '/query': get('query', {
        security: [{ keyQuery: [] }],
        parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }],
      }),
      '/cookie': get('cookie', {
        security: [{ keyCookie: [] }],
        parameters: [{ name: 'theme', in: 'cookie', schema: { type: 'string' } }],
      }),
      '/oauth': get('oauth', { security: [{ oauth: ['read'] }] }),
      '/digest': get('digest', { security: [{ digest: [] }] }),
      '/both': get('both', { security: [{ basic: [], keyHeader: [] }, { keyQuery: [] }] }),
      '/inherited': get('inherited', { security: [{ constructor: [] }] }),
      '/public': get('public', { security: [] }),
      '/optional': get('optional', { security: [{}, { bearer: [] }] }),
      '/elsewhere': get('elsewhere', { servers: [{ url: elsewhere.baseUrl }] }),
      '/relative': get('relative', {
        security: [],
        servers: [{ url: '/other/{version}', variables: { version: { default: 'v9' } } }],
      }),
      '/path-server': { servers: [{ url: `${elsewhere.baseUrl}/deep/` }], ...get('pathServer', { security: [] }) },
    },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'Bearer' },
        basic: { type: 'http', scheme: 'basic' },
        digest: { type: 'http', scheme: 'HOBA' },
        keyHeader: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
        keyQuery: { type: 'apiKey', in: 'query', name: 'api key' },
        keyCookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
        oauth: { type: 'oauth2', flows: {} },
        // A name that every object has.
        constructor: { type: 'http', scheme: 'bearer' },
      },
    },
  };
  api = await connectTo(document, ({ headers }) => reply(headers.authorization));
});
printHeld('security schemes and servers on the wire');
afterAll(() => Promise.all([api.close(), elsewhere.close()]));
beforeEach(() => {
  reply = () => ({ body: {} });
  elsewhere.requests.length = 0;
});

const ALL = {
  bearer: 'token',
  basic: { username: '사용자', password: 'p:w' },
  digest: 'result="x"',
  keyHeader: 'header-key',
  keyQuery: 'query key&',
  keyCookie: 'cookie;key',
  oauth: () => Promise.resolve('oauth-token'),
};

/** What of a request can carry credentials. */
async function sent(id: string, auth: object | undefined, input: object = {}): Promise<object> {
  const client = api.connect(auth === undefined ? {} : { auth });
  await client.call(id, input);
  const { url, headers } = api.server.requests.at(-1)!;
  const found = { url, authorization: headers.authorization, key: headers['x-api-key'], cookie: headers.cookie };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

describe('credentials on the wire', () => {
  it.each<readonly [id: string, auth: object | undefined, input: object, want: object]>([
    ['bearer', ALL, {}, { url: '/bearer', authorization: 'Bearer token' }],
    ['basic', ALL, {}, { url: '/basic', authorization: `Basic ${Buffer.from('사용자:p:w').toString('base64')}` }],
    ['digest', ALL, {}, { url: '/digest', authorization: 'hoba result="x"' }],
    ['header', ALL, {}, { url: '/header', key: 'header-key' }],
    ['query', ALL, { q: 'x' }, { url: '/query?q=x&api%20key=query%20key%26' }],
    ['query', ALL, {}, { url: '/query?api%20key=query%20key%26' }],
    ['cookie', ALL, { theme: 'dark' }, { url: '/cookie', cookie: 'theme=dark; sid=cookie%3Bkey' }],
    ['oauth', ALL, {}, { url: '/oauth', authorization: 'Bearer oauth-token' }],
    [
      'both',
      ALL,
      {},
      { url: '/both', authorization: `Basic ${Buffer.from('사용자:p:w').toString('base64')}`, key: 'header-key' },
    ],
    // The first requirement that can be met.
    ['both', { keyHeader: 'k', keyQuery: 'q' }, {}, { url: '/both?api%20key=q' }],
    ['public', ALL, {}, { url: '/public' }],
    ['optional', ALL, {}, { url: '/optional', authorization: 'Bearer token' }],
    ['optional', { keyHeader: 'k' }, {}, { url: '/optional' }],
    ['bearer', undefined, {}, { url: '/bearer' }],
  ])('%s', async (id, auth, input, want) => {
    expect(await sent(id, auth, input)).toEqual(want);
  });

  it('credentials that no requirement takes are an error that says which do', async () => {
    await expect(sent('both', { bearer: 'x' })).rejects.toMatchObject({
      kind: 'input',
      sent: 'no',
      message: expect.stringContaining('auth.basic with auth.keyHeader or auth.keyQuery') as string,
    });
  });

  it.each<readonly [auth: object]>([
    [{ bearer: '' }],
    [{ bearer: 'a\nb' }],
    [{ basic: { username: 'a:b', password: 'c' } }],
    [{ basic: 'text' }],
    [{ strange: 'x' }],
  ])('%j is refused when the client is made', (auth) => {
    expect(() => api.connect({ auth })).toThrow(expect.objectContaining({ kind: 'input' }) as Error);
  });

  it('of a scheme called as a member of every object are sent when given, and missed when not', async () => {
    const before = api.server.requests.length;
    const given = Object.fromEntries([['constructor', 'token']]);
    expect(await sent('inherited', given)).toMatchObject({ authorization: 'Bearer token' });
    await expect(sent('inherited', { bearer: 'token' })).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('it needs auth.constructor') as string,
    });
    expect(api.server.requests.length).toBe(before + 1);
  });

  it('after 401 a function is asked once more, and the call is made again', async () => {
    reply = (authorization) => (authorization === 'Bearer new' ? { body: {} } : { status: 401, body: {} });
    const asked: boolean[] = [];
    const bearer = ({ refresh }: { refresh: boolean }): string => {
      asked.push(refresh);
      return refresh ? 'new' : 'old';
    };
    expect(await sent('bearer', { bearer })).toMatchObject({ authorization: 'Bearer new' });
    expect(asked).toEqual([false, true]);
  });

  it('after 401 a constant is not tried again, and no error shows it', async () => {
    reply = (authorization) => ({ status: 401, body: { echo: authorization } });
    const before = api.server.requests.length;
    const error: unknown = await sent('bearer', { bearer: 'secret-token-1234' }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'auth', httpStatus: 401 });
    expect(JSON.stringify(error)).not.toContain('secret-token');
    expect(api.server.requests.length).toBe(before + 1);
  });
});

describe('the raw client', () => {
  it.each<readonly [path: string, init: object, want: object]>([
    ['/bearer', {}, { authorization: 'Bearer token' }],
    ['/bearer', { headers: { authorization: 'Bearer mine' } }, { authorization: 'Bearer mine' }],
    ['/header', {}, { 'x-api-key': 'header-key' }],
    ['/header', { headers: { 'X-Api-Key': 'mine' } }, { 'x-api-key': 'mine' }],
  ])('%s %j', async (path, init, want) => {
    await api.connect({ auth: ALL }).raw.GET!(path, init);
    expect(api.server.requests.at(-1)!.headers).toMatchObject(want);
  });

  it('sends nothing where the document asks for nothing, and keys in the query where it does', async () => {
    const { raw } = api.connect({ auth: ALL });
    await raw.GET!('/public');
    expect(api.server.requests.at(-1)!.headers.authorization).toBeUndefined();
    await raw.GET!('/query', { params: { query: { q: 'x' } } });
    expect(api.server.requests.at(-1)!.url).toBe('/query?q=x&api%20key=query%20key%26');
  });
});

describe('servers', () => {
  it('no secret goes to a server that is not trusted with it', async () => {
    const error: unknown = await api
      .connect({ auth: ALL })
      .call('elsewhere')
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      kind: 'input',
      sent: 'no',
      message: expect.stringContaining('trustedOrigins') as string,
    });
    expect(elsewhere.requests).toEqual([]);
  });

  it('a trusted server of an operation gets them', async () => {
    await api.connect({ auth: ALL, trustedOrigins: [elsewhere.baseUrl] }).call('elsewhere');
    expect(elsewhere.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/elsewhere', 'Bearer token'],
    ]);
  });

  it('of a path, and relative ones with variables', async () => {
    await api.client.call('pathServer');
    expect(elsewhere.requests.map(({ url }) => url)).toEqual(['/deep/path-server']);
    await api.client.call('relative');
    expect(api.server.requests.at(-1)!.url).toBe('/other/v9/relative');
    await api.connect({ serverVariables: { version: 'v2' } }).call('relative');
    expect(api.server.requests.at(-1)!.url).toBe('/other/v2/relative');
  });

  it.each<readonly [serverVariables: object | undefined, want: string]>([
    [undefined, 'https://a.test/v1/public'],
    [{ host: 'b.test:8443', version: 'v2' }, 'https://b.test:8443/v2/public'],
  ])('variables %j', async (serverVariables, want) => {
    const urls: string[] = [];
    const fetch = (url: string): Promise<Response> => {
      urls.push(url);
      return Promise.resolve(Response.json({}));
    };
    await api.connect({ baseUrl: undefined, serverVariables, fetch }).call('public');
    expect(urls).toEqual([want]);
  });

  it.each<readonly [serverVariables: object]>([
    [{ version: 'v3' }],
    [{ host: 'user@evil.test' }],
    [{ host: 'a.test/../x' }],
    [{ host: 'a.test?x' }],
    [{ strange: 'x' }],
  ])('variables %j are refused', (serverVariables) => {
    const make = (): unknown => api.connect({ baseUrl: undefined, serverVariables });
    expect(make).toThrow(expect.objectContaining({ kind: 'input' }) as Error);
  });

  it('an unknown name says which are known', () => {
    expect(() => api.connect({ serverVariables: { strange: 'x' } })).toThrow(
      /^unknown server variable serverVariables\.strange; expected one of: \w+/,
    );
    expect(() => api.connect({ auth: { strange: 'x' } })).toThrow(
      /^unknown security scheme auth\.strange; expected one of: \w+/,
    );
  });
});
