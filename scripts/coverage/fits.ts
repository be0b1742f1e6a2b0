import { isObject, type Schema } from '../json/schema.js';
import { typesOf } from '../json/schema.js';
import { referenced, type NamedSchema } from './walk-schema.js';

/** How far into a value a branch of a union is compared. What tells branches apart stands near the top. */
const DEPTH = 4;

/**
 * Tells whether a valid value may have come by this branch of a union: types, constants, lists and required keys agree.
 * It validates nothing: the value is known to be valid.
 */
export function fits(value: unknown, schema: Schema, root: NamedSchema): boolean {
  return fitsTo(value, { schema, root, depth: DEPTH });
}

interface Branch {
  readonly schema: Schema;
  readonly root: NamedSchema;
  readonly depth: number;
}

function fitsTo(value: unknown, branch: Branch): boolean {
  const { schema, root, depth } = branch;
  if (depth === 0) return true;
  const within = (part: Schema, inner = value): boolean => fitsTo(inner, { schema: part, root, depth: depth - 1 });
  const target = referenced(schema, root);
  if (target !== undefined && !within(target.schema)) return false;
  if (!agrees(value, schema)) return false;
  if (schema.not !== undefined && isObject(schema.not) && saysSomething(schema.not) && within(schema.not)) return false;
  if (!(schema.allOf ?? []).every((part) => within(part))) return false;
  const union = schema.anyOf ?? schema.oneOf;
  if (union !== undefined && !union.some((part) => within(part))) return false;
  return !isObject(value) || propertiesAgree(value, schema, within);
}

function agrees(value: unknown, schema: Schema): boolean {
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) return false;
  if ('const' in schema && !isSame(value, schema.const)) return false;
  return schema.enum === undefined || schema.enum.some((member) => isSame(value, member));
}

function propertiesAgree(
  value: Readonly<Record<string, unknown>>,
  { required = [], properties = {} }: Schema,
  within: (part: Schema, inner: unknown) => boolean,
): boolean {
  if (!required.every((key) => Object.hasOwn(value, key))) return false;
  return Object.entries(properties).every(
    ([key, part]) => !Object.hasOwn(value, key) || !isObject(part) || within(part, value[key]),
  );
}

/** A `not` of rules that are not compared here must not rule a branch out. */
function saysSomething(schema: Schema): boolean {
  return 'const' in schema || schema.enum !== undefined || schema.type !== undefined || schema.required !== undefined;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
