import { carriedCheck } from './carried-check.js';
import type { Check } from './generated-folder.js';
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
