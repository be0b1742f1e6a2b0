import { describe, expect, it } from 'vitest';

import { createCompiler } from '../../scripts/generate/validators/compile-schema.js';
import type { Schema } from '../../scripts/json/schema.js';

const lock: Schema = { enum: ['off-topic', 'spam', null] };
const member = (name: string): Schema => ({
  type: 'object',
  required: [name],
  properties: { [name]: { type: ['string', 'null'] }, lock, '0': { enum: ['a', 'b'] } },
});

/** [what, the schema, an error that the code must contain] */
const cases: readonly [string, Schema, string][] = [
  ['oneOf', { oneOf: [member('team'), member('person'), member('team')] }, '["off-topic","spam",null]'],
  ['anyOf', { anyOf: [member('team'), member('person'), member('group')] }, '{type: ["string","null"]}'],
  ['allOf', { allOf: [member('team'), member('person')] }, '{allowedValues: ["a","b"]}'],
  ['prefixItems', { type: 'array', prefixItems: [lock, member('team')] }, '["off-topic","spam",null]'],
];

describe('a validator holds the values of its schema, and no more of it', () => {
  it.each(cases)('%s', (_, schema, value) => {
    const { body } = createCompiler(
      { schemas: { Given: schema }, tracksEvaluated: false },
      'TypeScript',
    )('Given').compile();
    expect(body).toContain(value);
    expect(body).not.toMatch(/"properties"|\]\[\d|\bschema\d/);
  });
});
