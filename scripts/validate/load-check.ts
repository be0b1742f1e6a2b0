import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { isObject, type Schema } from '../json/schema.js';
import type { Check, ValidatorIssue } from './generated-folder.js';
import type { SchemaReader } from './read-schema.js';

/**
 * Gives the validator of a JSON Schema. It is compiled from the schema: no code of a generated folder runs.
 *
 * @throws {UsageError} when the schema, or one it refers to, is missing or broken.
 */
export async function loadCheck(name: string, readSchema: SchemaReader): Promise<Check> {
  const carried = await carriedCheck(name, readSchema(name));
  if (carried !== undefined) return carried;
  // Loading a compiler takes a while.
  const { compileCheck } = await import('./compile-check.js');
  return compileCheck(name, readSchema);
}

/** Where the build puts the validators of our own document; in the sources there are none. */
const FOLDER = '../carried/';

/**
 * The validator of a schema of the i'mport API, which this program carries: compiling one takes longer than checking a
 * thousand files. Undefined for any other schema, whatever its name.
 */
async function carriedCheck(name: string, schema: Schema): Promise<Check | undefined> {
  if (carriedHashes()[name] !== hashSchema(schema)) return undefined;
  const loaded: unknown = await import(new URL(`${FOLDER}validators/${name}.js`, import.meta.url).href);
  const check = isObject(loaded) ? loaded[`check${name}`] : undefined;
  if (typeof check !== 'function') return undefined;
  // A file of our own build, as its declaration states it.
  const typed = check as (value: unknown) => { readonly issues?: readonly ValidatorIssue[] };
  return (value) => typed(value).issues ?? [];
}

/** The same for the same JSON Schema, however its file is formatted. */
export function hashSchema(schema: unknown): string {
  return createHash('sha256').update(JSON.stringify(schema)).digest('hex');
}

function carriedHashes(): Readonly<Record<string, unknown>> {
  try {
    const hashes: unknown = JSON.parse(readFileSync(new URL(`${FOLDER}hashes.json`, import.meta.url), 'utf8'));
    return isObject(hashes) ? hashes : {};
  } catch {
    return {};
  }
}
