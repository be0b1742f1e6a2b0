import { text, object, done, schema, property, type Json } from './document-parts.js';

/** What stands beside `openapi: 3.1.0` and `info`: one thing about schemas each. */
export const SCHEMA_FEATURES: Readonly<Record<string, Json>> = {
  'webhooks only': {
    webhooks: {
      changed: {
        post: {
          operationId: 'onChanged',
          requestBody: { content: { 'application/json': { schema: object({ a: text }) } } },
          responses: done,
        },
      },
    },
  },
  'components only': { components: {} },
  'empty paths': { paths: {} },
  $defs: schema({
    $defs: { Part: object({ b: text }) },
    ...object({ a: { $ref: '#/components/schemas/Thing/$defs/Part' } }),
  }),
  'recursive $defs': schema({
    $defs: { Part: object({ b: { $ref: '#/components/schemas/Thing/$defs/Part' } }) },
    ...object({ a: { $ref: '#/components/schemas/Thing/$defs/Part' } }),
  }),
  'if then else': schema({
    ...object({ a: text, b: text }),
    if: { required: ['a'] },
    then: { required: ['b'] },
    else: { properties: { b: false } },
  }),
  dependentRequired: schema({ ...object({ a: text, b: text }), dependentRequired: { a: ['b'] } }),
  dependentSchemas: schema({ ...object({ a: text }), dependentSchemas: { a: object({ b: text }) } }),
  patternProperties: schema({
    ...object({ a: text }),
    patternProperties: { '^x-': text, y$: { type: 'number' } },
    additionalProperties: false,
  }),
  propertyNames: schema({ type: 'object', propertyNames: { pattern: '^[a-z]+$' }, additionalProperties: text }),
  unevaluatedProperties: schema({ allOf: [object({ a: text })], unevaluatedProperties: false }),
  'unevaluatedProperties with a schema': schema({
    allOf: [object({ a: text })],
    unevaluatedProperties: { type: 'number' },
  }),
  'unevaluatedProperties across a reference': schema(
    { $ref: '#/components/schemas/Base', unevaluatedProperties: false, ...object({ b: text }) },
    { Base: object({ a: text }) },
  ),
  'unevaluatedProperties across alternatives': schema(
    { anyOf: [{ $ref: '#/components/schemas/Base' }, object({ c: text })], unevaluatedProperties: false },
    { Base: object({ a: text }) },
  ),
  unevaluatedItems: schema({ type: 'array', prefixItems: [text], unevaluatedItems: false }),
  prefixItems: schema({
    type: 'array',
    prefixItems: [text, { $ref: '#/components/schemas/Thing' }],
    items: { type: 'number' },
  }),
  contains: schema({ type: 'array', contains: text, minContains: 2, maxContains: 3 }),
  'unique items': schema({ type: 'array', uniqueItems: true, items: {} }),
  'unique numbers': schema({ type: 'array', uniqueItems: true, items: { type: 'number' }, minItems: 1, maxItems: 3 }),
  multipleOf: schema({ type: 'number', multipleOf: 0.01, exclusiveMinimum: 0, exclusiveMaximum: 100 }),
  'number of properties': schema({ type: 'object', minProperties: 1, maxProperties: 2 }),
  'the schema true': schema(true),
  'the schema false': schema(false),
  'property true': property(true),
  'property false': property(false),
  'items true': schema({ type: 'array', items: true }),
  'items false': schema({ type: 'array', items: false }),
  'not true': schema({ not: true }),
  'anyOf with booleans': schema({ anyOf: [true, false] }),
  'no items': schema({ type: 'array' }),
  'type list': schema({ type: ['string', 'integer', 'array', 'null'], items: text }),
  'type list of one': schema({ type: ['string'] }),
  null: property({ type: 'null' }),
  'empty enum': schema({ enum: [] }),
  'enum with equal members': property({ type: 'string', enum: ['a', 'a'] }),
  'enum of objects': property({ enum: [{ a: 1 }, [1], null, true, 1.5, ''] }),
  'enum of other types than declared': property({ type: 'string', enum: [1, 2] }),
  'enum with names': property({ type: 'integer', enum: [1, 2], 'x-enum-varnames': ['One', 'Two'] }),
  'const object': property({ const: { a: [1, null] } }),
  'const undefined type': property({ type: 'string', const: 1 }),
  'const __proto__ text': property({ const: '__proto__' }),
  'required unknown': schema({ type: 'object', required: ['b'] }),
  'required only': schema({ required: ['b'] }),
  'allOf of one': schema({ allOf: [{ $ref: '#/components/schemas/Base' }] }, { Base: object({ a: text }) }),
  'allOf nested': schema({ allOf: [{ allOf: [{ anyOf: [{ oneOf: [text] }] }] }] }),
  'empty allOf': schema({ allOf: [] }),
  'discriminator without mapping': schema(
    {
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
      discriminator: { propertyName: 'kind' },
    },
    { Cat: { ...object({ kind: text }), required: ['kind'] }, Dog: { ...object({ kind: text }), required: ['kind'] } },
  ),
  'discriminator in the parent': schema(
    {
      ...object({ kind: text }),
      required: ['kind'],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: 'Dog' } },
    },
    {
      Cat: { allOf: [{ $ref: '#/components/schemas/Thing' }, object({ a: text })] },
      Dog: { allOf: [{ $ref: '#/components/schemas/Thing' }] },
    },
  ),
  'recursion through allOf': schema({ allOf: [object({ next: { $ref: '#/components/schemas/Thing' } })] }),
  'recursion through anyOf': schema({
    anyOf: [text, { type: 'array', items: { $ref: '#/components/schemas/Thing' } }],
  }),
  'mutual recursion': schema(object({ b: { $ref: '#/components/schemas/Other' } }), {
    Other: object({ a: { $ref: '#/components/schemas/Thing' } }),
  }),
  'recursion in a map': schema({ type: 'object', additionalProperties: { $ref: '#/components/schemas/Thing' } }),
};
