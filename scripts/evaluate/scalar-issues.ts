import { didYouMean } from '../messages/did-you-mean.js';
import type { Schema } from '../json/schema.js';
import { issueAt, sizeOf, type Issue, type IssueOf, type InstanceLocation } from './issue.js';
import type { Explainer } from './scope.js';
import { isSameJson } from '../json/kind.js';
import { matches } from '../json/pattern.js';

/** What is wrong with a single value: not in its list, too long, too large, of the wrong form. */
export function scalarIssues(schema: Schema, location: InstanceLocation, explainer: Explainer): Issue[] {
  const listed = listIssues(schema, location);
  if (listed.length > 0 || explainer.isShapeOnly) return listed;
  const issues =
    typeof location.value === 'string' ? textIssues(schema, location, location.value) : numberIssues(schema, location);
  // What is too long or too large is not of its format either; that is one issue.
  return issues.length > 0 ? issues : formatIssues(schema, location, explainer);
}

function formatIssues({ format }: Schema, location: InstanceLocation, { hasFormat }: Explainer): Issue[] {
  if (typeof format !== 'string' || hasFormat(format, location.value)) return [];
  return [issueAt(location, 'fixture/format', { format })];
}

/** Reports a value that is not listed, with the one that was probably meant. */
export function enumIssue(members: readonly unknown[], location: InstanceLocation): IssueOf<'fixture/enum'> {
  const words = members.filter((member) => typeof member === 'string');
  const suggestion = typeof location.value === 'string' ? didYouMean(location.value, words) : undefined;
  const values = { allowed: members, ...(suggestion !== undefined && { suggestion }) };
  return { ...issueAt(location, 'fixture/enum', values), weight: sizeOf(location.value) };
}

function listIssues(schema: Schema, location: InstanceLocation): Issue[] {
  const isMember = (member: unknown): boolean => isSameJson(member, location.value);
  if (schema.enum !== undefined && !schema.enum.some(isMember)) return [enumIssue(schema.enum, location)];
  if (!Object.hasOwn(schema, 'const') || isMember(schema.const)) return [];
  const issue = issueAt(location, 'fixture/const', { constant: schema.const });
  return [{ ...issue, weight: sizeOf(location.value) }];
}

function textIssues({ maxLength, minLength, pattern }: Schema, location: InstanceLocation, text: string): Issue[] {
  const length = (): number => Array.from(text).length;
  const issues: Issue[] = [];
  if (typeof maxLength === 'number' && text.length > maxLength && length() > maxLength)
    issues.push(issueAt(location, 'fixture/max-length', { limit: maxLength, length: length() }));
  if (typeof minLength === 'number' && length() < minLength)
    issues.push(issueAt(location, 'fixture/min-length', { limit: minLength, length: length() }));
  // A text of the wrong length has the wrong form as well; that is one issue.
  if (issues.length === 0 && typeof pattern === 'string' && !matches(pattern, text))
    issues.push(issueAt(location, 'fixture/pattern', { pattern }));
  return issues;
}

const RANGES = [
  ['minimum', '>=', (value: number, limit: number) => value >= limit],
  ['maximum', '<=', (value: number, limit: number) => value <= limit],
  ['exclusiveMinimum', '>', (value: number, limit: number) => value > limit],
  ['exclusiveMaximum', '<', (value: number, limit: number) => value < limit],
] as const;

function numberIssues(schema: Schema, location: InstanceLocation): Issue[] {
  const { value } = location;
  if (typeof value !== 'number') return [];
  for (const [keyword, comparison, isInside] of RANGES) {
    const limit = schema[keyword];
    if (typeof limit === 'number' && !isInside(value, limit))
      return [issueAt(location, 'fixture/range', { comparison, limit })];
  }
  const { multipleOf } = schema;
  if (typeof multipleOf !== 'number' || Number.isInteger(value / multipleOf)) return [];
  return [issueAt(location, 'fixture/multiple-of', { factor: multipleOf })];
}
