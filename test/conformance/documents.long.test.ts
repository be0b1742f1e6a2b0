import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { compile } from '../compile.js';
import type { Answer } from '../runtime/api-server.js';
import { connectTo, type Connected } from './client-of.js';
import { printHeld } from './print-held.js';

// What other generators have been reported to get wrong, in one document: it is generated, compiled and called.

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const sent = (schema: object): object => ({ required: true, ...json(schema) });
const answers = (schema: object): object => ({ responses: { 200: { description: 'ok', ...json(schema) } } });
const STRING = { type: 'string' };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };

const document = {
  openapi: '3.1.1',
  info: { title: 'Reported', version: '1' },
  paths: {
    '/users': { post: { operationId: 'createUser', requestBody: sent(ref('User')), ...answers(ref('User')) } },
    '/items/{id}': {
      parameters: [id],
      get: { operationId: 'getItem', ...answers(ref('Item')) },
      delete: { operationId: 'deleteItem', responses: { 204: { description: 'gone' } } },
      put: answers(ref('Item')),
    },
    '/payments': { get: { operationId: 'getPayment', ...answers(ref('Payment')) } },
    '/context': { get: { operationId: 'getContext', ...answers(ref('Context')) } },
  },
  components: {
    schemas: {
      User: {
        type: 'object',
        required: ['id', 'name', 'password', 'profile'],
        properties: {
          id: { type: 'integer', readOnly: true },
          name: STRING,
          password: { type: 'string', writeOnly: true },
          profile: ref('Profile'),
        },
      },
      Profile: {
        type: 'object',
        required: ['createdAt', 'bio'],
        properties: { createdAt: { type: 'string', readOnly: true }, bio: STRING },
      },
      Item: {
        id: 'https://example.com/item',
        type: 'object',
        properties: {
          id: { type: 'integer' },
          note: { type: 'string', nullable: true },
          extra: { $ref: '#/components/schemas/Item/$defs/anything' },
        },
        $defs: { anything: true },
      },
      Payment: {
        oneOf: [ref('PaidPayment'), ref('ReadyPayment')],
        discriminator: {
          propertyName: 'status',
          mapping: { PAID: '#/components/schemas/PaidPayment', READY: '#/components/schemas/ReadyPayment' },
        },
      },
      PaidPayment: {
        type: 'object',
        required: ['status', 'id', 'paidAt'],
        properties: { status: STRING, id: STRING, paidAt: STRING },
      },
      ReadyPayment: { type: 'object', required: ['status', 'id'], properties: { status: STRING, id: STRING } },
      Context: {
        type: 'object',
        required: ['name'],
        properties: { name: STRING, count: { type: 'integer' } },
        additionalProperties: STRING,
      },
    },
  },
};

const USER = { name: 'a', password: 'b', profile: { bio: '' } };
const ANSWERED = { id: 1, name: 'a', profile: { bio: '', createdAt: 'now' } };

let api: Connected;
let strict: Connected;
let reply: Answer = {};
beforeAll(async () => {
  [api, strict] = await Promise.all([
    connectTo(document, () => reply),
    connectTo(document, () => reply, { strictReadOnly: true }),
  ]);
});
printHeld('documents that are generated, compiled and called');
afterAll(() => Promise.all([api.close(), strict.close()]));

const PROGRAM = `
const client = createClient();
const user: User = await client.call('createUser', { name: 'a', password: 'b', profile: { bio: '' } });
const created: [number, string] = [user.id, user.profile.createdAt];
await client.call('createUser', user.password === undefined ? { ...user, password: 'b' } : { ...user, password: 'c' });
const item = await client.call('getItem', { id: 7 });
const nothing: void = await client.call('deleteItem', { id: 7 });
await client.call('putItemsById', { id: 7 });
const payment = await client.call('getPayment');
const paidAt: string | undefined = payment.status === 'PAID' ? payment.paidAt : undefined;
// @ts-expect-error Only what is paid has it.
payment.paidAt;
const context = await client.call('getContext');
const other: string | number | undefined = context.anything;
// @ts-expect-error An ID is a number.
await client.call('getItem', { id: '7' });
// @ts-expect-error There is no such type without unix times.
export type { UnixTime } from 'FOLDER/index.js';
export { created, item, nothing, paidAt, other };
`;

describe('a document with what other generators have been reported to get wrong', () => {
  it('compiles, and its types say what OpenAPI says', () => {
    const program = `import { createClient, type User } from 'FOLDER/index.js';\n${PROGRAM}`;
    expect(compile(new Map([['use.ts', program.replaceAll('FOLDER', api.folder)]]))).toEqual([]);
  });

  it('sends what the server makes only when it is given', async () => {
    reply = { body: ANSWERED };
    await expect(api.client.call('createUser', USER)).resolves.toEqual(ANSWERED);
    await expect(api.client.call('createUser', { ...ANSWERED, password: 'b' })).resolves.toEqual(ANSWERED);
    await expect(api.client.call('createUser', { name: 'a' })).rejects.toMatchObject({ kind: 'input', sent: 'no' });
  });

  it('refuses it with --strict-read-only', async () => {
    reply = { body: ANSWERED };
    await expect(strict.client.call('createUser', USER)).resolves.toEqual(ANSWERED);
    await expect(strict.client.call('createUser', { ...USER, id: 1 })).rejects.toThrow(
      'createUser was not sent: /id must be left out',
    );
    const profile = { bio: '', createdAt: 'now' };
    await expect(strict.client.call('createUser', { ...USER, profile })).rejects.toThrow(
      'createUser was not sent: /profile/createdAt must be left out',
    );
  });

  it('puts integers into the path, and takes an empty answer', async () => {
    reply = { status: 204, body: '' };
    await expect(api.client.call('deleteItem', { id: 7 })).resolves.toBeUndefined();
    expect(api.server.requests.at(-1)).toMatchObject({ method: 'DELETE', url: '/items/7' });
  });

  it('derives the name of an operation without one', async () => {
    reply = { body: { id: 7, extra: [1] } };
    await expect(api.client.call('putItemsById', { id: 7 })).resolves.toEqual({ id: 7, extra: [1] });
  });

  it.each([
    ['takes the member that the discriminator names', { status: 'PAID', id: 'a', paidAt: 'now' }, undefined],
    ['checks that member only', { status: 'PAID', id: 'a' }, 'must have the property "paidAt"'],
    ['says which members there are', { status: 'LOST', id: 'a' }, '/status must be one of PAID, READY'],
  ])('%s', async (_title, body, fault) => {
    reply = { body };
    const call = api.connect({ validate: { response: 'throw' } }).call('getPayment');
    if (fault === undefined) await expect(call).resolves.toEqual(body);
    else await expect(call).rejects.toThrow(fault);
  });
});
