import { defineRule } from '../rule.js';

// https://spec.openapis.org/oas/v3.1.1.html#parameter-object; the schema of 3.0 allows the keyword everywhere.
export const allowReservedIsInQuery = defineRule('allow-reserved-is-in-query', {
  on: 'parameter or header',
  set: 'structure',
  check({ in: place = 'header', allowReserved }, at) {
    if (allowReserved === undefined || place === 'query' || at.version === '3.0') return;
    return { at: at.child('allowReserved').key(), values: { location: place } };
  },
});
