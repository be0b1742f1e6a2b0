import type { Schema } from './schema.js';

/** The kind of a JSON value, in the words of JSON Schema. `decimal` is a number with a fraction. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'decimal';
  return typeof value;
}

/** Whether a value is of one of the types a schema allows. */
export function hasAllowedType(schema: Schema, value: unknown): boolean {
  if (schema.type === undefined) return true;
  const kind = kindOf(value);
  if (typeof schema.type === 'string') return isOfType(kind, schema.type);
  return schema.type.some((type) => isOfType(kind, type));
}

function isOfType(kind: string, type: string): boolean {
  return kind === type || (type === 'number' && (kind === 'integer' || kind === 'decimal'));
}

/** Equality of JSON values; the order of keys does not count. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && canonical(a) === canonical(b);
}

/** A text that equal JSON values share and others do not. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join()}}`;
}
