import { YamlParseError, type BaseResolver, type Document, type NormalizedProblem } from '@redocly/openapi-core';

import { isRemote } from '../files/spec-root.js';
import { BoundsError } from '../json/bounds.js';
import { fragmentSegments, valueAt } from '../json/pointer.js';
import { isObject } from '../json/schema.js';
import type { UnreadReason } from '../messages/redocly.js';
import { RefusedReference } from '../messages/refused-reference.js';
import type { LoadedSpec } from '../openapi/loaded-spec.js';
import type { Carried } from './redocly-plugin.js';

/** The rule of Redocly about references that lead nowhere. */
const RULE = 'no-unresolved-refs';

/** A remote file is read only if its host is allowed. A reference to one does not make the document invalid: a warning. */
export async function withinReach(problem: NormalizedProblem, { resolver }: LoadedSpec): Promise<NormalizedProblem> {
  const target = await targetOf(problem, resolver);
  return target !== undefined && isRemote(target) ? { ...problem, severity: 'warn' } : problem;
}

/** Redocly repeats the English text of an error of ours. The error itself has the code and the values. */
export async function withReason(
  problem: NormalizedProblem,
  { resolver }: LoadedSpec,
): Promise<NormalizedProblem & Carried> {
  const [place] = problem.location;
  if (problem.ruleId !== RULE || place === undefined) return problem;
  const target = await targetOf(problem, resolver);
  const from = place.source.absoluteRef;
  const [relative = ''] = target?.split('#', 1) ?? [];
  const reason = reasonOf(
    await errorOf(target === undefined ? from : resolver.resolveExternalRef(from, relative), resolver),
  );
  return reason === undefined ? problem : { ...problem, reason };
}

/** Where the reference leads that a problem is about. */
async function targetOf(
  { ruleId, location: [place] }: NormalizedProblem,
  resolver: BaseResolver,
): Promise<string | undefined> {
  if (ruleId !== RULE || place?.pointer === undefined) return undefined;
  const read = await documentOf(place.source.absoluteRef, resolver);
  const node = valueAt(read instanceof Error ? undefined : read?.parsed, fragmentSegments(place.pointer));
  const target = isObject(node) ? node.$ref : node;
  return typeof target === 'string' ? target : undefined;
}

async function errorOf(file: string, resolver: BaseResolver): Promise<unknown> {
  const read = await documentOf(file, resolver);
  return read instanceof Error ? read : undefined;
}

async function documentOf(file: string, resolver: BaseResolver): Promise<Document | Error | undefined> {
  return Promise.resolve(resolver.cache.get(file)).catch((cause: unknown) =>
    cause instanceof Error ? cause : new Error('not read', { cause }),
  );
}

function reasonOf(error: unknown): UnreadReason | undefined {
  if (error instanceof RefusedReference) return { refused: { code: error.code, values: error.values } };
  const cause = error instanceof YamlParseError ? error.originalError.cause : undefined;
  return cause instanceof BoundsError ? { bound: cause.bound } : undefined;
}
