import { responseMedia, schemasOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// The provider says that new values may appear at any time: a closed list would refuse the answer that has one.
// `x-closed-enum` gives the reason why a list is complete all the same.
export const responseEnumIsOpen = defineRule({
  id: 'response-enum-is-open',
  severity: 'error',
  on: 'operation',
  check(operation, at) {
    const closed = schemasOf(responseMedia(operation, at, '')).filter(
      ({ schema }) => schema.enum !== undefined && typeof schema['x-closed-enum'] !== 'string',
    );
    return closed.map((found) => ({
      at: found.at.child('enum'),
      message: `\`${found.at.name}\` is sent by the server; list its values with \`x-extensible-enum\`.`,
    }));
  },
});
