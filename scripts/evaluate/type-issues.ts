import { typesOf, type Schema } from '../json/schema.js';
import type { TypeCure } from '../messages/fixture-values.js';
import { issueAt, sizeOf, type Issue, type IssueOf, type InstanceLocation } from './issue.js';
import { hasAllowedType, kindOf } from '../json/kind.js';

/** Reports a value of the wrong type, with a fix where that is obvious. */
export function typeIssues(schema: Schema, location: InstanceLocation): Issue[] {
  if (hasAllowedType(schema, location.value)) return [];
  const wanted = typesOf(schema);
  const cure = cureFor(wanted, location.value, schema['x-sensitive'] !== undefined);
  return [typeIssue(wanted, location, cure)];
}

/** An issue of type, by the types that are allowed. */
export function typeIssue(
  wanted: readonly string[],
  location: InstanceLocation,
  cure: TypeCure = {},
): IssueOf<'fixture/type'> {
  const found = kindOf(location.value);
  const shown = found === 'integer' && !wanted.includes('integer') ? 'number' : found;
  const values = {
    wanted,
    found: shown === 'decimal' && wanted.includes('number') ? 'number' : shown,
    ...cure,
  };
  return { ...issueAt(location, 'fixture/type', values), weight: sizeOf(location.value) };
}

// Longer runs of digits may be the number of a card or of a person.
const HARMLESS_NUMBER = /^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,4})?$/;

function cureFor(wanted: readonly string[], value: unknown, isSensitive: boolean): TypeCure {
  if (typeof value === 'number') return wanted.includes('string') ? { quotes: 'add' } : {};
  if (typeof value !== 'string') return {};
  const isWord =
    (wanted.includes('boolean') && /^(true|false)$/.test(value)) || (wanted.includes('null') && value === 'null');
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) && wanted.some((type) => /^(number|integer)$/.test(type));
  if (!isWord && !isNumber) return {};
  const mayBeShown = isWord || (!isSensitive && HARMLESS_NUMBER.test(value));
  return { quotes: 'drop', ...(mayBeShown && { rewrite: value }) };
}
