import type { FactsOf, FixtureCode } from '../messages/catalogue.js';
import { finding } from '../messages/finding.js';
import type { Diagnostic, Location } from '../messages/diagnostic.js';
import { childPointer, nameOf, parentOf } from '../json/pointer.js';

/** One thing wrong with a value, before it has a line and a column. */
export interface Issue {
  readonly code: FixtureCode;
  /** What is wrong. For something missing, the object that lacks it. */
  readonly pointer: string;
  /** Whether to point at the property's name instead of its value. */
  readonly place: 'key' | 'value';
  /** What it is made of, but for the names of the value and of the object around it, which `pointer` says. */
  readonly values: object;
  /** How much of the document would have to change, in leaves. Decides which alternative of a union is the nearest. */
  readonly weight: number;
  /** Names of properties of which one is required. */
  readonly missing?: readonly string[];
}

/** A value and its location. */
export interface InstanceLocation {
  readonly value: unknown;
  readonly pointer: string;
  /** How many schemas and values lie above it. */
  readonly depth: number;
}

/** An issue with the values of its code. */
export interface IssueOf<C extends FixtureCode> extends Issue {
  readonly code: C;
  readonly values: Omit<FactsOf<C>, 'name' | 'object'>;
}

/** Makes an issue that a change of one leaf would fix. */
export function issueAt<C extends FixtureCode>(
  { pointer }: InstanceLocation,
  code: C,
  values: IssueOf<C>['values'],
): IssueOf<C> {
  return { code, pointer, place: 'value', values, weight: 1 };
}

/** Makes the finding of an issue at a location in a file. */
export function findingOf({ code, pointer, place, values }: Issue, at: Location): Diagnostic {
  const facts = { name: nameOf(pointer), ...(place === 'key' && { object: nameOf(parentOf(pointer)) }), ...values };
  // `issueAt` has typed the values by the code, and these are the names that it leaves out.
  return finding(code, at, facts as never);
}

/** Whether an issue has a code, and with it the values of that code. */
export function isIssue<C extends FixtureCode>(issue: Issue, code: C): issue is IssueOf<C> {
  return issue.code === code;
}

/** The place one property or item further in. */
export function childLocation(
  { pointer, depth }: InstanceLocation,
  key: string | number,
  value: unknown,
): InstanceLocation {
  return { value, pointer: childPointer(pointer, key), depth: depth + 1 };
}

/** The bound that a count of items or properties is beyond; undefined when it is within both. */
export function brokenBound(
  count: number,
  least: unknown,
  most: unknown,
): { readonly bound: 'least' | 'most'; readonly limit: number } | undefined {
  if (typeof least === 'number' && count < least) return { bound: 'least', limit: least };
  return typeof most === 'number' && count > most ? { bound: 'most', limit: most } : undefined;
}

/** How many leaves a value has; at least one. Beyond some size it makes no difference any more. */
export function sizeOf(value: unknown): number {
  const pending = [value];
  let leaves = 0;
  while (pending.length > 0 && leaves < MOST_LEAVES) {
    const part = pending.pop();
    const inner: unknown[] = typeof part === 'object' && part !== null ? Object.values(part) : [];
    if (inner.length === 0) leaves += 1;
    else for (const each of inner) pending.push(each);
  }
  return leaves;
}

const MOST_LEAVES = 1000;
