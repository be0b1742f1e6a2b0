import type { Issue, InstanceLocation } from './issue.js';
import { createPlainCheck, type PlainCheck } from './plain-check.js';
import { hasAllowedType, isSameJson } from '../json/kind.js';
import { memoize } from '../json/memoize.js';
import { isObject, typesOf, type AnySchema, type Schema } from '../json/schema.js';
import { unescapePointer, valueAtReference } from '../json/pointer.js';
import { isComposed } from '../json/subschemas.js';

/** The references of one JSON Schema document. */
export interface Scope {
  /** Follows a reference inside the document; undefined where the target does not exist. */
  readonly resolve: (ref: string) => AnySchema | undefined;
  /** Whether a schema applies other schemas to the same value. Cached. */
  readonly isComposed: (schema: Schema) => boolean;
  /** Fast check that a schema accepts a scalar. Cached per schema. */
  readonly acceptsPlainly: PlainCheck;
  /** All schemas that apply together with one, where that does not depend on the value. Cached. */
  readonly alwaysApplied: (schema: Schema) => readonly Schema[] | undefined;
  /** A look from outside: the type, what is required, and values that are fixed or ruled out. Cached per schema. */
  readonly mayFit: (schema: AnySchema) => (value: unknown) => boolean;
}

/** Whether a value has a format. Formats that are not checked always match. */
export type FormatCheck = (format: string, value: unknown) => boolean;

/** Explains what is wrong with values, by one JSON Schema document. */
export interface Explainer extends Scope {
  /** Whether a value has a format. */
  readonly hasFormat: FormatCheck;
  /** Whether pattern, length, range and format of values are skipped. */
  readonly isShapeOnly: boolean;
  /** Everything wrong with a value: root causes only, of a union the nearest alternative only. */
  readonly issues: (schema: AnySchema, location: InstanceLocation) => Issue[];
}

/** What a schema document may need besides itself. */
export interface Surroundings {
  /** Checks formats as the validators do; without it every value has every format. */
  readonly hasFormat?: FormatCheck;
  /** Whether to skip pattern, length, range, format and uniqueness of values. */
  readonly isShapeOnly?: boolean;
  /** Gives the schema of another file, for references such as `Payment.json`. */
  readonly readSchema?: (name: string) => Schema;
}

/** Opens a schema document. References are looked up once each. */
export function createScope(root: Schema, readSchema?: Surroundings['readSchema']): Scope {
  const resolve = memoize((ref: string) => schemaAt(root, ref, readSchema));
  return {
    resolve,
    isComposed: memoize((schema) => isComposed(schema) || (schema.if ?? schema.not) !== undefined),
    acceptsPlainly: createPlainCheck(),
    alwaysApplied: memoize((schema) => unconditional(schema, resolve)),
    mayFit: memoize((schema) => outsideCheck(dereference(schema, { resolve }))),
  };
}

function outsideCheck(schema: AnySchema): (value: unknown) => boolean {
  if (typeof schema === 'boolean') return () => schema;
  const { required = [], properties = {} } = schema;
  const decided = Object.entries(properties).flatMap(([name, part]) => (isDecided(part) ? [{ name, part }] : []));
  return (value) => {
    if (!hasAllowedType(schema, value)) return false;
    if (!isObject(value)) return true;
    return (
      required.every((name) => Object.hasOwn(value, name)) &&
      decided.every(({ name, part }) => !Object.hasOwn(value, name) || isDecidedValue(part, value[name]))
    );
  };
}

function isDecided(part: AnySchema): boolean {
  return typeof part === 'object' && (Object.hasOwn(part, 'const') || (isObject(part.not) && 'const' in part.not));
}

/** Whether a value is the one that a schema fixes, and not the one that it excludes. */
export function isDecidedValue({ const: fixed, not }: Schema, value: unknown): boolean {
  if (fixed !== undefined && !isSameJson(fixed, value)) return false;
  return !isObject(not) || not.const === undefined || !isSameJson(not.const, value);
}

/** Whether the values that a schema allows may be objects or arrays. */
export function isComposite(schema: AnySchema): boolean {
  if (typeof schema === 'boolean') return schema;
  const types = typesOf(schema);
  return types.length === 0 || types.includes('object') || types.includes('array');
}

function unconditional(schema: AnySchema, resolve: Scope['resolve'], hops = 0): readonly Schema[] | undefined {
  if (typeof schema === 'boolean') return [];
  const { $ref, allOf = [], anyOf, oneOf, if: test, dependentSchemas } = schema;
  if (hops > MOST_HOPS || (anyOf ?? oneOf ?? test ?? dependentSchemas) !== undefined) return undefined;
  const base = $ref === undefined ? [] : [resolve($ref) ?? true];
  const lists = [...base, ...allOf].map((part) => unconditional(part, resolve, hops + 1));
  return lists.includes(undefined) ? undefined : [schema, ...lists.flatMap((list) => list ?? [])];
}

// More than any real chain; a cycle of references allows everything.
const MOST_HOPS = 20;

/** The schema that a chain of references ends at. */
export function dereference(schema: AnySchema, scope: Pick<Scope, 'resolve'>): AnySchema {
  let current = schema;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    if (typeof current === 'boolean' || current.$ref === undefined) return current;
    current = scope.resolve(current.$ref) ?? true;
  }
  return true;
}

/** The properties a schema names, those of the schemas it extends included. */
export function declaredProperties(schema: AnySchema, scope: Scope, hops = 0): ReadonlyMap<string, AnySchema> {
  if (typeof schema === 'boolean' || hops > MOST_HOPS) return new Map();
  const base = schema.$ref === undefined ? [] : [scope.resolve(schema.$ref) ?? true];
  const inherited = [...base, ...(schema.allOf ?? [])].flatMap((part) => [
    ...declaredProperties(part, scope, hops + 1),
  ]);
  return new Map([...inherited, ...Object.entries(schema.properties ?? {})]);
}

function schemaAt(root: Schema, ref: string, readSchema: Surroundings['readSchema']): AnySchema | undefined {
  const [, file] = /^([^/#]+)\.json$/.exec(ref) ?? [];
  if (file !== undefined) return readSchema?.(unescapePointer(file));
  const found = valueAtReference(root, ref);
  return isObject(found) || typeof found === 'boolean' ? found : undefined;
}
