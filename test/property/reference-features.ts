import { text, object, done, answer, operation, parameter, schema, property, type Json } from './document-parts.js';

// Redocly checks what a reference leads to, and passes over most of what stands beside it.
const BESIDE: Readonly<Record<string, Json>> = {
  nullable: { nullable: true },
  'a constraint': { required: ['x'], minProperties: 1, properties: { y: { $ref: '#/components/schemas/Other' } } },
  'a flag required': { required: true },
  'a flag exclusiveMinimum': { exclusiveMinimum: true },
  'an enum that is none': { enum: 'x' },
  'an empty enum': { enum: [] },
  'a type that is none': { type: 'file' },
  'a type that is a number': { type: 7 },
  'a pattern that is none': { pattern: '(' },
  'a pattern property that is none': { patternProperties: { '(': text } },
  'properties that are none': { properties: [] },
  'a property that is none': { properties: { y: null } },
  'a property of a type that is none': { properties: { y: { type: 7 } } },
  'parts that are none': { allOf: {} },
  'a part that is none': { anyOf: [null] },
  'items that are a list': { items: [text] },
  'a limit that is none': { maxLength: 'x' },
  'dependencies that are none': { dependentRequired: { x: 'y' } },
};

/** What stands beside `openapi: 3.1.0` and `info`: one thing about references, names and limits each. */
export const REFERENCE_FEATURES: Readonly<Record<string, Json>> = {
  'alias of an alias': schema({ $ref: '#/components/schemas/B' }, { B: { $ref: '#/components/schemas/C' }, C: text }),
  'alternatives that are only themselves': schema({ anyOf: [{ $ref: '#/components/schemas/Thing' }, text] }),
  'all of itself': schema({ allOf: [{ $ref: '#/components/schemas/Thing' }] }),
  'a circle of aliases in allOf': schema(
    { allOf: [{ $ref: '#/components/schemas/B' }] },
    { B: { allOf: [{ $ref: '#/components/schemas/Thing' }] } },
  ),
  'reference into a property': schema(
    object({ a: object({ b: text }), c: { $ref: '#/components/schemas/Thing/properties/a/properties/b' } }),
  ),
  'reference into a list': schema({ anyOf: [text, object({ a: { $ref: '#/components/schemas/Thing/anyOf/0' } })] }),
  'reference to a property of a name with a slash': schema(
    object({ 'a/b~c': text, c: { $ref: '#/components/schemas/Thing/properties/a~1b~0c' } }),
  ),
  'reference to a percent-encoded name': {
    components: { schemas: { 'A B': text, Thing: { $ref: '#/components/schemas/A%20B' } } },
  },
  'reference into a response': {
    ...operation({ responses: answer(object({ a: text })) }),
    ...schema(object({ a: { $ref: '#/paths/~1a/post/responses/200/content/application~1json/schema' } })),
  },
  'reference from the default response into another': operation({
    responses: {
      ...answer(object({ a: text })),
      default: {
        description: 'D',
        headers: { 'x-total': { schema: { $ref: '#/paths/~1a/post/responses/200/content/application~1json/schema' } } },
        content: {
          'application/json': { schema: { $ref: '#/paths/~1a/post/responses/200/content/application~1json/schema' } },
        },
      },
    },
  }),
  'reference into a parameter': {
    ...parameter({ schema: { type: 'string', enum: ['x'] } }),
    ...schema(object({ a: { $ref: '#/paths/~1a/post/parameters/0/schema' } })),
  },
  'reference to a component parameter': {
    paths: {
      '/a': { get: { operationId: 'getA', parameters: [{ $ref: '#/components/parameters/P' }], responses: done } },
    },
    components: {
      parameters: { P: { $ref: '#/components/parameters/Q' }, Q: { name: 'q', in: 'query', schema: text } },
    },
  },
  'reference to a schema of a component response': {
    components: {
      responses: { R: { description: 'D', content: { 'application/json': { schema: object({ a: text }) } } } },
      schemas: { Thing: { $ref: '#/components/responses/R/content/application~1json/schema' } },
    },
  },
  'reference to the whole document': schema(object({ a: { $ref: '#' } })),
  'reference to a path item': {
    paths: { '/a': { $ref: '#/components/pathItems/Shared' } },
    components: { pathItems: { Shared: { get: { operationId: 'getA', responses: done } } } },
  },
  'two references to a path item': {
    paths: { '/a': { $ref: '#/components/pathItems/Shared' }, '/b': { $ref: '#/components/pathItems/Shared' } },
    components: { pathItems: { Shared: { get: { operationId: 'getA', responses: done } } } },
  },
  'reference to another path': {
    paths: { '/a': { get: { operationId: 'getA', responses: done } }, '/b': { $ref: '#/paths/~1a' } },
  },
  anchor: schema({ $anchor: 'here', ...object({ a: { $ref: '#here' } }) }),
  'dynamic reference': schema({ $dynamicAnchor: 'node', ...object({ a: { $dynamicRef: '#node' } }) }),
  'dynamic reference elsewhere': schema({ ...object({ a: { $dynamicRef: 'other.json#node' } }) }),
  $id: schema(
    { $id: 'https://example.com/thing', ...object({ a: { $ref: '#/components/schemas/Other' } }) },
    { Other: text },
  ),
  $schema: schema({ $schema: 'http://json-schema.org/draft-07/schema#', ...object({ a: text }) }),
  'draft-04 keywords': schema({
    definitions: { a: text },
    dependencies: { a: ['b'] },
    additionalItems: false,
    id: 'x',
    ...object({ a: text }),
  }),
  'unknown keywords': schema({ fancy: true, 'x-y': { $ref: 1 }, ...object({ a: text }) }),
  'property named like keywords': schema(
    object({ $ref: text, type: text, enum: text, properties: object({ items: text }), nullable: text, schema: text }),
  ),
  'properties that every object has': schema(
    object({ constructor: text, toString: text, hasOwnProperty: text, valueOf: text, then: text }),
  ),
  'property names of all kinds': schema({
    ...object({
      '': text,
      ' ': text,
      'a.b': text,
      'a-b': text,
      a_b: text,
      aB: text,
      '👍': text,
      한글: text,
      '1': text,
      '"': text,
      '\\': text,
      '\n': text,
    }),
    required: ['', '\n', '👍'],
  }),
  'open map beside properties': schema({ ...object({ a: text }), additionalProperties: { type: 'number' } }),
  closed: schema({ ...object({ a: text }), additionalProperties: false }),
  'readOnly and writeOnly': schema({
    ...object({ a: { ...text, readOnly: true }, b: { ...text, writeOnly: true } }),
    required: ['a', 'b'],
  }),
  defaults: schema(object({ a: { ...text, default: 'x' }, b: { type: 'array', default: [] }, c: { default: null } })),
  'huge numbers': schema({
    type: 'number',
    minimum: -1e308,
    maximum: 1e308,
    enum: [1e308, -0, 1e-308, 9007199254740993],
  }),
  'large integers as limits': property({ type: 'string', minLength: 0, maxLength: 1e21 }),
  'a pattern that needs no flag u': property({ ...text, pattern: '^[\\w-.]+\\-\\_$' }),
  'a pattern that is none': property({ ...text, pattern: '(' }),
  'a pattern of another language': property({ ...text, pattern: '(?i)^a\\z$' }),
  'a pattern property that is none': schema({ type: 'object', patternProperties: { '[': text } }),
  'a discriminator that maps to what is not there': schema(
    {
      oneOf: [{ $ref: '#/components/schemas/Other' }],
      discriminator: {
        propertyName: 'a',
        mapping: { b: 'models/none.yml#/b', c: '#/components/schemas/None', d: 'E' },
      },
    },
    { Other: object({ a: text }) },
  ),
  'required of a part that may be null': schema(
    { allOf: [{ $ref: '#/components/schemas/Other' }, { type: 'object' }], required: ['a'] },
    { Other: { type: ['object', 'null'], properties: { a: text } } },
  ),
  'required of a part of a part': schema(
    { allOf: [{ $ref: '#/components/schemas/Middle' }], required: ['a', 'nowhere'] },
    { Middle: { allOf: [{ $ref: '#/components/schemas/Other' }] }, Other: object({ a: text }) },
  ),
  ...Object.fromEntries(
    Object.entries(BESIDE).map(([title, keywords]) => [
      `beside a reference: ${title}`,
      schema(object({ a: { $ref: '#/components/schemas/Other', ...keywords } }), { Other: object({ x: text }) }),
    ]),
  ),
};
