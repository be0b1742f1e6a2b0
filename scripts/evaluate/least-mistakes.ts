import { hasAllowedType } from '../json/kind.js';
import { isObject, type AnySchema, type Schema } from '../json/schema.js';
import { isDecidedValue } from './scope.js';
import { sizeOf } from './issue.js';
import type { Scope } from './scope.js';

// Schemas differ near the top: a response, its content, and the parts of that.
const DEEPEST = 4;

interface Part {
  readonly value: unknown;
  /** How many schemas and values it took to come here. */
  readonly depth?: number;
}

/**
 * A lower bound for the number of mistakes in a value: wrong types, missing required properties, and fixed values that
 * differ. It reads a part of the schema and of the value, so that most schemas can be ruled out without evaluating them.
 */
export function leastMistakes({ value, depth = 0 }: Part, schema: AnySchema, scope: Scope): number {
  if (typeof schema === 'boolean') return schema ? 0 : 1;
  // What is wrong as a whole is wrong in all its leaves.
  if (!hasAllowedType(schema, value)) return sizeOf(value);
  if (!isDecidedValue(schema, value)) return 1;
  if (depth > DEEPEST) return 0;
  const own = isObject(value) ? inObject({ value, depth }, schema, scope) : 0;
  const { $ref, allOf = [], anyOf, oneOf } = schema;
  if (($ref ?? anyOf ?? oneOf) === undefined && allOf.length === 0) return own;
  const parts = $ref === undefined ? allOf : [scope.resolve($ref) ?? true, ...allOf];
  // Parts may report the same mistake, and of a union the evaluator reports one at least.
  const inParts = parts.map((part) => leastMistakes({ value, depth: depth + 1 }, part, scope));
  const unions = [anyOf, oneOf].filter((branches) => branches !== undefined);
  const fitsAll = unions.every((branches) =>
    branches.some((branch) => leastMistakes({ value, depth: depth + 1 }, branch, scope) === 0),
  );
  return Math.max(own, fitsAll ? 0 : 1, ...inParts);
}

function inObject(
  { value, depth }: { readonly value: Record<string, unknown>; readonly depth: number },
  { required = [], properties = {} }: Schema,
  scope: Scope,
): number {
  let mistakes = 0;
  for (const name of required) if (!Object.hasOwn(value, name)) mistakes += 1;
  for (const [name, part] of Object.entries(properties))
    if (Object.hasOwn(value, name)) mistakes += leastMistakes({ value: value[name], depth: depth + 1 }, part, scope);
  return mistakes;
}
