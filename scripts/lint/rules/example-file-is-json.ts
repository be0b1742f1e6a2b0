import { readFileSync } from 'node:fs';
import path from 'node:path';

import { defineRule } from '../rule.js';

// Redocly neither opens nor misses the files that `externalValue` names.
export const exampleFileIsJson = defineRule({
  id: 'example-file-is-json',
  severity: 'error',
  on: 'example',
  check({ externalValue }, at) {
    if (externalValue === undefined) return;
    const problem = problemOf(path.resolve(path.dirname(at.file), externalValue));
    if (problem === undefined) return;
    return { at: at.child('externalValue'), message: `The example \`${externalValue}\` ${problem}.` };
  },
});

function problemOf(file: string): string | undefined {
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return undefined;
  } catch (cause) {
    return cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
  }
}
