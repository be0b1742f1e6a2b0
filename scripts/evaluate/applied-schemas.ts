import { isComposed } from '../json/subschemas.js';
import { isObject, type Schema, type AnySchema } from '../json/schema.js';
import { candidatesFor, chosenBranch } from './composition-faults.js';
import type { Spot } from './fault.js';
import { hasAllowedType, isSameJson } from '../json/kind.js';
import { nearest } from './nearest-faults.js';
import { dependentSchemas } from './object-faults.js';
import { dereference, type Judge, type Scope } from './scope.js';

/**
 * Every schema that speaks about a value: the one given, those it refers to and extends, and of a union the alternatives
 * that fit. None of the schemas in the result has to be looked into for more.
 */
export function appliedSchemas(schema: AnySchema, spot: Spot, judge: Judge): readonly Schema[] {
  if (typeof schema === 'boolean') return [];
  if (!isComposed(schema)) return [schema];
  const same = judge.alwaysApplied(schema);
  if (same !== undefined) return same;
  if (spot.depth > MOST_LEVELS) return [schema];
  const found = [schema];
  const inner = { ...spot, depth: spot.depth + 1 };
  for (const part of partsOf(schema, inner, judge)) found.push(...appliedSchemas(part, inner, judge));
  return found;
}

function partsOf(schema: Schema, spot: Spot, judge: Judge): readonly AnySchema[] {
  const { $ref, allOf = [], anyOf, oneOf, if: test, dependentSchemas: dependent } = schema;
  const chosen = anyOf === undefined ? [] : fittingBranches({ schema, branches: anyOf }, spot, judge);
  // The usual union is nothing else besides.
  if (($ref ?? oneOf ?? test ?? dependent) === undefined && allOf.length === 0) return chosen;
  return [
    ...($ref === undefined ? [] : [judge.resolve($ref) ?? true]),
    ...allOf,
    ...chosen,
    ...(oneOf ? fittingBranches({ schema, branches: oneOf }, spot, judge) : []),
    ...chosenBranch(schema, spot, judge),
    ...(isObject(spot.value) ? dependentSchemas(schema, spot.value) : []),
  ];
}

// Far beyond real documents; what is deeper is left unread.
const MOST_LEVELS = 700;

interface Union {
  readonly schema: Schema;
  readonly branches: readonly AnySchema[];
}

function fittingBranches({ schema, branches }: Union, spot: Spot, judge: Judge): readonly AnySchema[] {
  const possible = branches.filter((branch) => mayFit(dereference(branch, judge), spot.value, judge));
  // The usual case, without reading the whole value: `X` or null, success or refusal.
  if (possible.length === 1) return possible;
  const candidates = candidatesFor(branches, spot, judge);
  const fitting = candidates.filter(({ faults }) => faults.length === 0);
  const [only] = fitting;
  const chosen = only === undefined ? [nearest(candidates, { spot, schema, scope: judge })] : fitting;
  return chosen.flatMap((candidate) => (candidate === undefined ? [] : [candidate.branch]));
}

/** A look from outside: the type, what is required, and values that are fixed or ruled out. */
function mayFit(branch: AnySchema, value: unknown, judge: Judge): boolean {
  if (typeof branch === 'boolean') return branch;
  if (!hasAllowedType(branch, value)) return false;
  if (!isObject(value)) return true;
  if (branch.required?.some((name) => !Object.hasOwn(value, name)) === true) return false;
  return hasDecidedValues(branch, value, judge);
}

/** Whether the properties that a schema fixes to a value, or excludes a value from, allow those of an object. */
export function hasDecidedValues(schema: Schema, value: Record<string, unknown>, scope: Scope): boolean {
  return scope.decidedProperties(schema).every(([name, { const: fixed, not }]) => {
    if (!Object.hasOwn(value, name)) return true;
    const isFixed = fixed !== undefined && !isSameJson(fixed, value[name]);
    const isRuledOut = not?.const !== undefined && isSameJson(not.const, value[name]);
    return !isFixed && !isRuledOut;
  });
}
