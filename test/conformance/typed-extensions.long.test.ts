import { afterAll, beforeAll, expect, it } from 'vitest';

import { compile } from '../compile.js';
import { connectTo, type Connected } from './client-of.js';
import { printHeld } from './print-held.js';

// What a document adds to a client, as TypeScript sees it: its credentials, its options, headers of parts.

const STRING = { type: 'string' };
const exchange = {
  ...{ operation: 'issueToken', tokenUrl: '/token', from: { client_id: 'clientId', client_secret: 'clientSecret' } },
  ...{ token: 'token', expiresAt: 'until', now: 'at' },
};
const document = {
  openapi: '3.1.1',
  info: { title: 'Types', version: '1' },
  servers: [{ url: 'https://api.test' }],
  security: [{ token: [] }],
  paths: {
    '/own': {
      post: {
        operationId: 'own',
        tags: ['files'],
        parameters: [{ name: 'X-Api-Version', in: 'header', 'x-client-option': true, schema: STRING }],
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['file'],
                properties: { file: { type: 'string', format: 'binary' }, more: { type: 'array', items: STRING } },
              },
              encoding: {
                file: {
                  headers: {
                    'X-Checksum': { required: true, schema: STRING },
                    'X-List': { schema: { type: 'array', items: STRING } },
                  },
                },
                more: { headers: { 'X-Day': { schema: STRING } } },
              },
            },
          },
        },
        responses: { 204: { description: 'none' } },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'apiKey', in: 'header', name: 'X-Token', 'x-token-exchange': exchange } },
  },
};

const PROGRAM = `
import { createClient, type CallOptions } from 'FOLDER/index.js';
const credentials = { clientId: 'a', clientSecret: 'b' };
const client = createClient({ ...credentials, xApiVersion: '1', timeoutMs: 1000 });
const options: CallOptions = { xApiVersion: '2', timeoutMs: 1000 };
const file = new Blob(['x']);
const headers = { 'X-Checksum': 'abc', 'X-List': ['a'] };
const nothing: void = await client.call('own', { file, partHeaders: { file: headers } }, options);
await client.files.own({ file, partHeaders: { file: headers, more: [{ 'X-Day': 'a' }] } }, { xApiVersion: '2' });
await client.settle(undefined, { xApiVersion: '2' });
// @ts-expect-error A credential is missing.
createClient({ clientId: 'a' });
// @ts-expect-error There is no such option.
createClient({ ...credentials, xApiVersio: '1' });
// @ts-expect-error Nor for a call.
await client.call('own', { file, partHeaders: { file: headers } }, { xApiVersio: '2' });
// @ts-expect-error A required header is missing.
await client.call('own', { file, partHeaders: { file: {} } });
// @ts-expect-error Headers with a required one are missing.
await client.call('own', { file });
// @ts-expect-error There is no such header.
await client.call('own', { file, partHeaders: { file: { 'X-Checksum': 'abc', 'X-Strange': 'b' } } });
export { nothing };
`;

let api: Connected;
beforeAll(async () => {
  api = await connectTo(document, () => ({ body: {} }), { client: { clientId: 'a', clientSecret: 'b' } });
});
printHeld('what a document adds to a client, compiled');
afterAll(() => api.close());

it('options, credentials and headers of parts are typed by the document', () => {
  expect(compile(new Map([['use.ts', PROGRAM.replaceAll('FOLDER', api.folder)]]))).toEqual([]);
});
