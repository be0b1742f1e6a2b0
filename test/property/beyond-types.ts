import type { Schema } from '../../scripts/json/schema.js';

const text = { type: 'string' };

/** What a validator can say and a type cannot: a schema, and a value that it refuses though the type takes it. */
export const BEYOND_TYPES: Readonly<Record<string, { readonly schema: Schema; readonly refused: unknown }>> = {
  Integer: { schema: { type: 'integer' }, refused: 1.5 },
  Maximum: { schema: { type: 'number', maximum: 1 }, refused: 2 },
  MultipleOf: { schema: { type: 'number', multipleOf: 2 }, refused: 3 },
  MaxLength: { schema: { type: 'string', maxLength: 1 }, refused: 'ab' },
  Pattern: { schema: { type: 'string', pattern: '^a$' }, refused: 'b' },
  Format: { schema: { type: 'string', format: 'ipv4' }, refused: 'b' },
  MinItems: { schema: { type: 'array', items: { type: 'string' }, minItems: 1 }, refused: [] },
  UniqueItems: { schema: { type: 'array', items: { type: 'string' }, uniqueItems: true }, refused: ['a', 'a'] },
  MinProperties: { schema: { type: 'object', minProperties: 1 }, refused: {} },
  PropertyNames: { schema: { type: 'object', propertyNames: { maxLength: 1 } }, refused: { ab: 1 } },
  Contains: { schema: { type: 'array', contains: { const: 'a' } }, refused: ['b'] },
  DependentRequired: {
    schema: { type: 'object', properties: { a: text, b: text }, dependentRequired: { a: ['b'] } },
    refused: { a: 'x' },
  },
  IfThenElse: {
    schema: {
      type: 'object',
      properties: { a: text, b: text },
      if: { required: ['a'] },
      then: { required: ['b'] },
      else: { properties: { b: false } },
    },
    refused: { a: 'x' },
  },
  OnlyOneOf: {
    schema: { type: 'object', properties: { a: text, b: text }, oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    refused: { a: 'x', b: 'y' },
  },
  ExtrasUnlikeTheDeclared: {
    schema: { type: 'object', properties: { a: text }, additionalProperties: { type: 'number' } },
    refused: { a: 'x', b: 'y' },
  },
  Not: { schema: { type: 'string', not: { const: 'a' } }, refused: 'a' },
};
