import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Plugin, UserContext } from '@redocly/openapi-core';

import { UsageError } from '../usage-error.js';
import { BoundsError, checkBounds, checkSize } from './bounds.js';
import { recallFile, type Recall } from './recall.js';
import { isObject } from './schema.js';
import { isInside } from './spec-root.js';

/** Puts the files that `externalValue` names in place, so that the bundled document is complete. */
export function inlineExamples(root: string, recall: Recall): Plugin {
  const leave = (example: unknown, { location }: UserContext): void => {
    if (!isObject(example) || typeof example.externalValue !== 'string') return;
    const file = path.resolve(path.dirname(location.source.absoluteRef), example.externalValue);
    const shownAs = example.externalValue;
    example.value = recallFile(recall, ['example', file], () => readExample(file, shownAs, root));
    delete example.externalValue;
  };
  return { id: 'iamport-kit', decorators: { oas3: { 'inline-examples': () => ({ Example: { leave } }) } } };
}

/**
 * Reads an example file.
 *
 * @throws {UsageError} when it is missing, not JSON, or outside the project: it would end up in the output.
 */
function readExample(file: string, shownAs: string, root: string): unknown {
  if (!isInside(file, root))
    throw new UsageError(`the example ${shownAs} is outside ${path.basename(root)}/, the folder of the project`);
  try {
    const text = readFileSync(file, 'utf8');
    checkSize(text);
    const value: unknown = JSON.parse(text);
    checkBounds(value);
    return value;
  } catch (cause) {
    const fault = cause instanceof BoundsError ? cause.message : 'it must be a JSON file beside the spec';
    throw new UsageError(`cannot read the example ${shownAs}: ${fault}`, { cause });
  }
}
