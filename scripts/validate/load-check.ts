import { readQuietly } from '../files/read-quietly.js';
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

/** Where the build puts the validators of our own document and their JSON Schemas; in the sources there are none. */
const FOLDER = '../carried/';

/**
 * The validator of a schema of the i'mport API, which this program carries: compiling one takes longer than checking a
 * thousand files. Undefined for any other schema, whatever its name.
 */
async function carriedCheck(name: string, schema: Schema): Promise<Check | undefined> {
  // A name from a manifest must not lead out of our own folder.
  if (!/^\w+$/.test(name) || carriedText(name) !== JSON.stringify(schema)) return undefined;
  const loaded: unknown = await import(new URL(`${FOLDER}validators/${name}.js`, import.meta.url).href);
  const check = isObject(loaded) ? loaded[`check${name}`] : undefined;
  if (typeof check !== 'function') return undefined;
  // A file of our own build, as its declaration states it.
  const typed = check as (value: unknown) => { readonly issues?: readonly ValidatorIssue[] };
  return (value) => typed(value).issues ?? [];
}

/** The JSON Schema that a carried validator was made from, on one line. */
function carriedText(name: string): string | undefined {
  return readQuietly(new URL(`${FOLDER}schemas/${name}.json`, import.meta.url));
}
