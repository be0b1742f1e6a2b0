const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };
const json = (name: string): object => ({ 'application/json': { schema: ref(name) } });

/** A tiny spec that has something in every place of the document. */
export function specWithEverything(): object {
  return {
    openapi: '3.1.0',
    info: {
      ...{
        title: 'T',
        version: '1',
        summary: 's',
        description: 'd',
        termsOfService: 'https://a.example',
        'x-info': 'x',
      },
      contact: { name: 'n', url: 'https://a.example', email: 'a@a.example' },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
    servers: [
      {
        ...{ url: 'https://{host}', description: 'd', 'x-server': 'x' },
        variables: { host: { default: 'a.example', enum: ['a.example'], description: 'd' } },
      },
    ],
    tags: [{ name: 'things', description: 'd', externalDocs: { url: 'https://a.example', description: 'd' } }],
    externalDocs: { url: 'https://a.example', description: 'd' },
    security: [{ key: [] }],
    'x-extension': 'x',
    'x-extension-object': { key: 1 },
    'x-code-tables': { banks: { title: 't', source: 's', date: 'd', codes: { one: 'n' } } },
    paths: { '/things/{id}': pathItem() },
    webhooks: {
      changed: {
        post: {
          operationId: 'onChanged',
          summary: 's',
          description: 'd',
          requestBody: { content: json('Thing') },
          responses: { 200: { description: 'd' } },
        },
      },
    },
    components: components(),
  };
}

function pathItem(): object {
  return {
    ...{ summary: 's', description: 'd', 'x-item': 'x', servers: [{ url: 'https://a.example' }] },
    post: {
      ...{ operationId: 'makeThing', tags: ['things'], summary: 's', description: 'd', security: [{ key: [] }] },
      ...{
        'x-resource-method': 'things.make',
        'x-operation': 'x',
        externalDocs: { url: 'https://a.example' },
        servers: [{ url: 'https://a.example' }],
      },
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          description: 'd',
          example: 'e',
          schema: { type: 'string', default: 'd', pattern: '^a' },
        },
        {
          name: 'q',
          in: 'query',
          description: 'd',
          'x-parameter': 'x',
          schema: { type: 'string', enum: ['e'] },
          examples: { one: { value: 'v' } },
        },
        { name: 'X-H', in: 'header', description: 'd', style: 'simple', schema: { const: 'c' } },
        { name: 'c', in: 'cookie', schema: text },
        { $ref: '#/components/parameters/Page' },
      ],
      requestBody: {
        description: 'd',
        content: {
          'application/json': {
            schema: ref('Thing'),
            encoding: { name: { contentType: 'text/plain' } },
            examples: { one: { summary: 's', value: 'v' } },
          },
        },
      },
      responses: {
        200: {
          description: 'd',
          headers: { 'X-Head': { description: 'd', schema: text } },
          content: { 'application/json': { schema: ref('Union') } },
          links: { next: { operationId: 'makeThing', description: 'd', parameters: { id: '$response.body#/name' } } },
        },
        404: { description: 'd', content: json('Other') },
        410: { $ref: '#/components/responses/Gone' },
      },
      callbacks: {
        done: { '{$request.body#/url}': { post: { operationId: 'done', responses: { 200: { description: 'd' } } } } },
      },
    },
  };
}

function components(): object {
  return {
    schemas: {
      Thing: thing(),
      Kind: { type: 'string', enum: ['a', 'b'] },
      Cat: { type: 'object', required: ['kind'], properties: { kind: { const: 'cat' } } },
      Dog: { type: 'object', required: ['kind'], properties: { kind: { const: 'dog' } } },
      Union: {
        oneOf: [ref('Cat'), ref('Dog')],
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
      },
      Other: { type: 'object', properties: { a: text } },
    },
    parameters: { Page: { name: 'page', in: 'query', schema: { type: 'integer' } } },
    responses: { Gone: { description: 'd', content: json('Other') } },
    examples: { One: { value: 1 } },
    requestBodies: { Form: { content: json('Other') } },
    headers: { Limit: { schema: text } },
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key', description: 'd' } },
    links: { More: { operationId: 'makeThing' } },
    callbacks: { Later: { '{$url}': { post: { operationId: 'later', responses: { 200: { description: 'd' } } } } } },
    pathItems: { Shared: { get: { operationId: 'shared', responses: { 200: { description: 'd' } } } } },
  };
}

function thing(): object {
  return {
    ...{
      type: 'object',
      title: 't',
      description: 'd',
      required: ['name'],
      xml: { name: 'n' },
      externalDocs: { url: 'https://a.example' },
    },
    properties: {
      name: {
        type: 'string',
        enum: ['a', 'b'],
        examples: ['a'],
        'x-enum-varnames': ['A', 'B'],
        'x-enum-descriptions': ['a', 'b'],
      },
      open: { type: 'string', 'x-extensible-enum': ['a'] },
      fixed: { const: 'c' },
      fixedObject: { const: { deep: 'd' } },
      mixed: { enum: ['a', 1, null] },
      text: { type: 'string', maxLength: 9 },
      kind: { $ref: '#/components/schemas/Kind', description: 'd' },
    },
    patternProperties: { '^x-': text },
    dependentRequired: { name: ['text'] },
    dependentSchemas: { name: { required: ['text'] } },
    $defs: { Part: text },
    anyOf: [{ required: ['name'] }, { required: ['text'] }],
  };
}
