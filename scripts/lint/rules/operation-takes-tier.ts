import { defineRule } from '../rule.js';

// Agencies act for their sub-merchants with this header on any call; the official description has it nowhere.
export const operationTakesTier = defineRule({
  id: 'operation-takes-tier',
  severity: 'error',
  on: 'operation',
  check({ operationId = '', parameters = [] }, at) {
    const known = parameters.map((parameter) => at.resolve(parameter, at.file)?.node);
    if (known.some((parameter) => parameter?.in === 'header' && parameter.name === 'Tier')) return;
    return { at: at.child('operationId'), message: `\`${operationId}\` does not take the header \`Tier\`.` };
  },
});
