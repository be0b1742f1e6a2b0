import { isObject } from '../../json/schema.js';
import { literal, propertyName } from '../text.js';

/** Writes a JSON value as a TypeScript expression on one line. */
export function valueCode(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return literal(value);
  if (Array.isArray(value)) return `[${value.map(valueCode).join(', ')}]`;
  if (!isObject(value)) return String(value);
  const members = Object.entries(value).map(([key, member]) => `${propertyName(key)}: ${valueCode(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
