import { typesOf } from '../../generate/schema.js';
import { defineRule } from '../rule.js';

// Foreign currencies have decimals; an integer type would reject USD 14.20, a string would reject the wire.
export const amountIsNumber = defineRule({
  id: 'amount-is-number',
  severity: 'error',
  on: 'schema',
  check(schema, at) {
    if (!/(^|_)amount$/.test(at.name) || schema.properties !== undefined) return;
    if (typesOf(schema).includes('number')) return;
    return { at: at.child('type'), message: `\`${at.name}\` is money and must be a number.` };
  },
});
