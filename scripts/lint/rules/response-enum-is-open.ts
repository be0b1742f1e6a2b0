import { responseMedia, schemasOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// The provider may add values at any time, and a closed list would reject responses that contain one. `x-closed-enum`
// gives the reason why a list is complete nevertheless.
export const responseEnumIsOpen = defineRule('response-enum-is-open', {
  on: 'operation',
  set: 'iamport',
  check(operation, at) {
    const closed = schemasOf(responseMedia(operation, at, '')).filter(
      ({ schema }) => schema.enum !== undefined && typeof schema['x-closed-enum'] !== 'string',
    );
    return closed.map((found) => ({ at: found.at.child('enum'), values: { name: found.at.name } }));
  },
});
