import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { Schema } from '../../scripts/json/schema.js';
import { checkText, rulesOf } from '../rules-of.js';

// The validator decides, the explainer explains: whatever the schema, it must find an issue exactly where the validator finds
// the document invalid, and every finding must stand somewhere in the document.
const RUNS = 2_000;

const key = fc.constantFrom('a', 'b', 'ab', 'kind');
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, 0, 1, 5, 1.5, '', 'a', 'abc', 'x', '1.2.3.4', 2 ** 31, true),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'array', 'object');
const plain = type.map((one): Schema => ({ type: one }));
const schema = fc.letrec<{ schema: Schema }>((tie) => {
  const inner = tie('schema');
  const many = fc.array(inner, { minLength: 1, maxLength: 3 });
  return {
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      plain,
      fc.uniqueArray(type, { minLength: 1, maxLength: 3 }).map((list) => ({ type: list })),
      fc.uniqueArray(fc.constantFrom(1, 'a', null, 'abc'), { minLength: 1 }).map((members) => ({ enum: members })),
      fc.constantFrom<unknown>(0, 'a', null, []).map((constant) => ({ const: constant })),
      fc.record(
        {
          minLength: fc.nat(3),
          maxLength: fc.nat(10),
          pattern: fc.constantFrom('^a', 'c$'),
          format: fc.constantFrom('ipv4', 'int32', 'unixtime'),
        },
        { requiredKeys: [] },
      ),
      fc.record(
        { minimum: fc.nat(3), exclusiveMaximum: fc.nat(6), multipleOf: fc.constantFrom(1, 2) },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          properties: fc.dictionary(key, inner, { noNullPrototype: true }),
          patternProperties: fc.dictionary(fc.constantFrom('^a', 'b$'), inner, { noNullPrototype: true }),
          additionalProperties: fc.oneof(fc.boolean(), inner),
          required: fc.uniqueArray(key, { maxLength: 2 }),
          dependentRequired: fc.dictionary(key, fc.uniqueArray(key, { maxLength: 2 }), { noNullPrototype: true }),
          dependentSchemas: fc.dictionary(key, inner, { noNullPrototype: true }),
          propertyNames: fc.constantFrom({ maxLength: 1 }, { enum: ['a', 'kind'] }),
          maxProperties: fc.nat(3),
        },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          items: inner,
          prefixItems: many,
          minItems: fc.nat(2),
          uniqueItems: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      // Beside `prefixItems`, and inside another `contains`, Ajv lets an empty array pass.
      fc.record({ contains: plain, minContains: fc.integer({ min: 1, max: 2 }) }, { requiredKeys: ['contains'] }),
      fc.record({ anyOf: many, oneOf: many, allOf: many, not: inner }, { requiredKeys: [] }),
      fc.record({ if: inner, then: inner, else: inner }, { requiredKeys: ['if'] }),
      fc.constant({ $ref: '#/$defs/shared' }),
    ),
  };
}).schema;

it('finds a fault in exactly what the validator refuses', () => {
  const verdicts = { true: 0, false: 0 };
  const documents = fc.array(value, { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(schema, schema, documents, (root, shared, values) => {
      // A definition that leads only back to itself means nothing, and Ajv never ends.
      const defs = JSON.stringify(shared).includes('$ref') ? { type: 'string' } : shared;
      const whole = { ...root, $defs: { shared: defs } };
      const rules = rulesOf(whole);
      for (const each of values) {
        const isValid = rules.check(each).length === 0;
        const faults = rules.explainer.issues(whole, { value: each, pointer: '', depth: 0 });
        verdicts[`${isValid}`] += 1;
        if (isValid !== (faults.length === 0)) expect({ each, faults }).toBe(isValid ? 'valid' : 'refused');
        const text = JSON.stringify(each, null, 1);
        const errors = checkText(text, rules).filter(({ severity }) => severity === 'error');
        expect(errors.length > 0).toBe(!isValid);
        for (const { at } of errors) expect(at.line).toBeLessThanOrEqual(text.split('\n').length);
      }
    }),
    // The same schemas every time, so that it never fails for what nobody has changed.
    { numRuns: RUNS, seed: 20 },
  );
  expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(RUNS / 2);
}, 900_000);
