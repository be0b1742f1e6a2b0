import { isUnicodeRegExp } from '../../json/pattern.js';
import { childPointer } from '../../json/pointer.js';
import { reachable } from '../../json/reachable.js';
import { referredBy, type Schema, type Schemas } from '../../json/schema.js';
import { subschemasOf, type Applies, type SubschemaPlace } from '../../json/subschemas.js';

/** How deep a time can be: deeper inputs do not occur, and a schema may contain itself. */
const DEEPEST = 6;

/** Where values of a schema hold Unix seconds (`format: unixtime`): see `times` of `OperationRow`. Alternatives count together. */
export function timePlaces(schema: Schema, schemas: Schemas): string[] {
  const parts = (each: Schema): Schema[] => [...samePlace(each, schemas), ...schemasOf(each, ['part'])];
  // Most inputs hold none, and the places of a schema that refers to itself are many.
  const holdsTime = [...reachable([schema], parts)].some(isTime);
  return holdsTime ? [...new Set(placesIn(schema, schemas))] : [];
}

function placesIn(schema: Schema, schemas: Schemas, at = ''): string[] {
  if (at.split('/').length > DEEPEST) return [];
  const whole = [...reachable([schema], (each) => samePlace(each, schemas))];
  if (whole.some(isTime)) return [at];
  return whole.flatMap((each) =>
    subschemasOf(each, ['part']).flatMap((part) =>
      placesIn(part.schema, schemas, childPointer(at, stepTo(part, each))),
    ),
  );
}

function isTime({ format }: Schema): boolean {
  return format === 'unixtime';
}

/** The schemas that a schema applies to the same value. */
function samePlace(schema: Schema, schemas: Schemas): Schema[] {
  const target = referredBy(schema, schemas);
  return [...(target === undefined ? [] : [target]), ...schemasOf(schema, ['value', 'branch'])];
}

function schemasOf(schema: Schema, applies: readonly Applies[]): Schema[] {
  return subschemasOf(schema, applies).map((part) => part.schema);
}

/** Writes the keys that a part of a schema describes as a step of a place. */
function stepTo({ keyword, key = '' }: SubschemaPlace, { properties, patternProperties, prefixItems }: Schema): string {
  if (keyword === 'properties') return key.startsWith('*') ? `*${exactly([key])}` : key;
  if (keyword === 'prefixItems') return `*${exactly([key])}`;
  if (keyword === 'patternProperties') return isUnicodeRegExp(key) ? `*${key}` : '*';
  if (/items$|contains/i.test(keyword)) return `*${otherThan(Object.keys(prefixItems ?? []))}`;
  return `*${otherThan(Object.keys(properties ?? {}), Object.keys(patternProperties ?? {}))}`;
}

function exactly(keys: readonly string[]): string {
  return `^(?:${keys.map((key) => key.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})$`;
}

function otherThan(keys: readonly string[], patterns: readonly string[] = []): string {
  const named = keys.length === 0 ? [] : [exactly(keys)];
  const refused = [...named, ...patterns.filter(isUnicodeRegExp).map((pattern) => `[^]*(?:${pattern})`)];
  return refused.length === 0 ? '' : `^${refused.map((pattern) => `(?!${pattern})`).join('')}`;
}
