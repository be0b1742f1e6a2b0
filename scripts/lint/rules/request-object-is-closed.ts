import { requestMedia, schemasOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// An unknown property in a request is a typo, and the server would silently ignore it.
export const requestObjectIsClosed = defineRule('request-object-is-closed', {
  on: 'operation',
  set: 'iamport',
  check(operation, at) {
    const open = schemasOf(requestMedia(operation, at)).filter(
      ({ schema }) => schema.properties !== undefined && schema.additionalProperties !== false,
    );
    return open.map((found) => ({ at: found.at, values: { name: found.at.name } }));
  },
});
