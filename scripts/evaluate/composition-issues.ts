import { isObject, type Schema, type AnySchema } from '../json/schema.js';
import { canonical } from '../json/kind.js';
import { issueAt, type Issue, type InstanceLocation } from './issue.js';
import type { Explainer } from './scope.js';
import { nearestIssues, type Candidate } from './nearest-issues.js';
import { dereference } from './scope.js';

/** What is wrong with a value by the schemas that a schema is composed of. */
export function compositionIssues(schema: Schema, location: InstanceLocation, explainer: Explainer): Issue[] {
  const followed = [
    ...(schema.$ref === undefined ? [] : [explainer.resolve(schema.$ref) ?? true]),
    ...(schema.allOf ?? []),
    ...chosenBranch(schema, location, explainer),
  ];
  return distinct([
    ...followed.flatMap((part) => explainer.issues(part, { ...location, depth: location.depth + 1 })),
    ...(schema.anyOf ? unionIssues({ schema, branches: schema.anyOf, mayFitSeveral: true }, location, explainer) : []),
    ...(schema.oneOf ? unionIssues({ schema, branches: schema.oneOf, mayFitSeveral: false }, location, explainer) : []),
    ...refusedIssues(schema, location, explainer),
  ]);
}

/** What `if` leads to for a value: `then` or `else`, if there is one. */
export function chosenBranch(schema: Schema, location: InstanceLocation, explainer: Explainer): AnySchema[] {
  if (!isObject(schema.if)) return [];
  const branch = schema[explainer.issues(schema.if, location).length === 0 ? 'then' : 'else'];
  return isObject(branch) || typeof branch === 'boolean' ? [branch] : [];
}

interface Union {
  /** The schema that has the union; it may name the discriminating property. */
  readonly schema: Schema;
  readonly branches: readonly AnySchema[];
  readonly mayFitSeveral: boolean;
}

function unionIssues(
  { schema, branches, mayFitSeveral }: Union,
  location: InstanceLocation,
  explainer: Explainer,
): Issue[] {
  const candidates = candidatesFor(branches, { ...location, depth: location.depth + 1 }, explainer);
  const fitting = candidates.filter(({ issues }) => issues.length === 0).length;
  if (fitting === 0) return nearestIssues(candidates, { location, schema, scope: explainer });
  return fitting === 1 || mayFitSeveral ? [] : [issueAt(location, 'fixture/one-of', { count: fitting })];
}

/** The alternatives of a union, each with its issues. */
export function candidatesFor(
  branches: readonly AnySchema[],
  location: InstanceLocation,
  explainer: Explainer,
): Candidate[] {
  return branches.map((branch) => ({
    name: typeof branch === 'object' ? (branch.$ref ?? '') : '',
    branch,
    schema: dereference(branch, explainer),
    issues: explainer.issues(branch, location),
  }));
}

function refusedIssues({ not }: Schema, location: InstanceLocation, explainer: Explainer): Issue[] {
  if (!isObject(not) || explainer.issues(not, location).length > 0) return [];
  const constant = Object.hasOwn(not, 'const') ? { constant: not.const } : {};
  const names = not.required?.length === 1 ? { property: String(not.required[0]) } : {};
  return [{ ...issueAt(location, 'fixture/not', { ...constant, ...names }), weight: 2 }];
}

/** Several parts may report the same; a type error hides other issues of the same value. */
function distinct(issues: readonly Issue[]): Issue[] {
  if (issues.length < 2) return [...issues];
  const mistyped = new Set(issues.filter(({ code }) => code === 'fixture/type').map(({ pointer }) => pointer));
  const kept = new Map<string, Issue>();
  for (const issue of issues) {
    const isType = issue.code === 'fixture/type';
    if (mistyped.has(issue.pointer) && !isType && issue.place === 'value') continue;
    const key = `${issue.code} ${issue.pointer} ${isType ? '' : canonical(issue.values)}`;
    if (!kept.has(key)) kept.set(key, issue);
  }
  return [...kept.values()];
}
