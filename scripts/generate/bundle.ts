import { bundle, createConfig } from '@redocly/openapi-core';

import { compareText } from '../diagnostics.js';
import { UsageError } from '../usage-error.js';
import { inlineExamples } from './inline-examples.js';
import type { LoadedSpec } from './load.js';
import type { OpenApi } from './model.js';
import { escapePointer, isObject } from './schema.js';
import { upgrade } from './upgrade.js';

/**
 * Merges all files of a spec into one document. References inside it stay references; example files are put in place.
 * The order of the components is by name, so that moving a path moves nothing else.
 *
 * @throws {UsageError} when a reference leads nowhere (lint names the place; this is the last guard), or a text holds
 *   half a surrogate pair, which no UTF-8 file can keep.
 */
export async function bundleSpec(spec: LoadedSpec): Promise<OpenApi> {
  const config = await createConfig({
    plugins: [inlineExamples(spec.root)],
    decorators: { 'iamport-kit/inline-examples': 'on' },
  });
  const result = await bundle({ ref: spec.file, config, externalRefResolver: spec.resolver });
  const problem = result.problems.find(({ severity }) => severity === 'error');
  if (problem) throw new UsageError(`cannot bundle the spec: ${problem.message}`);
  checkWellFormed(result.bundle.parsed, '');
  // Redocly hands over parsed YAML; lint has checked it against the structure of its OpenAPI version.
  return upgrade(sortComponents(result.bundle.parsed as OpenApi));
}

function checkWellFormed(node: unknown, pointer: string): void {
  const texts = isObject(node) ? Object.keys(node) : [];
  if ([node, ...texts].some((text) => typeof text === 'string' && !text.isWellFormed())) {
    throw new UsageError(
      `the spec holds text that is not well-formed Unicode, at ${pointer === '' ? 'its root' : pointer}`,
    );
  }
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) checkWellFormed(value, `${pointer}/${escapePointer(key)}`);
}

function sortComponents(document: OpenApi): OpenApi {
  const sections = Object.entries(document.components ?? {}).map(
    ([section, entries]) => [section, sortKeys(entries)] as const,
  );
  return { ...document, components: Object.fromEntries(sections) };
}

function sortKeys(record: unknown): unknown {
  if (!isObject(record)) return record;
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}
