import { defineRule } from '../rule.js';

// Our IDs are unique and consistent, unlike the provider's, but developers search for the provider's.
export const operationHasOfficialId = defineRule('operation-has-official-id', {
  on: 'operation',
  set: 'iamport',
  check(operation, at) {
    const official = operation['x-official-operation-id'];
    if (typeof official === 'string' && official !== '') return;
    return { at: at.child('operationId'), values: { operation: operation.operationId ?? at.name } };
  },
});
