import { requestMedia, schemasOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// An unknown field in a request is a typo, and the server would silently do something else.
export const requestObjectIsClosed = defineRule({
  id: 'request-object-is-closed',
  severity: 'error',
  on: 'operation',
  check(operation, at) {
    const open = schemasOf(requestMedia(operation, at)).filter(
      ({ schema }) => schema.properties !== undefined && schema.additionalProperties !== false,
    );
    return open.map((found) => ({ at: found.at, message: `\`${found.at.name}\` takes unknown fields.` }));
  },
});
