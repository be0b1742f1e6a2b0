import { requestMedia, schemasOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// What we send is known: an open list would let a typo through.
export const requestEnumIsClosed = defineRule({
  id: 'request-enum-is-closed',
  severity: 'error',
  on: 'operation',
  check(operation, at) {
    const open = schemasOf(requestMedia(operation, at)).filter(({ schema }) => schema['x-extensible-enum']);
    return open.map((found) => ({
      at: found.at.child('x-extensible-enum'),
      message: `\`${found.at.name}\` is sent by us; list its values with \`enum\`.`,
    }));
  },
});
