import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectTo, type Connected } from './client-of.js';
import { printHeld } from './print-held.js';

// What a document says beyond OpenAPI with words of its own (`x-…`), for an API that is not i'mport's.

const responses = { 200: { description: 'ok', content: { 'application/json': { schema: {} } } } };
const VERSION = {
  name: 'X-Api-Version',
  in: 'header',
  'x-client-option': true,
  description: 'The day whose API is meant.',
  schema: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
};
const get = (operationId: string, rest: object = {}): object => ({ get: { operationId, responses, ...rest } });

let api: Connected;
beforeAll(async () => {
  const document = {
    openapi: '3.1.1',
    info: { title: 'Options', version: '1' },
    paths: {
      '/plain': get('plain', { parameters: [VERSION] }),
      '/styled': get('styled', {
        parameters: [VERSION, { name: 'q', in: 'query', explode: false, schema: { type: 'array' } }],
      }),
      '/without': get('without'),
    },
  };
  api = await connectTo(document, () => ({ body: {} }));
});
printHeld('options that a document adds');
afterAll(() => api.close());

/** The header of the last request. */
const seen = (): unknown => api.server.requests.at(-1)!.headers['x-api-version'];

describe('x-client-option', () => {
  it.each<readonly [title: string, id: string, client: object, input: object, call: object, want: unknown]>([
    ['is sent with every call', 'plain', { xApiVersion: '2026-01' }, {}, {}, '2026-01'],
    ['with parameters in styles', 'styled', { xApiVersion: '2026-01' }, { q: ['a'] }, {}, '2026-01'],
    [
      'of a call comes before that of the client',
      'plain',
      { xApiVersion: '2026-01' },
      {},
      { xApiVersion: '2026-02' },
      '2026-02',
    ],
    ['in the input comes before all', 'plain', { xApiVersion: '2026-01' }, { xApiVersion: '2026-03' }, {}, '2026-03'],
    ['is not sent where the operation does not take it', 'without', { xApiVersion: '2026-01' }, {}, {}, undefined],
    ['is not needed', 'plain', {}, {}, {}, undefined],
  ])('%s', async (_title, id, client, input, call, want) => {
    await api.connect(client).call(id, input, call);
    expect(seen()).toBe(want);
  });

  it('is sent by the raw client, unless the request has it', async () => {
    const { raw } = api.connect({ xApiVersion: '2026-01' });
    await raw.GET!('/plain');
    expect(seen()).toBe('2026-01');
    await raw.GET!('/plain', { headers: { 'x-api-version': 'mine' } });
    expect(seen()).toBe('mine');
    await raw.GET!('/without');
    expect(seen()).toBeUndefined();
  });

  it('is checked when the client is made, and when it is called', async () => {
    const want = { kind: 'input', message: expect.stringContaining('xApiVersion must match ^\\d{4}') as string };
    expect(() => api.connect({ xApiVersion: 'secret' })).toThrow(expect.objectContaining(want) as Error);
    const call = api.client.call('plain', {}, { xApiVersion: 'a\r\nb: c' } as object);
    await expect(call).rejects.toMatchObject({ ...want, sent: 'no' });
    expect(() => api.connect({ xApiVersio: 'x' })).toThrow(/unknown option "xApiVersio"/);
  });

  it('is a typed option, documented as the parameter is', () => {
    const text = readFileSync(path.join(api.folder, 'call-options.ts'), 'utf8');
    expect(text).toContain('  /** The day whose API is meant. */\n  readonly xApiVersion?: string | undefined;');
    expect(readFileSync(path.join(api.folder, 'index.ts'), 'utf8')).toContain('& OwnOptions = {}');
  });
});
