import { typesOf } from '../../json/schema.js';
import { defineRule } from '../rule.js';

// The official document never uses `nullable`, a keyword of OpenAPI 3.0; programs cannot read null in prose.
export const nullableIsInType = defineRule('nullable-is-in-type', {
  on: 'schema',
  set: 'recommended',
  check(schema, at) {
    if (at.version === '3.0' && schema.nullable === true) return;
    if (at.version === '3.1' && schema.nullable !== undefined)
      return { at: at.child('nullable'), values: { problem: 'keyword' } };
    const types = typesOf(schema);
    if (types.length === 0 || types.includes('null')) return;
    const isSaid = /\bnull\b/.test(schema.description ?? '') || schema.enum?.includes(null) === true;
    if (isSaid) return { at: at.child('type'), values: { problem: 'type', name: at.name } };
    return undefined;
  },
});
