import { didYouMean } from '../messages/did-you-mean.js';
import type { Schema, AnySchema } from '../json/schema.js';
import { isMilliseconds, toSeconds } from '../json/unix-seconds.js';
import { appliedSchemas } from '../evaluate/applied-schemas.js';
import { issueAt, childLocation, type Issue, type InstanceLocation } from '../evaluate/issue.js';
import type { Explainer } from '../evaluate/scope.js';
import type { Governed } from '../invariants/invariant-issues.js';
import { createPlanner, type PartPlan, type Planner, type WalkPlan, type WatchedProperty } from './walk-plan.js';

/** What is read off a document on the way through it, beside its issues. */
export interface Warnings {
  /** Unknown properties, unknown members of open lists, milliseconds. */
  readonly issues: Issue[];
  /** Objects whose schemas declare invariants, outer ones before inner ones. */
  readonly governed: Governed[];
  /** How many keys were met: those in values that no schema expects are not among them. */
  keys: number;
}

/** Goes through a whole document once, and warnings what a validator has no opinion about. */
export type FindWarnings = (value: unknown) => Warnings;

/** Makes a note taker for the documents of one schema. It learns what to look for, and is the quicker for it. */
export function createWarnings(root: Schema, explainer: Explainer): FindWarnings {
  const plan = createPlanner(explainer);
  const whole = { schemas: [root] };
  return (value) => {
    const warnings: Warnings = { issues: [], governed: [], keys: 0 };
    visit(whole, { value, pointer: '', depth: 0 }, { explainer, warnings, plan });
    return warnings;
  };
}

interface Walk {
  readonly explainer: Explainer;
  readonly warnings: Warnings;
  readonly plan: Planner;
}

// Beyond what any API sends; deeper levels are left unread instead of ending the program.
const MOST_LEVELS = 700;

function visit(part: Pick<PartPlan, 'schemas'>, location: InstanceLocation, walk: Walk): void {
  const { value } = location;
  if (typeof value !== 'object' || value === null || location.depth > MOST_LEVELS) return;
  const plan = walk.plan(part, location);
  if (Array.isArray(value)) visitItems(plan, value, { location, walk });
  else visitProperties(plan, value, { location, walk });
}

interface Visit {
  readonly location: InstanceLocation;
  readonly walk: Walk;
}

function visitItems(plan: WalkPlan, items: readonly unknown[], { location, walk }: Visit): void {
  for (let index = 0; index < items.length; index += 1) {
    const part = plan.item(index);
    if (part !== undefined && isWorthALook(part, items[index]))
      visitPart(part, items[index], { location, walk, key: index });
  }
}

function visitProperties(plan: WalkPlan, object: object, { location, walk }: Visit): void {
  const { warnings } = walk;
  for (const schema of plan.governing) warnings.governed.push({ location, schema });
  const keys = Object.keys(object);
  warnings.keys += keys.length;
  // Edge: an object of parsed JSON, read by its own keys only.
  const values = object as Readonly<Record<string, unknown>>;
  // Documents of one kind mostly have the same names: looking at each of them once is enough.
  const known = plan.shapes.find((shape) => isSameList(shape.keys, keys));
  if (known === undefined) {
    visitNames(plan, keys, { location, walk, values });
    rememberShape(plan, keys);
    return;
  }
  for (const { key, part } of known.watched) {
    const value = values[key];
    if (isWorthALook(part, value)) visitPart(part, value, { location, walk, key });
  }
}

function visitNames(
  plan: WalkPlan,
  keys: readonly string[],
  { location, walk, values }: Visit & { readonly values: Readonly<Record<string, unknown>> },
): void {
  for (const key of keys) {
    const part = plan.declared.get(key) ?? plan.property(key);
    if (part !== undefined) visitPart(part, values[key], { location, walk, key });
    else if (plan.warnsOfUnknown) walk.warnings.issues.push(unknownProperty(plan, location, key));
  }
}

// Comparing with more takes longer than looking at the names; a stream of documents that all differ must not be slowed.
const MOST_SHAPES = 8;

function rememberShape({ declared, shapes }: WalkPlan, keys: readonly string[]): void {
  if (!keys.every((key) => declared.has(key))) return;
  const watched = keys.flatMap((key): WatchedProperty[] => {
    const part = declared.get(key);
    return part !== undefined && (part.isSuspect !== undefined || part.mayHold) ? [{ key, part }] : [];
  });
  shapes.unshift({ keys, watched });
  if (shapes.length > MOST_SHAPES) shapes.pop();
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

function visitPart(
  part: PartPlan,
  value: unknown,
  { location, walk, key }: Visit & { readonly key: string | number },
): void {
  if (!isWorthALook(part, value)) return;
  const inner = childLocation(location, key, value);
  if (typeof value === 'object') visit(part, inner, walk);
  else warnOfScalar(part.schemas, inner, walk);
}

/** Most values have nothing to note, and their place is never put together. */
function isWorthALook({ isSuspect }: PartPlan, value: unknown): boolean {
  return typeof value === 'object' ? value !== null : isSuspect?.(value) === true;
}

function unknownProperty({ declared, otherNames }: WalkPlan, location: InstanceLocation, key: string): Issue {
  const instead = otherNames.get(key);
  const suggestion = instead === undefined ? didYouMean(key, declared.keys()) : undefined;
  const values = {
    property: key,
    ...(suggestion !== undefined && { suggestion }),
    ...(instead !== undefined && { instead }),
  };
  return { ...issueAt(childLocation(location, key, undefined), 'fixture/unknown-property', values), place: 'key' };
}

function warnOfScalar(schemas: readonly AnySchema[], location: InstanceLocation, { explainer, warnings }: Walk): void {
  for (const schema of schemas.flatMap((each) => appliedSchemas(each, location, explainer))) {
    const known: unknown = schema['x-extensible-enum'];
    if (isUnknownMember(known, location.value)) warnings.issues.push(unknownMember(known, location));
    else if (schema.format === 'unixtime' && isMilliseconds(location.value))
      warnings.issues.push(issueAt(location, 'fixture/milliseconds', secondsOf(location.value)));
  }
}

function secondsOf(milliseconds: number): { readonly seconds?: number } {
  const seconds = toSeconds(milliseconds);
  return seconds === undefined ? {} : { seconds };
}

/** Whether a value is missing in an open list. This API writes "" for "none". */
function isUnknownMember(known: unknown, value: unknown): known is readonly unknown[] {
  return Array.isArray(known) && value !== '' && !known.includes(value);
}

function unknownMember(known: readonly unknown[], location: InstanceLocation): Issue {
  const words = known.filter((member) => typeof member === 'string');
  const suggestion = typeof location.value === 'string' ? didYouMean(location.value, words) : undefined;
  return issueAt(location, 'fixture/unknown-member', suggestion === undefined ? {} : { suggestion });
}
