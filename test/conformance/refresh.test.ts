import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { connectTo, type Connected } from './client-of.js';
import { printHeld } from './print-held.js';
import { SCHEMES } from './security-schemes.js';
import type { Answer, SeenRequest } from '../runtime/api-server.js';

// HTTP 401: a function that gives a credential is asked for another one, once, whatever the scheme and whoever calls.

const responses = { 200: { description: 'ok', content: { 'application/json': { schema: {} } } } };
const IDS = Object.keys(SCHEMES);

interface Asked {
  readonly refresh: boolean;
}

let api: Connected;
let answer: (request: SeenRequest) => Answer;
beforeAll(async () => {
  const paths = Object.fromEntries(
    IDS.map((name) => [
      `/${name}`,
      {
        get: { operationId: `get_${name}`, security: [{ [name]: [] }], responses },
        post: {
          operationId: `post_${name}`,
          security: [{ [name]: [] }],
          requestBody: { content: { 'text/plain': { schema: { type: 'string' } } } },
          responses,
        },
      },
    ]),
  );
  const document = { openapi: '3.1.1', info: { title: 'Refresh', version: '1' }, paths };
  api = await connectTo({ ...document, components: { securitySchemes: SCHEMES } }, (request) => answer(request));
});
printHeld('credentials that are refreshed');
afterAll(() => api.close());
beforeEach(() => {
  api.server.requests.length = 0;
});

/** The credential in a request, as its scheme writes it. */
function seen({ url, headers }: SeenRequest): string {
  const text = `${url} ${headers.authorization ?? ''} ${String(headers['x-key'] ?? '')} ${headers.cookie ?? ''}`;
  return text.includes('new') || text.includes(btoa('new:pw')) ? 'new' : 'old';
}

/** A source of credentials that writes down what it was asked. */
function sourceOf(name: string, asked: boolean[]): (request: Asked) => unknown {
  return ({ refresh }) => {
    asked.push(refresh);
    const value = refresh ? 'new' : 'old';
    return name === 'basic' ? { username: value, password: 'pw' } : value;
  };
}

describe.each(IDS)('a function for %s', (name) => {
  it.each(['sync', 'async'])('is asked once more, and the call is made again (%s)', async (kind) => {
    answer = (request) => (seen(request) === 'new' ? { body: { ok: true } } : { status: 401, body: {} });
    const asked: boolean[] = [];
    const source = sourceOf(name, asked);
    const auth = { [name]: kind === 'sync' ? source : (request: Asked) => Promise.resolve(source(request)) };
    expect(await api.connect({ auth }).call(`get_${name}`)).toEqual({ ok: true });
    expect(api.server.requests.map(seen)).toEqual(['old', 'new']);
    expect(asked).toEqual([false, true]);
  });

  it('is asked no third time', async () => {
    answer = () => ({ status: 401, body: {} });
    const asked: boolean[] = [];
    const client = api.connect({ auth: { [name]: sourceOf(name, asked) } });
    await expect(client.call(`get_${name}`)).rejects.toMatchObject({ kind: 'auth', httpStatus: 401 });
    expect(asked).toEqual([false, true]);
    expect(api.server.requests).toHaveLength(2);
  });

  it('is asked for writes, which send their body again, and for the raw client', async () => {
    answer = (request) => (seen(request) === 'new' ? { body: { ok: true } } : { status: 401, body: {} });
    const client = api.connect({ auth: { [name]: sourceOf(name, []) } });
    await client.call(`post_${name}`, { body: 'text' });
    await client.raw.POST!(`/${name}`, { body: 'text' });
    expect(api.server.requests.map((request) => [seen(request), request.body])).toEqual([
      ['old', 'text'],
      ['new', 'text'],
      ['old', 'text'],
      ['new', 'text'],
    ]);
  });

  it('that fails is an error of the call, and nothing is sent', async () => {
    const auth = { [name]: () => Promise.reject(new Error('canary')) };
    const error: unknown = await api
      .connect({ auth })
      .call(`get_${name}`)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'IamportError', sent: 'no' });
    expect(JSON.stringify(error)).not.toContain('canary');
    expect(api.server.requests).toHaveLength(0);
  });
});
