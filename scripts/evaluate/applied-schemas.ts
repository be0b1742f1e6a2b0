import { isObject, type Schema, type AnySchema } from '../json/schema.js';
import { candidatesFor, chosenBranch } from './composition-issues.js';
import type { InstanceLocation } from './issue.js';
import { nearest } from './nearest-issues.js';
import { dependentSchemas } from './object-issues.js';
import type { Explainer } from './scope.js';

/**
 * Every schema that applies to a value: the given one, those it refers to and extends, and the alternatives of unions
 * that fit. The result is flat: it includes the schemas that its members apply.
 */
export function appliedSchemas(schema: AnySchema, location: InstanceLocation, explainer: Explainer): readonly Schema[] {
  if (typeof schema === 'boolean') return [];
  const same = explainer.alwaysApplied(schema);
  if (same !== undefined) return same;
  if (location.depth > MOST_LEVELS) return [schema];
  const found = [schema];
  const { value, pointer, depth } = location;
  const inner = { value, pointer, depth: depth + 1 };
  for (const part of partsOf(schema, inner, explainer)) found.push(...appliedSchemas(part, inner, explainer));
  return found;
}

/** {@link appliedSchemas} of several. */
export function allAppliedSchemas(
  schemas: readonly AnySchema[],
  location: InstanceLocation,
  explainer: Explainer,
): readonly Schema[] {
  // The usual case, without a new list.
  if (schemas.length === 1) return appliedSchemas(schemas[0] ?? true, location, explainer);
  return schemas.flatMap((schema) => appliedSchemas(schema, location, explainer));
}

function partsOf(schema: Schema, location: InstanceLocation, explainer: Explainer): readonly AnySchema[] {
  const { $ref, allOf = [], anyOf, oneOf, if: test, dependentSchemas: dependent } = schema;
  const chosen = anyOf === undefined ? [] : fittingBranches({ schema, branches: anyOf }, location, explainer);
  // The usual union has no other keywords.
  if (($ref ?? oneOf ?? test ?? dependent) === undefined && allOf.length === 0) return chosen;
  return [
    ...($ref === undefined ? [] : [explainer.resolve($ref) ?? true]),
    ...allOf,
    ...chosen,
    ...(oneOf ? fittingBranches({ schema, branches: oneOf }, location, explainer) : []),
    ...chosenBranch(schema, location, explainer),
    ...(isObject(location.value) ? dependentSchemas(schema, location.value) : []),
  ];
}

// Far beyond real documents; deeper levels are skipped.
const MOST_LEVELS = 700;

interface Union {
  readonly schema: Schema;
  readonly branches: readonly AnySchema[];
}

function fittingBranches(
  { schema, branches }: Union,
  location: InstanceLocation,
  explainer: Explainer,
): readonly AnySchema[] {
  const possible = branches.filter((branch) => explainer.mayFit(branch)(location.value));
  // The usual case, without reading the whole value: `X` or null, success or refusal.
  if (possible.length === 1) return possible;
  const candidates = candidatesFor(branches, location, explainer);
  const fitting = candidates.filter(({ issues }) => issues.length === 0);
  const [only] = fitting;
  const chosen = only === undefined ? [nearest(candidates, { location, schema, scope: explainer })] : fitting;
  return chosen.flatMap((candidate) => (candidate === undefined ? [] : [candidate.branch]));
}
