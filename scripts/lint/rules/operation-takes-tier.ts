import { defineRule } from '../rule.js';

// Agencies act for their sub-merchants with this header on any call; the official document omits it.
export const operationTakesTier = defineRule('operation-takes-tier', {
  on: 'operation',
  set: 'iamport',
  check({ operationId = '', parameters = [] }, at) {
    const known = parameters.map((parameter) => at.resolve(parameter, at.file)?.node);
    if (known.some((parameter) => parameter?.in === 'header' && parameter.name === 'Tier')) return;
    return { at: at.child('operationId'), values: { operation: operationId } };
  },
});
