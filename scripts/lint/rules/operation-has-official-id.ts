import { defineRule } from '../rule.js';

// Ours are unique and in one style, the provider's are neither; people search with the provider's.
export const operationHasOfficialId = defineRule({
  id: 'operation-has-official-id',
  severity: 'error',
  on: 'operation',
  check(operation, at) {
    const official = operation['x-official-operation-id'];
    if (typeof official === 'string' && official !== '') return;
    return {
      at: at.child('operationId'),
      message: `\`${operation.operationId ?? at.name}\` has no \`x-official-operation-id\`.`,
    };
  },
});
