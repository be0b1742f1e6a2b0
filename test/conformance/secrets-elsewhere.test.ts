import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { connectTo, type Connected } from './client-of.js';
import { printHeld } from './print-held.js';
import { SCHEMES } from './security-schemes.js';
import { startApiServer, type ApiServer, type Reaction, type SeenRequest } from '../runtime/api-server.js';

// No secret goes to another host than the one configured for it, and none is in an error or an event.

const responses = { 200: { description: 'ok', content: { 'application/json': { schema: {} } } } };
const IDS = Object.keys(SCHEMES);
const AUTH = {
  ...Object.fromEntries(IDS.map((name) => [name, `canary-${name}-secret`])),
  basic: { username: 'canary-user', password: 'canary-password' },
};

let elsewhere: ApiServer;
let api: Connected;
let relative: Connected;
let reply: (request: SeenRequest) => Reaction = () => ({ body: {} });
beforeAll(async () => {
  elsewhere = await startApiServer(() => ({ body: {} }));
  const operation = (operationId: string, rest: object): object => ({ get: { operationId, responses, ...rest } });
  const paths = {
    ...Object.fromEntries(IDS.map((name) => [`/${name}`, operation(name, { security: [{ [name]: [] }] })])),
    ...Object.fromEntries(
      IDS.map((name) => [
        `/other-${name}`,
        operation(`other_${name}`, { security: [{ [name]: [] }], servers: [{ url: elsewhere.baseUrl }] }),
      ]),
    ),
  };
  const base = { openapi: '3.1.1', info: { title: 'Secrets', version: '1' } };
  api = await connectTo({ ...base, paths, components: { securitySchemes: SCHEMES } }, (request) => reply(request));
  relative = await connectTo({ ...base, servers: [{ url: '/v1' }], paths: {} }, (request) => reply(request));
});
printHeld('secrets that stay where they belong');
afterAll(() => Promise.all([api.close(), relative.close(), elsewhere.close()]));
beforeEach(() => {
  elsewhere.requests.length = 0;
});

const caught = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

/** Everything that a program could log of an error. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) throw new TypeError('it did not fail');
  const cause = error.cause instanceof Error ? textOf(error.cause) : '';
  return `${error.message} ${JSON.stringify(error)} ${error.stack ?? ''} ${cause}`;
}

describe.each(IDS)('a secret of %s', (name) => {
  it.each([301, 302, 307, 308])('does not follow a redirect (%i), however it is sent', async (status) => {
    reply = () => ({ status, headers: { location: `${elsewhere.baseUrl}/stolen` }, body: '' });
    const client = api.connect({ auth: AUTH });
    expect(await caught(client.call(name))).toMatchObject({ kind: 'http', httpStatus: status });
    const raw = await client.raw.GET!(`/${name}`, { redirect: 'follow' });
    expect(raw).toMatchObject({ response: { status } });
    expect(elsewhere.requests).toEqual([]);
  });

  it('does not go to the server of an operation that is not trusted', async () => {
    const client = api.connect({ auth: AUTH });
    const refused = { kind: 'input', message: expect.stringContaining('trustedOrigins') as string };
    expect(await caught(client.call(`other_${name}`))).toMatchObject(refused);
    expect(await caught(client.raw.GET!(`/other-${name}`))).toMatchObject(refused);
    expect(elsewhere.requests).toEqual([]);
  });

  it('is in no error and no event, also where the server repeats it', async () => {
    reply = ({ headers, url }) => ({ status: 401, body: { message: JSON.stringify({ headers, url }) } });
    const events: unknown[] = [];
    const onEvent = (event: unknown): void => void events.push(event);
    const client = api.connect({ auth: AUTH, onEvent });
    const refused = await caught(client.call(name));
    const fetch = (): Promise<never> => Promise.reject(new Error(JSON.stringify(AUTH)));
    const broken = await caught(api.connect({ auth: AUTH, onEvent, fetch, retries: 0 }).call(name));
    const make = (): unknown => api.connect({ auth: { ...AUTH, [name]: `canary\n${name}` } });
    const unreadable = await caught(Promise.resolve().then(make));
    const texts = [refused, broken, unreadable].map(textOf);
    expect(`${texts.join()} ${JSON.stringify(events)}`).not.toMatch(/canary/);
  });
});

describe('the base URL', () => {
  it('is needed where the document has a relative server only', () => {
    expect(() => relative.connect({ baseUrl: undefined })).toThrow(
      /baseUrl is missing: the document names no absolute/,
    );
  });

  it.each(['http://api.test', 'ftp://api.test', 'https://user:pw@api.test', '/v1'])('%s is refused', (baseUrl) => {
    expect(() => api.connect({ baseUrl })).toThrow(expect.objectContaining({ kind: 'input' }) as Error);
  });
});
