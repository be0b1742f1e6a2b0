import { defineRule } from '../rule.js';

// The same anchor may stand in two files, which generate would merge into one.
export const referenceIsPointer = defineRule({
  id: 'reference-is-pointer',
  severity: 'error',
  on: 'reference',
  check({ $ref }, at) {
    if (!/#(?!\/|$)/.test($ref)) return;
    const message = 'References are followed by JSON Pointer, such as `#/components/schemas/Name`, not by anchor.';
    return { at: at.child('$ref'), message };
  },
});
