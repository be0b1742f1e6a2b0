import type { Plugin, UserContext } from '@redocly/openapi-core';

import { isObject } from '../json/schema.js';
import { UsageError } from '../messages/usage-error.js';
import type { LoadedSpec } from './loaded-spec.js';

/**
 * Puts the files that `externalValue` names in place, so that the bundled document is complete. One that cannot be read
 * stays where it is, and is added to `errors`.
 */
export function inlineExamples({ readExample }: Pick<LoadedSpec, 'readExample'>, errors: UsageError[]): Plugin {
  const leave = (example: unknown, { location }: UserContext): void => {
    if (!isObject(example) || typeof example.externalValue !== 'string') return;
    const read = readExample(example.externalValue, location.source.absoluteRef);
    if (read === undefined) return;
    if (!read.ok) {
      errors.push(new UsageError('example-unusable', { file: example.externalValue, problem: read.problem }));
      return;
    }
    example.value = read.value;
    delete example.externalValue;
  };
  return { id: 'iamport-kit', decorators: { oas3: { 'inline-examples': () => ({ Example: { leave } }) } } };
}
