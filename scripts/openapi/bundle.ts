import { bundle, createConfig, getLineColLocation, type NormalizedProblem } from '@redocly/openapi-core';

import { isObject } from '../json/schema.js';
import { compareText } from '../messages/diagnostic.js';
import { UsageError } from '../messages/usage-error.js';
import type { OpenApi } from './document.js';
import { inlineExamples } from './inline-examples.js';
import type { LoadedSpec } from './loaded-spec.js';

/**
 * Merges all files of a spec into one document. References inside it stay references; example files are put in place.
 * The order of the components is by name, so that moving a path changes no other part.
 *
 * @throws {UsageError} when a reference or an example leads nowhere (lint names the place; this is the last guard).
 */
export async function bundleSpec(spec: LoadedSpec): Promise<OpenApi> {
  const { document, errors } = await bundleLeniently(spec);
  if (errors[0] !== undefined) throw errors[0];
  return document;
}

/** The same, with references and examples that lead nowhere left as they are: overlays may still cure them. */
export async function bundleLeniently(
  spec: LoadedSpec,
): Promise<{ readonly document: OpenApi; readonly errors: readonly UsageError[] }> {
  const errors: UsageError[] = [];
  const config = await createConfig({
    plugins: [inlineExamples(spec, errors)],
    decorators: { 'iamport-kit/inline-examples': 'on' },
  });
  const result = await bundle({ ref: spec.file, config, externalRefResolver: spec.resolver });
  const problems = result.problems.filter((each) => each.severity === 'error' && !mayLeadNowhere(each));
  for (const problem of problems)
    errors.push(new UsageError('bundle-failed', { quote: problem.message, place: placeOf(problem, spec) }));
  // Redocly hands over parsed YAML; lint checks it against the structure of its OpenAPI version.
  return { document: sortComponents(result.bundle.parsed as OpenApi), errors };
}

/** A discriminator may map to a bare name. Lint has reported a broken reference in an example; those on other hosts stay there. */
function mayLeadNowhere({ ruleId, location: [place] }: NormalizedProblem): boolean {
  return ruleId === 'bundler' && /\/(discriminator\/mapping|examples)\/[^/]+$/.test(place?.pointer ?? '');
}

function placeOf({ location: [place] }: NormalizedProblem, { show }: LoadedSpec): string | undefined {
  if (place === undefined) return undefined;
  const { source, start } = getLineColLocation(place);
  return `${show(source.absoluteRef)}:${start.line}:${start.col}`;
}

function sortComponents(document: OpenApi): OpenApi {
  if (!isObject(document) || !isObject(document.components)) return document;
  const sections = Object.entries(document.components).map(
    ([section, entries]) => [section, sortKeys(entries)] as const,
  );
  return { ...document, components: Object.fromEntries(sections) };
}

function sortKeys(record: unknown): unknown {
  if (!isObject(record)) return record;
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}
