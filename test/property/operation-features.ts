import { text, object, done, answer, operation, body, parameter, schema, type Json } from './document-parts.js';

/** What stands beside `openapi: 3.1.0` and `info`: one thing about operations each. */
export const OPERATION_FEATURES: Readonly<Record<string, Json>> = {
  'path-level parameters': {
    paths: {
      '/a/{id}': {
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        get: { operationId: 'getA', responses: done },
      },
    },
  },
  'path-level parameter that an operation overrides': {
    paths: {
      '/a/{id}': {
        parameters: [
          { name: 'id', in: 'path', required: true, schema: text },
          { name: 'q', in: 'query', schema: text },
        ],
        get: {
          operationId: 'getA',
          parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'integer' } }],
          responses: done,
        },
      },
    },
  },
  'content parameter': parameter({ content: { 'application/json': { schema: object({ a: text }) } } }),
  'parameter of any type': parameter({ schema: {} }),
  'parameter schema true': parameter({ schema: true }),
  'parameter schema by reference': {
    ...parameter({ schema: { $ref: '#/components/schemas/Thing' }, description: 'D' }),
    ...schema({ type: 'string', enum: ['x'] }),
  },
  'cookie parameter': parameter({ in: 'cookie', schema: text }),
  'header parameter': parameter({ in: 'header', name: 'X-Some-Header', schema: text }),
  deepObject: parameter({ style: 'deepObject', explode: true, schema: object({ a: text }) }),
  pipeDelimited: parameter({ style: 'pipeDelimited', explode: false, schema: { type: 'array', items: text } }),
  'parameters of one name': operation({
    parameters: [
      { name: 'q', in: 'query', schema: text },
      { name: 'q', in: 'header', schema: text },
      { name: 'q', in: 'cookie', schema: text },
    ],
  }),
  'parameters that become one name': operation({
    parameters: [
      { name: 'q', in: 'query', schema: text },
      { name: 'q[]', in: 'query', schema: { type: 'array', items: text } },
      { name: 'query_q', in: 'query', schema: text },
    ],
  }),
  'headers that become one name': operation({
    parameters: [
      { name: 'X-Id', in: 'header', schema: text },
      { name: 'x_id', in: 'header', schema: text },
      { name: 'header_xId', in: 'query', schema: text },
    ],
  }),
  'path template inside a segment': operation(
    {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: text },
        { name: 'ext', in: 'path', required: true, schema: text },
      ],
    },
    '/a/{id}.{ext}',
  ),
  'path template without a parameter': operation({}, '/a/{id}'),
  'path parameter named body': operation(
    {
      parameters: [{ name: 'body', in: 'path', required: true, schema: text }],
      requestBody: { content: { 'application/json': { schema: { type: 'array', items: text } } } },
    },
    '/a/{body}',
  ),
  'path with fragment and query': operation({}, '/a?x=1#y'),
  'body multipart': body(object({ file: { type: 'string', format: 'binary' }, name: text }), 'multipart/form-data'),
  'body multipart of 3.1': body(object({ file: { contentMediaType: 'image/png' } }), 'multipart/form-data'),
  'body form': body(object({ a: text }), 'application/x-www-form-urlencoded'),
  'body binary': operation({ requestBody: { content: { 'application/octet-stream': {} } } }),
  'body text': body(text, 'text/plain'),
  'body array': body({ type: 'array', items: text }),
  'body nullable': body({ type: ['object', 'null'], properties: { a: text } }),
  'body true': body(true),
  'body without content': operation({ requestBody: { content: {} } }),
  'body of any type': body({}),
  'body of several types': operation({
    requestBody: {
      required: true,
      content: {
        'application/xml': { schema: text },
        'application/json': { schema: object({ a: text }) },
        'application/problem+json; charset=utf-8': { schema: text },
      },
    },
  }),
  'body with anyOf': body({ anyOf: [object({ a: text }), object({ b: text })] }),
  'answer text': operation({ responses: answer(text, 'text/plain') }),
  'answer binary': operation({ responses: answer({ type: 'string', format: 'binary' }, 'image/*') }),
  'answer true': operation({ responses: answer(true) }),
  'answer without schema': operation({ responses: { 200: { description: 'D', content: { 'application/json': {} } } } }),
  'no content': operation({ responses: { 204: { description: 'D' } } }),
  'default only': operation({
    responses: { default: { description: 'D', content: { 'application/json': { schema: text } } } },
  }),
  'ranges of statuses': operation({
    responses: {
      '2XX': { description: 'D', content: { 'application/json': { schema: text } } },
      '4XX': { description: 'D' },
      default: { description: 'D' },
    },
  }),
  'several successes': operation({
    responses: {
      200: { description: 'D', content: { 'application/json': { schema: text } } },
      201: { description: 'D', content: { 'application/json': { schema: object({ a: text }) } } },
      204: { description: 'D' },
    },
  }),
  'all methods': {
    paths: {
      '/a': Object.fromEntries(
        ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'].map((method) => [
          method,
          { operationId: method, responses: done },
        ]),
      ),
    },
  },
  callbacks: operation({
    callbacks: {
      done: {
        '{$request.body#/url}': {
          post: { requestBody: { content: { 'application/json': { schema: object({ a: text }) } } }, responses: done },
        },
      },
    },
  }),
  'no operationId': { paths: { '/a': { get: { responses: done } } } },
  'operationIds that differ in case': {
    paths: {
      '/a': { get: { operationId: 'getA', responses: done } },
      '/b': { get: { operationId: 'geta', responses: done } },
    },
  },
  'operationIds that become one method': {
    paths: {
      '/a': { get: { operationId: 'get-a', responses: done } },
      '/b': { get: { operationId: 'get_a', responses: done } },
    },
  },
  'the same operationId twice': {
    paths: {
      '/a': { get: { operationId: 'a', responses: done } },
      '/b': { get: { operationId: 'a', responses: done } },
    },
  },
  'webhook and operation of one name': {
    paths: { '/a': { get: { operationId: 'a', responses: done } } },
    webhooks: { a: { post: { operationId: 'a', responses: done } } },
  },
  'schema named like an operation input': {
    ...operation({ parameters: [{ name: 'q', in: 'query', schema: text }] }),
    ...schema(object({}), { DoItInput: object({}), DoItRequest: text, DoIt200Response: text }),
  },
  'tags that become one resource': {
    paths: {
      '/a': { get: { operationId: 'a', tags: ['foo-bar'], responses: done } },
      '/b': { get: { operationId: 'b', tags: ['fooBar'], responses: done } },
      '/c': { get: { operationId: 'c', tags: ['FooBar'], responses: done } },
    },
  },
  'tags like members of the client': {
    paths: Object.fromEntries(
      ['call', 'GET', 'raw', 'then', 'constructor', '__proto__', 'toString', 'withTier', 'request'].map(
        (tag, index) => [`/${index}`, { get: { operationId: `op${index}`, tags: [tag], responses: done } }],
      ),
    ),
  },
  'servers of all kinds': {
    servers: [
      { url: '/v1/' },
      { url: 'https://{host}:{port}/v1', variables: { host: { default: 'a' }, port: { default: '1', enum: ['1'] } } },
    ],
    paths: {},
  },
  'server variables first': {
    servers: [{ url: 'https://{host}/v1', variables: { host: { default: 'a' } } }],
    paths: {},
  },
  'a very long operationId': operation({
    operationId: 'getThe'.padEnd(400, 'Thing'),
    responses: answer(object({ a: text })),
  }),
  'a very long schema name': {
    components: { schemas: { ['가'.repeat(300)]: object({ a: text }), ['가'.repeat(299)]: object({ a: text }) } },
  },
  'an empty schema name beside references to others': {
    ...operation({ parameters: [{ $ref: '#/components/parameters/Page' }] }),
    components: {
      schemas: { '': object({ a: text }) },
      parameters: { Page: { name: 'page', in: 'query', schema: text } },
    },
  },
  'an empty schema name': { components: { schemas: { '': object({ a: text }) } } },
  'schema names of devices': {
    components: { schemas: { con: text, NUL: text, aux: text, index: text, runtime: text } },
  },
};
