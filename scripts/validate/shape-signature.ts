import { isObject, type Schema } from '../json/schema.js';

/** Describes the shape of a value in a text; undefined for a value that is too large. */
export type SignatureOf = (value: unknown) => string | undefined;

// Longer ones take longer to compare than they save.
const MOST_CHARACTERS = 20_000;

/**
 * Prepares signatures for some schemas. Values of the same signature have the same names and types, and the same values
 * wherever one of the schemas lists values (`enum`, `const`): names, types and lists alone cannot tell them apart.
 */
export function createSignatures(schemas: readonly Schema[]): SignatureOf {
  const listed = new Set<unknown>();
  for (const schema of schemas) collectListed(schema, listed);
  const append = (text: string, value: unknown): string => {
    if (text.length > MOST_CHARACTERS) return text;
    if (Array.isArray(value)) return `${value.reduce(append, `${text}[`)}]`;
    if (isObject(value)) {
      let inner = `${text}{`;
      // The length keeps a name that contains marks apart from the marks.
      for (const name of Object.keys(value)) inner = append(`${inner}${name.length}:${name}`, value[name]);
      return `${inner}}`;
    }
    return text + (listed.has(value) ? `=${JSON.stringify(value)}` : markOf(value));
  };
  return (value) => {
    const text = append('', value);
    return text.length > MOST_CHARACTERS ? undefined : text;
  };
}

function markOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'i' : 'n';
  return typeof value === 'string' ? 's' : `=${String(value)}`;
}

/** Adds the scalars of every list in a schema. A property that is named like a keyword adds more than necessary. */
function collectListed(part: unknown, listed: Set<unknown>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, inner] of Object.entries(part)) {
    if (key === 'enum' || key === 'const') addScalars(inner, listed);
    collectListed(inner, listed);
  }
}

function addScalars(value: unknown, listed: Set<unknown>): void {
  if (typeof value !== 'object' || value === null) listed.add(value);
  else for (const part of Object.values(value)) addScalars(part, listed);
}
