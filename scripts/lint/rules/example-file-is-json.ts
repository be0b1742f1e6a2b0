import { defineRule } from '../rule.js';

// Redocly does not open the files that `externalValue` names, even to check that they exist.
export const exampleFileIsJson = defineRule('example-file-is-json', {
  on: 'example',
  set: 'recommended',
  check({ externalValue }, at) {
    if (typeof externalValue !== 'string') return;
    const read = at.readExample(externalValue);
    if (read === undefined || read.ok) return;
    return { at: at.child('externalValue'), values: { file: externalValue, problem: read.problem } };
  },
});
