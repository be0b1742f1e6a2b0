import { defineRule } from '../rule.js';

// The target of a dynamic reference depends on which schema refers to it, which TypeScript types cannot express.
export const noDynamicReference = defineRule('no-dynamic-reference', {
  on: 'schema',
  set: 'recommended',
  check(schema, at) {
    const used = ['$dynamicRef', '$recursiveRef'].filter((keyword) => schema[keyword] !== undefined);
    return used.map((keyword) => ({ at: at.child(keyword), values: { keyword } }));
  },
});
