import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectTo, type Connected } from './client-of.js';
import { printHeld } from './print-held.js';
import type { Answer } from '../runtime/api-server.js';

// Answers of the raw client: by their media type, as `call` gives them.

const json = { 200: { description: 'ok', content: { 'application/json': { schema: {} } } } };
const answers = (...types: string[]): object => ({
  200: { description: 'ok', content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }])) },
});

let api: Connected;
let reply: Answer = {};
beforeAll(async () => {
  const paths = {
    '/csv': { get: { operationId: 'csv', responses: answers('text/csv') } },
    '/image': { get: { operationId: 'image', responses: answers('image/png') } },
    '/mixed': { get: { operationId: 'mixed', responses: answers('application/json', 'text/plain') } },
    '/none': {
      delete: { operationId: 'none', responses: { 204: { description: 'none' }, 202: { description: 'later' } } },
    },
    '/plain': { get: { operationId: 'plain', responses: json } },
  };
  api = await connectTo({ openapi: '3.1.1', info: { title: 'Answers', version: '1' }, paths }, () => reply);
});
printHeld('answers of the raw client');
afterAll(() => api.close());

const send = (method: string, path: string, init: object = {}): Promise<{ readonly data?: unknown }> =>
  api.client.raw[method]!(path, init);

describe('answers', () => {
  const answer = (mediaType: string, body: string, status = 200): Answer => ({
    status,
    headers: { 'content-type': mediaType },
    body,
  });

  it.each<readonly [title: string, method: string, path: string, answer: Answer, init: object, want: unknown]>([
    ['text', 'GET', '/csv', answer('text/csv', 'a,b'), {}, 'a,b'],
    ['bytes', 'GET', '/image', answer('image/png', 'AB'), {}, new Uint8Array([65, 66])],
    ['JSON where it is declared beside text', 'GET', '/mixed', answer('application/json', '{"a":1}'), {}, { a: 1 }],
    ['text where it is declared beside JSON', 'GET', '/mixed', answer('text/plain', '{"a":1}'), {}, '{"a":1}'],
    ['nothing', 'DELETE', '/none', { status: 204, body: '' }, {}, undefined],
    ['nothing, with a status that may have a body', 'DELETE', '/none', { status: 202, body: '' }, {}, undefined],
    ['JSON as ever', 'GET', '/plain', answer('application/json', '{"a":1}'), {}, { a: 1 }],
    ['what the caller wants', 'GET', '/mixed', answer('application/json', '{"a":1}'), { parseAs: 'text' }, '{"a":1}'],
  ])('%s', async (_title, method, path, given, init, want) => {
    reply = given;
    expect((await send(method, path, init)).data).toEqual(want);
  });

  it('a stream comes as it is sent, and may be larger than maxBodyBytes', async () => {
    reply = answer('image/png', 'A'.repeat(1000));
    const { data } = await api.connect({ maxBodyBytes: 10 }).raw.GET!('/image', { parseAs: 'stream' });
    // The raw client's `stream`.
    expect(await new Response(data as ReadableStream).text()).toBe('A'.repeat(1000));
  });

  it.each<readonly [title: string, path: string, answer: Answer, init: object, options: object, words: RegExp]>([
    ['of another media type', '/csv', answer('text/html', '<p>'), {}, {}, /is text\/html, not text\/csv/],
    ['not JSON', '/plain', answer('text/html', '<p>'), {}, {}, /is not JSON/],
    ['said to be JSON', '/mixed', answer('application/json', '{"a'), {}, {}, /is not JSON/],
    ['not the JSON that is wanted', '/mixed', answer('text/plain', '{"a'), { parseAs: 'json' }, {}, /is not JSON/],
    ['too large', '/image', answer('image/png', 'A'.repeat(100)), {}, { maxBodyBytes: 10 }, /larger than maxBodyBytes/],
    ['a redirect', '/csv', { status: 302, headers: { location: 'https://a.test' }, body: '' }, {}, {}, /redirect/],
  ])('%s is an error', async (_title, path, given, init, options, words) => {
    reply = given;
    await expect(api.connect(options).raw.GET!(path, init)).rejects.toMatchObject({
      kind: 'http',
      message: expect.stringMatching(words) as string,
    });
  });

  it('an error is what openapi-fetch makes of it', async () => {
    reply = answer('text/plain', 'too many', 429);
    expect(await send('GET', '/csv')).toMatchObject({ error: 'too many', response: { status: 429 } });
  });
});
