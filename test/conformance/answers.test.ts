import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Answer } from '../runtime/api-server.js';
import { connectTo, type Connected } from './client-of.js';
import { printHeld } from './print-held.js';

// Answers of every kind of media type, and none.

const STRING = { type: 'string' };
const BINARY = { type: 'string', format: 'binary' };
const ITEM = { type: 'object', properties: { a: STRING, n: { type: 'integer' } } };
const empty = { 204: { description: 'none' } };

const get = (operationId: string, responses: object): object => ({ get: { operationId, responses } });
const answers = (content: object): object => ({ 200: { description: 'ok', content } });

const document = {
  openapi: '3.1.1',
  info: { title: 'Answers', version: '1' },
  paths: {
    '/json': get('json', answers({ 'application/json': { schema: ITEM } })),
    '/vendor': get('vendor', answers({ 'application/vnd.x+json; charset=utf-8': { schema: ITEM } })),
    '/csv': get('csv', answers({ 'text/csv': { schema: STRING } })),
    '/pdf': get('pdf', answers({ 'application/pdf': { schema: BINARY } })),
    '/either': get('either', answers({ 'application/json': { schema: ITEM }, 'text/plain': { schema: STRING } })),
    '/none': get('none', empty),
    '/maybe': get('maybe', { ...answers({ 'application/json': { schema: ITEM } }), 202: { description: 'later' } }),
    '/range': get('range', { '2XX': { description: 'ok', content: { 'application/json': { schema: ITEM } } } }),
    '/default': get('default', { default: { description: 'ok', content: { 'application/json': { schema: ITEM } } } }),
  },
};

let api: Connected;
let reply: Answer = {};
beforeAll(async () => {
  api = await connectTo(document, () => reply);
});
printHeld('answers by media type');
afterAll(() => api.close());

describe('answers', () => {
  const type = (contentType: string): { readonly headers: Record<string, string> } => ({
    headers: { 'content-type': contentType },
  });

  it.each<readonly [title: string, id: string, reply: Answer, want: unknown, accept: string]>([
    ['JSON', 'json', { body: { a: 'x' } }, { a: 'x' }, 'application/json'],
    [
      'JSON of a vendor',
      'vendor',
      { ...type('application/vnd.x+json; charset=utf-8'), body: '{"n":1}' },
      { n: 1 },
      'application/vnd.x+json; charset=utf-8',
    ],
    ['text', 'csv', { ...type('text/csv'), body: 'a,"b"' }, 'a,"b"', 'text/csv'],
    ['bytes', 'pdf', { ...type('application/pdf'), body: 'PDF' }, new Uint8Array([80, 68, 70]), 'application/pdf'],
    ['one of two: JSON', 'either', { body: { a: 'x' } }, { a: 'x' }, 'application/json, text/plain'],
    [
      'one of two: text',
      'either',
      { ...type('text/plain; charset=utf-8'), body: '{"a":"x"}' },
      '{"a":"x"}',
      'application/json, text/plain',
    ],
    ['no content', 'none', { status: 204, body: '' }, undefined, '*/*'],
    ['no content where some may be', 'maybe', { status: 202, body: '' }, undefined, 'application/json'],
    ['content where some may be', 'maybe', { body: { a: 'x' } }, { a: 'x' }, 'application/json'],
  ])('%s', async (_title, id, given, want, accept) => {
    reply = given;
    const found = await api.client.call(id);
    expect([found, api.server.requests.at(-1)!.headers.accept]).toEqual([want, accept]);
  });

  it.each([
    ['HTML of a proxy instead of text', 'csv', { ...type('text/html'), body: '<html>' }],
    ['HTML of a proxy instead of bytes', 'pdf', { ...type('text/html'), body: '<html>' }],
    ['broken JSON', 'maybe', { ...type('application/json'), body: '{"a":' }],
  ])('%s is an error', async (_title, id, given) => {
    reply = given;
    await expect(api.client.call(id)).rejects.toMatchObject({ kind: 'http', sent: 'yes' });
  });

  it.each(['range', 'default', 'maybe'])('what differs from the document is found: %s', async (id) => {
    reply = { body: { n: 'no number' } };
    const client = api.connect({ validate: { response: 'throw' } });
    await expect(client.call(id)).rejects.toMatchObject({ kind: 'validation' });
  });

  it('callWithResponse gives status and headers too', async () => {
    reply = { body: { a: 'x' }, headers: { link: '<next>' } };
    const { data, status, headers } = await api.client.callWithResponse('json');
    expect([data, status, headers.get('link')]).toEqual([{ a: 'x' }, 200, '<next>']);
    reply = { status: 204, body: '', headers: { etag: '"1"' } };
    const none = await api.client.callWithResponse('none');
    expect([none.data, none.status, none.headers.get('etag')]).toEqual([undefined, 204, '"1"']);
  });

  it.each([
    ['text', '{"a":"x"}'],
    ['bytes', new TextEncoder().encode('{"a":"x"}')],
  ] as const)('parseAs %s', async (parseAs, want) => {
    reply = { body: { a: 'x' } };
    const { data } = await api.client.callWithResponse('json', {}, { parseAs });
    expect(data).toEqual(want);
  });

  it('parseAs stream', async () => {
    reply = { ...type('application/pdf'), body: 'long' };
    const { data } = await api.client.callWithResponse('pdf', {}, { parseAs: 'stream' });
    expect(await new Response(data as ReadableStream).text()).toBe('long');
  });

  it('an answer larger than maxBodyBytes is an error, however it is sent', async () => {
    reply = { ...type('application/pdf'), body: 'x'.repeat(100) };
    const client = api.connect({ maxBodyBytes: 99 });
    await expect(client.call('pdf')).rejects.toMatchObject({ kind: 'http', httpStatus: 200 });
  });
});
