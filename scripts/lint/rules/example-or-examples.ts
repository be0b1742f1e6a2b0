import { defineRule } from '../rule.js';

// https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-schema: "mutually exclusive".
export const exampleOrExamples = defineRule('example-or-examples', {
  on: 'example holder',
  set: 'structure',
  check({ example, examples }, at) {
    // In a schema, `examples` is a list, and both keywords are annotations.
    if (example === undefined || examples === undefined || Array.isArray(examples)) return;
    return { at: at.child('example').key(), values: {} };
  },
});
