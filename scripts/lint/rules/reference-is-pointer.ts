import { isObject } from '../../json/schema.js';
import { defineRule } from '../rule.js';

// Two files may have the same anchor, and `generate` merges them into one document.
export const referenceIsPointer = defineRule('reference-is-pointer', {
  on: 'reference',
  set: 'recommended',
  check(reference, at) {
    const { $ref } = reference;
    const target: unknown = $ref.includes('#/') ? undefined : at.resolve<unknown>(reference)?.node;
    if (isObject(target) && typeof target.openapi === 'string') {
      return { at: at.child('$ref'), values: { problem: 'whole-document' } };
    }
    if (!/#(?!\/|$)/.test($ref)) return;
    return { at: at.child('$ref'), values: { problem: 'anchor' } };
  },
});
