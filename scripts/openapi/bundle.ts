import { bundle, createConfig, getLineColLocation, type NormalizedProblem } from '@redocly/openapi-core';

import { compareText } from '../messages/diagnostic.js';
import { displayPath } from '../files/display-path.js';
import { isNoFault } from './is-no-fault.js';
import { UsageError } from '../messages/usage-error.js';
import { inlineExamples } from './inline-examples.js';
import type { LoadedSpec } from '../files/load-spec.js';
import type { OpenApi } from './document.js';
import { isObject } from '../json/schema.js';
import { upgrade } from './upgrade.js';

/**
 * Merges all files of a spec into one document. References inside it stay references; example files are put in place.
 * The order of the components is by name, so that moving a path moves nothing else.
 *
 * @throws {UsageError} when a reference leads nowhere (lint names the place; this is the last guard).
 */
export async function bundleSpec(spec: LoadedSpec): Promise<OpenApi> {
  const config = await createConfig({
    plugins: [inlineExamples(spec)],
    decorators: { 'iamport-kit/inline-examples': 'on' },
  });
  const result = await bundle({ ref: spec.file, config, externalRefResolver: spec.resolver });
  const problem = result.problems.find((each) => each.severity === 'error' && !isNoFault(each, spec.version));
  if (problem) throw new UsageError('bundle-failed', { quote: problem.message, place: placeOf(problem, spec) });
  // Redocly hands over parsed YAML; lint has checked it against the structure of its OpenAPI version.
  return upgrade(sortComponents(result.bundle.parsed as OpenApi));
}

/** `file:line:column`, relative to the folder of the spec's project. */
function placeOf({ location: [place] }: NormalizedProblem, { root }: LoadedSpec): string | undefined {
  if (place === undefined) return undefined;
  const { source, start } = getLineColLocation(place);
  return `${displayPath(source.absoluteRef, root)}:${start.line}:${start.col}`;
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
