import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectTo, type Connected } from './client-of.js';
import { printHeld } from './print-held.js';

// Parts of a multipart body with headers of their own and styles: `encoding` of OpenAPI 3.1.1, as RFC 7578 writes parts.

const STRING = { type: 'string' };
const LIST = { type: 'array', items: STRING };
const BINARY = { type: 'string', format: 'binary' };
const responses = { 204: { description: 'none' } };

const post = (operationId: string, schema: object, encoding: object, rest: object = {}): object => ({
  post: {
    operationId,
    requestBody: { required: true, content: { 'multipart/form-data': { schema, encoding } } },
    responses,
    ...rest,
  },
});

const HEADERS = {
  file: {
    contentType: 'image/png',
    headers: {
      'X-Checksum': { required: true, description: 'SHA-256 of the file.', schema: STRING },
      'X-Kind': { schema: { const: 'photo' } },
      'X-Only': { schema: { enum: ['one'] } },
      'X-Day': { $ref: '#/components/headers/Day' },
      'X-List': { schema: LIST },
      'X-Object': { explode: true, schema: { type: 'object' } },
      'X-Json': { content: { 'application/json': { schema: LIST } } },
      'X-Shown': { schema: STRING, example: 'an example is no value' },
      'Content-Type': { schema: { const: 'ignored/here' } },
    },
  },
  files: { headers: { 'Content-ID': { schema: STRING } } },
  raw: { headers: { 'Content-Disposition': { schema: { const: 'form-data; name="raw"; filename="raw.bin"' } } } },
};
const SCHEMA = {
  type: 'object',
  required: ['file'],
  properties: { file: BINARY, files: { type: 'array', items: BINARY }, raw: BINARY },
};

const STYLED = {
  form: { style: 'form', explode: false },
  spread: { style: 'form' },
  pipe: { style: 'pipeDelimited', explode: false },
  deep: { style: 'deepObject', explode: true },
};
const OBJECT = { type: 'object', additionalProperties: {} };

const document = {
  openapi: '3.1.1',
  info: { title: 'Parts', version: '1' },
  paths: {
    '/own': post('own', SCHEMA, HEADERS),
    '/optional': post('optional', { type: 'object', properties: { file: BINARY } }, { file: HEADERS.file }),
    '/taken': post(
      'taken',
      { type: 'object', properties: { partHeaders: STRING, file: BINARY } },
      { file: HEADERS.file },
      {
        parameters: [{ name: 'partHeaders', in: 'query', schema: STRING }],
      },
    ),
    '/styled': post(
      'styled',
      { type: 'object', properties: { form: LIST, spread: OBJECT, pipe: LIST, deep: OBJECT } },
      STYLED,
    ),
  },
  components: { headers: { Day: { schema: { type: 'string', default: 'today' } } } },
};

let api: Connected;
beforeAll(async () => {
  api = await connectTo(document, () => ({ status: 204, body: '' }));
});
printHeld('headers and styles of parts');
afterAll(() => api.close());

/** The body of the last request, with `B` for its boundary. */
function seen(): string {
  const { headers, body } = api.server.requests.at(-1)!;
  const boundary = /boundary=(\S+)$/.exec(headers['content-type'] ?? '')?.[1] ?? 'none';
  return body.replaceAll(boundary, 'B');
}

const png = (): Blob => new Blob(['x'], { type: 'image/png' });
const DISPOSITION = 'Content-Disposition: form-data; name="file"; filename="blob"\r\nContent-Type: image/png\r\n';

describe('headers of parts', () => {
  it('values of the caller, then those of the document', async () => {
    const file = {
      'X-Checksum': 'abc',
      'X-Day': 'monday',
      'X-List': ['a', 'b'],
      'X-Object': { R: 1, G: 2 },
      'X-Json': ['a'],
    };
    await api.client.call('own', { file: png(), partHeaders: { file } });
    expect(seen()).toBe(
      `--B\r\n${DISPOSITION}X-Checksum: abc\r\nX-Kind: photo\r\nX-Only: one\r\nX-Day: monday\r\nX-List: a,b\r\n` +
        'X-Object: R=1,G=2\r\nX-Json: ["a"]\r\n\r\nx\r\n--B--\r\n',
    );
  });

  it('what the document says alone is sent by itself; an example is not', async () => {
    await api.client.call('own', { file: png(), partHeaders: { file: { 'X-Checksum': 'abc' } } });
    expect(seen()).toBe(
      `--B\r\n${DISPOSITION}X-Checksum: abc\r\nX-Kind: photo\r\nX-Only: one\r\nX-Day: today\r\n\r\nx\r\n--B--\r\n`,
    );
  });

  it.each<readonly [title: string, given: unknown, want: readonly [string, string]]>([
    [
      'for each of several',
      [{ 'Content-ID': '<1>' }, { 'Content-ID': '<2>' }],
      ['Content-ID: <1>\r\n', 'Content-ID: <2>\r\n'],
    ],
    ['for all of several', { 'Content-ID': '<1>' }, ['Content-ID: <1>\r\n', 'Content-ID: <1>\r\n']],
    ['for the first of several', [{ 'Content-ID': '<1>' }], ['Content-ID: <1>\r\n', '']],
  ])('%s', async (_title, files, [first, second]) => {
    const input = { file: png(), files: [new Blob(['a']), new Blob(['b'])] };
    await api.client.call('own', { ...input, partHeaders: { file: { 'X-Checksum': 'abc' }, files } });
    const head =
      'Content-Disposition: form-data; name="files"; filename="blob"\r\nContent-Type: application/octet-stream\r\n';
    expect(seen()).toContain(`--B\r\n${head}${first}\r\na\r\n--B\r\n${head}${second}\r\nb\r\n--B--\r\n`);
  });

  it('Content-Disposition takes the place of the usual one', async () => {
    const partHeaders = { file: { 'X-Checksum': 'abc' } };
    await api.client.call('own', { file: png(), raw: new Uint8Array([65]), partHeaders });
    expect(seen()).toContain(
      '--B\r\nContent-Type: application/octet-stream\r\nContent-Disposition: form-data; name="raw"; filename="raw.bin"\r\n\r\nA\r\n',
    );
  });

  it.each<readonly [title: string, id: string, input: () => object, words: RegExp]>([
    ['is missing', 'own', () => ({ file: png() }), /must have the property "partHeaders"/],
    [
      'is missing in its part',
      'own',
      () => ({ file: png(), partHeaders: { file: {} } }),
      /partHeaders\/file must have the property "X-Checksum"/,
    ],
    [
      'is missing where the part may be',
      'optional',
      () => ({ file: png() }),
      /the part file needs the header X-Checksum, in partHeaders/,
    ],
    [
      'is unknown',
      'own',
      () => ({ file: png(), partHeaders: { file: { 'X-Checksum': 'a', 'X-Strange': 'b' } } }),
      /X-Strange/,
    ],
    ['of an unknown part', 'optional', () => ({ partHeaders: { strange: {} } }), /strange/],
    [
      'would end the line',
      'own',
      () => ({ file: png(), partHeaders: { file: { 'X-Checksum': 'a\r\nX-B: c' } } }),
      /not allowed in a header/,
    ],
  ])('one that %s is refused, and nothing is sent', async (_title, id, input, words) => {
    const before = api.server.requests.length;
    await expect(api.client.call(id, input())).rejects.toMatchObject({
      kind: 'input',
      sent: 'no',
      message: expect.stringMatching(words) as string,
    });
    expect(api.server.requests.length).toBe(before);
  });

  it('are not needed for a part that is not sent', async () => {
    await api.client.call('optional', {});
    expect(seen()).toBe('--B--\r\n');
  });

  it('have a field of their own where a parameter and a part have its name', async () => {
    const body = { partHeaders: 'text', file: png() };
    const multipart_partHeaders = { file: { 'X-Checksum': 'abc' } };
    await api.client.call('taken', { partHeaders: 'query', multipart_partHeaders, body });
    expect(api.server.requests.at(-1)!.url).toBe('/taken?partHeaders=query');
    expect(seen()).toContain('name="partHeaders"\r\n\r\ntext\r\n');
    expect(seen()).toContain('X-Checksum: abc\r\n');
  });
});

it('styles of parts: names and texts as in a query, without its escapes', async () => {
  await api.client.call('styled', {
    form: ['a', 'b c'],
    spread: { R: 'x=1', G: '한' },
    pipe: ['a', 'b'],
    deep: { a: { b: '1&2' } },
  });
  const part = (name: string, text: string): string =>
    `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  expect(seen()).toBe(
    part('form', 'a,b c') +
      part('R', 'x=1') +
      part('G', '한') +
      part('pipe', 'a|b') +
      part('deep[a][b]', '1&2') +
      '--B--\r\n',
  );
});
