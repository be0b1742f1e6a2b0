import { requestMedia, schemasOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// The client knows every value it sends: an open list would let a typo through.
export const requestEnumIsClosed = defineRule('request-enum-is-closed', {
  on: 'operation',
  set: 'iamport',
  check(operation, at) {
    const open = schemasOf(requestMedia(operation, at)).filter(({ schema }) => schema['x-extensible-enum']);
    return open.map((found) => ({ at: found.at.child('x-extensible-enum'), values: { name: found.at.name } }));
  },
});
