import type { Plugin, UserContext } from '@redocly/openapi-core';

import { UsageError } from '../messages/usage-error.js';
import type { LoadedSpec } from '../files/load-spec.js';
import { exampleFile, readExample } from '../files/read-example.js';
import { isObject } from '../json/schema.js';

/**
 * Puts the files that `externalValue` names in place, so that the bundled document is complete. One that cannot be read is
 * thrown as a {@link UsageError}; lint names the place, this is the last guard.
 */
export function inlineExamples({ root, recall }: Pick<LoadedSpec, 'root' | 'recall'>): Plugin {
  const leave = (example: unknown, { location }: UserContext): void => {
    if (!isObject(example) || typeof example.externalValue !== 'string') return;
    const file = exampleFile(example.externalValue, location.source.absoluteRef);
    if (file === undefined) return;
    const read = readExample(file, root, recall);
    if (!read.ok) throw new UsageError('example-unusable', { file: example.externalValue, ...read });
    example.value = read.value;
    delete example.externalValue;
  };
  return { id: 'iamport-kit', decorators: { oas3: { 'inline-examples': () => ({ Example: { leave } }) } } };
}
