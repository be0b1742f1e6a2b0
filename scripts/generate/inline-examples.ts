import type { Plugin, UserContext } from '@redocly/openapi-core';

import { UsageError } from '../usage-error.js';
import { exampleFile, readExample } from './read-example.js';
import { recallFile, type Recall } from './recall.js';
import { isObject } from './schema.js';

/**
 * Puts the files that `externalValue` names in place, so that the bundled document is complete. One that cannot be read is
 * thrown as a {@link UsageError}; lint names the place, this is the last guard.
 */
export function inlineExamples(root: string, recall: Recall): Plugin {
  const leave = (example: unknown, { location }: UserContext): void => {
    if (!isObject(example) || typeof example.externalValue !== 'string') return;
    const file = exampleFile(example.externalValue, location.source.absoluteRef);
    if (file === undefined) return;
    const read = recallFile(recall, ['example', file], () => readExample(file, root));
    if (!read.ok)
      throw new UsageError(`cannot take in the example ${example.externalValue}: ${read.fault}, ${read.reason}`);
    example.value = read.value;
    delete example.externalValue;
  };
  return { id: 'iamport-kit', decorators: { oas3: { 'inline-examples': () => ({ Example: { leave } }) } } };
}
