import { typesOf, type Schema } from '../../generate/schema.js';
import { defineRule, type Place } from '../rule.js';

// Foreign currencies have decimals; an integer type would reject USD 14.20, a string would reject the wire.
export const amountIsNumber = defineRule({
  id: 'amount-is-number',
  severity: 'error',
  on: 'schema',
  check(schema, at) {
    if (!/(^|_)amount$/.test(at.name) || isObjectSchema(schema, at)) return;
    if (typesOf(schema).includes('number')) return;
    return { at: at.child('type'), message: `\`${at.name}\` is money and must be a number.` };
  },
});

/** Kakao Pay divides amounts into parts: an object of numbers, each checked under its own name. */
function isObjectSchema(schema: Schema, at: Place): boolean {
  const alternatives = (schema.anyOf ?? []).map((branch) => at.resolve(branch)?.node ?? branch);
  return [schema, ...alternatives].some(({ properties }) => properties !== undefined);
}
