import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { CallOptions } from '../../src/core.js';
import { connectTo, type Connected } from './client-of.js';
import { printHeld } from './print-held.js';
import type { Answer } from '../runtime/api-server.js';

// Bodies of every kind of media type, byte for byte as they travel.

const STRING = { type: 'string' };
const BINARY = { type: 'string', format: 'binary' };
const ITEM = { type: 'object', properties: { a: STRING, n: { type: 'integer' } } };
const empty = { 204: { description: 'none' } };

const post = (operationId: string, content: object): object => ({
  post: { operationId, requestBody: { required: true, content }, responses: empty },
});

const FORM_SCHEMA = {
  type: 'object',
  properties: {
    a: STRING,
    list: { type: 'array', items: STRING },
    object: { type: 'object' },
    csv: { type: 'array', items: STRING },
    deep: { type: 'object' },
    url: STRING,
    json: { type: 'array', items: { type: 'integer' } },
  },
};
const FORM = {
  'application/x-www-form-urlencoded': {
    schema: FORM_SCHEMA,
    encoding: {
      csv: { style: 'form', explode: false },
      deep: { style: 'deepObject', explode: true },
      url: { allowReserved: true },
      json: { contentType: 'application/json' },
    },
  },
};
const MULTIPART = {
  'multipart/form-data': {
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: BINARY,
        files: { type: 'array', items: BINARY },
        note: STRING,
        count: { type: 'integer' },
        meta: ITEM,
        csv: STRING,
      },
    },
    encoding: { csv: { contentType: 'text/csv' } },
  },
};

const document = {
  openapi: '3.1.1',
  info: { title: 'Bodies', version: '1' },
  paths: {
    '/merge': post('merge', { 'application/merge-patch+json': { schema: ITEM } }),
    '/plain': post('plain', { 'application/json': { schema: ITEM } }),
    '/form': post('form', FORM),
    '/multipart': post('multipart', MULTIPART),
    '/bytes': post('bytes', { 'application/octet-stream': { schema: BINARY } }),
    '/image': post('image', { 'image/png': {} }),
    '/text': post('text', { 'text/plain': { schema: STRING } }),
    '/xml': post('xml', { 'application/xml': { schema: ITEM } }),
    '/several': post('several', {
      'application/json': { schema: ITEM },
      'text/csv': { schema: STRING },
      ...FORM,
    }),
  },
};

let api: Connected;
let reply: Answer = {};
beforeAll(async () => {
  api = await connectTo(document, () => reply);
});
printHeld('bodies on the wire');
afterAll(() => api.close());

const streamOf = (text: string): ReadableStream => new Blob([text]).stream();

describe('bodies', () => {
  const FILE = new File(['\u0001bytes'], '보고서 "1".pdf', { type: 'application/pdf' });
  const WIDE = {
    a: '1 &=+',
    list: ['x', 'y z'],
    object: { k: 1 },
    csv: ['p', 'q,r'],
    deep: { a: { b: 2 } },
    url: 'a/b?c',
    json: [1, 2],
  };

  it.each<readonly [title: string, id: string, input: object, mediaType: string, body: string]>([
    ['JSON of another name', 'merge', { a: 'x', n: 1 }, 'application/merge-patch+json', '{"a":"x","n":1}'],
    [
      'a form, with encodings',
      'form',
      WIDE,
      'application/x-www-form-urlencoded',
      'a=1+%26%3D%2B&list=x&list=y+z&object=%7B%22k%22%3A1%7D&csv=p,q%2Cr&deep%5Ba%5D%5Bb%5D=2&url=a/b?c&json=%5B1%2C2%5D',
    ],
    ['a form without what is null', 'form', { a: 'x' }, 'application/x-www-form-urlencoded', 'a=x'],
    ['bytes', 'bytes', { body: new Uint8Array([65, 66]) }, 'application/octet-stream', 'AB'],
    ['a buffer', 'bytes', { body: new Uint8Array([67]).buffer }, 'application/octet-stream', 'C'],
    ['a Blob', 'bytes', { body: new Blob(['blob'], { type: 'text/html' }) }, 'application/octet-stream', 'blob'],
    ['a file', 'image', { body: FILE }, 'image/png', '\u0001bytes'],
    ['text', 'text', { body: '안녕 "x"' }, 'text/plain', '안녕 "x"'],
    ['XML, which the caller writes', 'xml', { body: '<a/>' }, 'application/xml', '<a/>'],
    ['the first of several', 'several', { body: { a: 'x' } }, 'application/json', '{"a":"x"}'],
  ])('%s', async (_title, id, input, mediaType, body) => {
    reply = { status: 204, body: '' };
    await api.client.call(id, input);
    const seen = api.server.requests.at(-1)!;
    expect([seen.headers['content-type'], seen.body]).toEqual([mediaType, body]);
  });

  it('a stream is sent as it comes', async () => {
    reply = { status: 204, body: '' };
    await api.client.call('bytes', { body: streamOf('streamed') });
    const { body, headers } = api.server.requests.at(-1)!;
    expect([body, headers['transfer-encoding']]).toEqual(['streamed', 'chunked']);
  });

  it.each([
    ['text/csv', 'a,b', 'a,b'],
    ['application/x-www-form-urlencoded', { a: 'x y' }, 'a=x+y'],
  ])('contentType chooses among several: %s', async (contentType, content, body) => {
    reply = { status: 204, body: '' };
    await api.client.call('several', { body: content }, { contentType });
    const seen = api.server.requests.at(-1)!;
    expect([seen.headers['content-type'], seen.body]).toEqual([contentType, body]);
  });

  it.each<readonly [id: string, options: CallOptions]>([
    ['several', { contentType: 'text/html' }],
    ['plain', { contentType: 'text/html' }],
    ['plain', { form: true }],
  ])('the media type must be one of the document: %s %j', async (id, options) => {
    await expect(api.client.call(id, id === 'several' ? { body: {} } : {}, options)).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('contentType must be one of application/json') as string,
    });
  });

  const parts = (file: string, more = ''): string =>
    `--B\r\nContent-Disposition: form-data; name="file"; filename="${file}"\r\n` + more;

  it.each<readonly [title: string, input: () => object, want: string]>([
    [
      'a file, text, a number, an object as JSON and a part with an encoding',
      () => ({ file: FILE, note: 'a\nb', count: 3, meta: { a: 'x' }, csv: '1,2' }),
      parts('보고서 %221%22.pdf', 'Content-Type: application/pdf\r\n\r\n\u0001bytes\r\n') +
        '--B\r\nContent-Disposition: form-data; name="note"\r\n\r\na\nb\r\n' +
        '--B\r\nContent-Disposition: form-data; name="count"\r\n\r\n3\r\n' +
        '--B\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":"x"}\r\n' +
        '--B\r\nContent-Disposition: form-data; name="csv"\r\nContent-Type: text/csv\r\n\r\n1,2\r\n--B--\r\n',
    ],
    [
      'files of one name',
      () => ({
        file: new Uint8Array([65]),
        files: [new Blob(['b']), new File(['c'], 'c.txt', { type: 'text/plain' })],
      }),
      parts('blob', 'Content-Type: application/octet-stream\r\n\r\nA\r\n') +
        '--B\r\nContent-Disposition: form-data; name="files"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\nb\r\n' +
        '--B\r\nContent-Disposition: form-data; name="files"; filename="c.txt"\r\nContent-Type: text/plain\r\n\r\nc\r\n--B--\r\n',
    ],
    [
      'a stream',
      () => ({ file: streamOf('flow') }),
      parts('blob', 'Content-Type: application/octet-stream\r\n\r\nflow\r\n--B--\r\n'),
    ],
  ])('multipart: %s', async (_title, input, want) => {
    reply = { status: 204, body: '' };
    await api.client.call('multipart', input());
    const { headers, body } = api.server.requests.at(-1)!;
    const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(headers['content-type'] ?? '')?.[1] ?? 'none';
    expect(body.replaceAll(boundary, 'B')).toBe(want);
  });

  it.each([
    ['text', { body: { a: 1 } }],
    ['form', { a: Number.NaN }],
  ])('what a media type cannot express is refused: %s', async (id, input) => {
    const client = api.connect({ validate: { request: 'off' } });
    await expect(client.call(id, input)).rejects.toMatchObject({ kind: 'input', sent: 'no' });
  });
});
