import { memoizeList } from '../json/memoize.js';
import { isObject, type AnySchema, type Schema } from '../json/schema.js';
import { allAppliedSchemas } from './applied-schemas.js';
import { childPointer } from '../json/pointer.js';
import { childLocation, type InstanceLocation } from './issue.js';
import { itemSchema, propertySchemas } from '../json/part-schemas.js';
import type { Explainer } from './scope.js';

/** What a value and a schema have in common, as far as names go. */
export interface Shape {
  /** How many properties of the value the schema knows. */
  readonly known: number;
  /** How many scalar values the schema describes. */
  readonly values: number;
  /** How many properties the schema requires, and how many values it lists: what sets it apart from other schemas. */
  readonly specific: number;
  /** How many required properties the value does not have. */
  readonly missing: number;
  /** How many properties the schema knows and the value does not have. */
  readonly unused: number;
  /** Pointers to properties that the schema does not know. */
  readonly unknown: readonly string[];
}

interface Count {
  known: number;
  values: number;
  specific: number;
  missing: number;
  unused: number;
  readonly unknown: string[];
  readonly explainer: Explainer;
  /** How many missing and unknown properties there may be. */
  readonly most: number;
}

/**
 * Compares the names in a value with those of a schema; cheap, so that many schemas can be tried. Undefined when more than
 * `most` properties are missing or unknown.
 */
export function shapeOf(
  value: unknown,
  schema: Schema,
  { explainer, most }: { readonly explainer: Explainer; readonly most: number },
): Shape | undefined {
  const count: Count = { known: 0, values: 0, specific: 0, missing: 0, unused: 0, unknown: [], explainer, most };
  countPart([schema], { value, pointer: '', depth: 0 }, count);
  return isBeyond(count) ? undefined : count;
}

function isBeyond({ missing, unknown, most }: Count): boolean {
  return missing + unknown.length > most;
}

/** How many leaves of a value are wrong, missing or unknown. Never fewer than its shape has missing and unknown ones. */
export function mistakesIn(
  value: unknown,
  schema: Schema,
  { shape, explainer }: { shape: Shape; explainer: Explainer },
): number {
  const issues = explainer.issues(schema, { value, pointer: '', depth: 0 });
  const counted = new Set(issues.map(({ pointer }) => pointer));
  const uncounted = shape.unknown.filter((pointer) => !counted.has(pointer)).length;
  return issues.reduce((sum, { weight }) => sum + weight, uncounted);
}

// Schemas differ near the top.
const DEEPEST = 8;

function countPart(schemas: readonly AnySchema[], location: InstanceLocation, count: Count): void {
  const { value } = location;
  if (typeof value !== 'object' || value === null) count.values += 1;
  else if (location.depth <= DEEPEST) {
    const applied = allAppliedSchemas(schemas, location, count.explainer);
    if (!Array.isArray(value)) countProperties(applied, location, count);
    else if (value.length === 0) count.values += 1;
    // The first item represents all of them.
    else
      countPart(
        applied.map((schema) => itemSchema(schema, 0)),
        childLocation(location, 0, value[0]),
        count,
      );
  }
}

function countProperties(schemas: readonly Schema[], location: InstanceLocation, count: Count): void {
  const value = isObject(location.value) ? location.value : {};
  const { names, required } = outlineOf(schemas);
  for (const name of required) if (!Object.hasOwn(value, name)) count.missing += 1;
  const known: [name: string, schemas: readonly AnySchema[]][] = [];
  for (const name of Object.keys(value)) {
    if (isBeyond(count)) return;
    const parts = schemas.flatMap((schema) => propertySchemas(schema, name));
    if (parts.length > 0) known.push([name, parts]);
    else if (names.size > 0) count.unknown.push(childPointer(location.pointer, name));
  }
  for (const name of names) if (!Object.hasOwn(value, name)) count.unused += 1;
  count.known += known.length;
  for (const [name, parts] of known) {
    const part = value[name];
    if (required.has(name)) count.specific += 1;
    if (parts.some((schema) => isListed(part, schema))) count.specific += 1;
    // Most values are scalars, and their location does not matter.
    if (typeof part !== 'object' || part === null) count.values += 1;
    else if (!isBeyond(count)) countPart(parts, childLocation(location, name, part), count);
  }
}

function isListed(value: unknown, schema: AnySchema): boolean {
  return isObject(schema) && (schema.enum?.includes(value) ?? ('const' in schema && schema.const === value));
}

interface Outline {
  readonly names: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
}

/** The names that schemas have together. */
const outlineOf = memoizeList((schemas: readonly Schema[]): Outline => ({
  names: new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties))),
  required: new Set(schemas.flatMap((schema) => schema.required ?? [])),
}));
