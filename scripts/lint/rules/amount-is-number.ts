import { typesOf, type Schema } from '../../json/schema.js';
import { defineRule, type Place } from '../rule.js';

// Foreign currencies have decimals: an integer type would reject USD 14.20. The server sends numbers, not strings.
export const amountIsNumber = defineRule('amount-is-number', {
  on: 'schema',
  set: 'iamport',
  check(schema, at) {
    if (!/(^|_)amount$/.test(at.name) || isObjectSchema(schema, at)) return;
    if (typesOf(schema).includes('number')) return;
    return { at: at.child('type'), values: { name: at.name } };
  },
});

/** Kakao Pay splits an amount into an object of numbers, each checked under its own name. */
function isObjectSchema(schema: Schema, at: Place): boolean {
  const alternatives = (schema.anyOf ?? []).map((branch) => at.resolve(branch)?.node ?? branch);
  return [schema, ...alternatives].some(({ properties }) => properties !== undefined);
}
