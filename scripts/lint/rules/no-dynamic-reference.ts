import { defineRule, type Finding } from '../rule.js';

// What a dynamic reference means depends on who refers to the schema; no TypeScript type can say that.
export const noDynamicReference = defineRule({
  id: 'no-dynamic-reference',
  severity: 'error',
  on: 'schema',
  check(schema, at): Finding[] {
    const used = ['$dynamicRef', '$recursiveRef'].filter((keyword) => schema[keyword] !== undefined);
    return used.map((keyword) => ({ at: at.child(keyword), message: `Use \`$ref\` instead of \`${keyword}\`.` }));
  },
});
