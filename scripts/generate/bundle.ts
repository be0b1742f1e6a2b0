import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { bundle, createConfig, type Plugin } from '@redocly/openapi-core';

import { compareText } from '../diagnostics.js';
import { displayPath } from '../display-path.js';
import { UsageError } from '../usage-error.js';
import type { LoadedSpec } from './load.js';
import type { OpenApi } from './model.js';
import { escapePointer, isObject } from './schema.js';

/** A spec in one document. */
export interface Bundled {
  readonly document: OpenApi;
  /** SHA-256 over the names and bytes of all files it came from: any edit changes it. */
  readonly sourceHash: string;
}

/**
 * Merges all files of a spec into one document. References inside it stay references; example files are put in place.
 * The order of the components is by name, so that moving a path moves nothing else.
 *
 * @throws {UsageError} when a reference leads nowhere (lint names the place; this is the last guard), or a text holds
 *   half a surrogate pair, which no UTF-8 file can keep.
 */
export async function bundleSpec(spec: LoadedSpec): Promise<Bundled> {
  const config = await createConfig({ plugins: [inlineExamples], decorators: { 'iamport-kit/inline-examples': 'on' } });
  const result = await bundle({ ref: spec.file, config, externalRefResolver: spec.resolver });
  const problem = result.problems.find(({ severity }) => severity === 'error');
  if (problem) throw new UsageError(`cannot bundle the spec: ${problem.message}`);
  checkWellFormed(result.bundle.parsed, '');
  // Redocly hands over parsed YAML; lint has checked it against the OpenAPI 3.1 structure.
  const document = sortComponents(result.bundle.parsed as OpenApi);
  return { document, sourceHash: hashFiles([spec.file, ...result.fileDependencies], path.dirname(spec.file)) };
}

function hashFiles(files: readonly string[], root: string): string {
  const named = [...new Set(files)].map((file) => ({ file, name: displayPath(file, root) }));
  const hash = createHash('sha256');
  for (const { file, name } of named.sort((a, b) => compareText(a.name, b.name))) {
    const bytes = readFileSync(file);
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
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

const inlineExamples: Plugin = {
  id: 'iamport-kit',
  decorators: { oas3: { 'inline-examples': () => ({ Example: { leave: inlineExample } }) } },
};

function inlineExample(example: unknown, context: { location: { source: { absoluteRef: string } } }): void {
  if (!isObject(example) || typeof example.externalValue !== 'string') return;
  const file = path.resolve(path.dirname(context.location.source.absoluteRef), example.externalValue);
  example.value = readExample(file, example.externalValue);
  delete example.externalValue;
}

/**
 * Reads an example file.
 *
 * @throws {UsageError} when it is missing or not JSON.
 */
function readExample(file: string, shownAs: string): unknown {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return value;
  } catch (cause) {
    throw new UsageError(`cannot read the example ${shownAs}: it must be a JSON file beside the spec`, { cause });
  }
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
