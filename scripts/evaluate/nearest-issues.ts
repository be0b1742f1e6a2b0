import { isObject, type Schema, type AnySchema } from '../json/schema.js';
import { declaredProperties, type Scope } from './scope.js';
import { issueAt, isIssue, childLocation, type Issue, type IssueOf, type InstanceLocation } from './issue.js';
import { isSameJson } from '../json/kind.js';
import { enumIssue } from './scalar-issues.js';
import { typeIssue } from './type-issues.js';

/** One alternative of a union that a value does not fit. */
export interface Candidate {
  /** The reference it was named by; `''` for an inline schema. */
  readonly name: string;
  /** As written in the union. */
  readonly branch: AnySchema;
  /** What it comes to. */
  readonly schema: AnySchema;
  readonly issues: readonly Issue[];
}

/** The value that fits no alternative, and its context. */
export interface Question {
  readonly location: InstanceLocation;
  /** The schema that has the union; its `discriminator` may distinguish the alternatives. */
  readonly schema: Schema;
  readonly scope: Scope;
}

/**
 * Explains why a value fits no alternative of a union: as few issues as possible, of the one it was
 * most likely meant to be. Where that is unclear, what all of them require.
 */
export function nearestIssues(candidates: readonly Candidate[], question: Question): Issue[] {
  const { location } = question;
  const groups = candidates.map(({ schema }) => soleRequirements(schema));
  if (groups.every((names) => names !== undefined)) return [requirementIssue(groups.flat(), location)];
  const ofType = candidates.filter(({ issues }) => !issues.some((issue) => isMistyped(issue, location)));
  if (ofType.length === 0) return [mistypedIssue(candidates, location)];
  const members = ofType.map(({ schema }) => listedValues(schema));
  if (ofType.length > 1 && members.every((list) => list !== undefined)) return [enumIssue(members.flat(), location)];
  const unknownValue = unknownDiscriminator(ofType, question);
  const meant = nearest(ofType, question)?.issues ?? [];
  return unknownValue === undefined
    ? [...meant]
    : [unknownValue.issue, ...meant.filter(({ pointer }) => pointer !== unknownValue.issue.pointer)];
}

/** The alternative that a value was most likely meant to be; undefined where that is unclear. */
export function nearest(candidates: readonly Candidate[], question: Question): Candidate | undefined {
  const ofType = candidates.filter(({ issues }) => !issues.some((issue) => isMistyped(issue, question.location)));
  const unknownValue = unknownDiscriminator(ofType, question);
  if (unknownValue !== undefined) return unknownValue.meant;
  const ranked = ofType.map((candidate, index) => rank(candidate, index, question)).sort(compareRanks);
  return ranked[0]?.candidate;
}

/** The properties a schema requires, when it contains nothing else. */
function soleRequirements(schema: AnySchema): readonly string[] | undefined {
  if (typeof schema === 'boolean' || !Array.isArray(schema.required)) return undefined;
  return Object.keys(schema).every((keyword) => keyword === 'required' || keyword === 'type')
    ? schema.required
    : undefined;
}

function requirementIssue(names: readonly string[], location: InstanceLocation): Issue {
  const missing = [...new Set(names)];
  return { ...issueAt(location, 'fixture/any-of', { properties: missing }), missing };
}

function isMistyped(issue: Issue, location: InstanceLocation): issue is IssueOf<'fixture/type'> {
  return isIssue(issue, 'fixture/type') && issue.pointer === location.pointer;
}

function mistypedIssue(candidates: readonly Candidate[], location: InstanceLocation): Issue {
  const issues = candidates.flatMap((candidate) => candidate.issues.filter((issue) => isMistyped(issue, location)));
  const wanted = new Set(issues.flatMap(({ values }) => values.wanted));
  const { quotes, rewrite } = issues.find(({ values }) => values.quotes !== undefined)?.values ?? {};
  const cure = { ...(quotes !== undefined && { quotes }), ...(rewrite !== undefined && { rewrite }) };
  return typeIssue([...wanted], location, cure);
}

function listedValues(schema: AnySchema): readonly unknown[] | undefined {
  if (typeof schema === 'boolean') return undefined;
  return Object.hasOwn(schema, 'const') ? [schema.const] : schema.enum;
}

interface Rank {
  readonly candidate: Candidate;
  /** Whether the value has the properties that distinguish this alternative. */
  readonly isNamed: boolean;
  readonly weight: number;
  readonly shared: number;
  readonly index: number;
}

function rank(candidate: Candidate, index: number, { location, schema, scope }: Question): Rank {
  const value = isObject(location.value) ? location.value : {};
  const declared = [...declaredProperties(candidate.schema, scope)].filter(([name]) => Object.hasOwn(value, name));
  const matches = declared.flatMap(([name, part]) => {
    const listed = listedValues(part);
    return listed === undefined ? [] : [listed.some((member) => isSameJson(member, value[name]))];
  });
  const named = namedByDiscriminator(candidate.name, value, schema);
  return {
    candidate,
    isNamed: named ?? (matches.length > 0 && !matches.includes(false)),
    weight: candidate.issues.reduce((sum, issue) => sum + issue.weight, 0),
    shared: declared.length,
    index,
  };
}

function compareRanks(a: Rank, b: Rank): number {
  return Number(b.isNamed) - Number(a.isNamed) || a.weight - b.weight || b.shared - a.shared || a.index - b.index;
}

/** Whether the `discriminator` of OpenAPI names an alternative; undefined when there is none, or it names no schema. */
function namedByDiscriminator(
  name: string,
  value: Record<string, unknown>,
  { discriminator }: Schema,
): boolean | undefined {
  if (!isObject(discriminator) || name === '') return undefined;
  const called = value[String(discriminator.propertyName)];
  if (typeof called !== 'string') return undefined;
  const mapping = isObject(discriminator.mapping) ? discriminator.mapping : {};
  const target = Object.hasOwn(mapping, called) ? String(mapping[called]) : called;
  return target.replace(/^.*\//s, '') === name.replace(/^.*\//s, '');
}

interface UnknownDiscriminator {
  readonly issue: IssueOf<'fixture/enum'>;
  /** The alternative it was meant to name, if it is a likely typo. */
  readonly meant: Candidate | undefined;
}

/**
 * A property that all alternatives fix to values of their own, and that has none of them: that alone is wrong, as
 * it is unclear what the rest should look like. A likely typo still identifies the alternative.
 */
function unknownDiscriminator(
  candidates: readonly Candidate[],
  { location, scope }: Question,
): UnknownDiscriminator | undefined {
  const { value } = location;
  if (candidates.length < 2 || !isObject(value)) return undefined;
  const declared = candidates.map(({ schema }) => declaredProperties(schema, scope));
  for (const [name, part] of Object.entries(value)) {
    const at = childLocation(location, name, part);
    const lists = declared.map((properties) => listedValues(properties.get(name) ?? true));
    if (!candidates.every((candidate) => refuses(candidate, at)) || !lists.every((list) => list !== undefined))
      continue;
    const issue = enumIssue([...new Set(lists.flat())], at);
    return { issue, meant: candidates[lists.findIndex((list) => list.includes(issue.values.suggestion))] };
  }
  return undefined;
}

function refuses({ issues }: Candidate, { pointer }: InstanceLocation): boolean {
  return issues.some(
    (issue) => issue.pointer === pointer && (issue.code === 'fixture/const' || issue.code === 'fixture/enum'),
  );
}
