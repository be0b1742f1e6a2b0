import { isObject, type AnySchema, type Schema } from '../json/schema.js';
import { appliedSchemas } from './applied-schemas.js';
import { itemSchema } from './array-faults.js';
import { spotIn, type Spot } from './fault.js';
import { schemasFor } from './object-faults.js';
import type { Judge } from './scope.js';

/** What a value and a schema have in common, as far as names go. */
export interface Shape {
  /** How many properties of the value the schema knows. */
  readonly known: number;
  /** How many single values the schema speaks about. */
  readonly values: number;
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
  missing: number;
  unused: number;
  readonly unknown: string[];
  readonly judge: Judge;
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
  { judge, most }: { readonly judge: Judge; readonly most: number },
): Shape | undefined {
  const count: Count = { known: 0, values: 0, missing: 0, unused: 0, unknown: [], judge, most };
  countPart([schema], { value, pointer: '', depth: 0 }, count);
  return isBeyond(count) ? undefined : count;
}

function isBeyond({ missing, unknown, most }: Count): boolean {
  return missing + unknown.length > most;
}

/** How many leaves of a value are wrong, missing or unknown. Never fewer than its shape has missing and unknown ones. */
export function mistakesIn(value: unknown, schema: Schema, { shape, judge }: { shape: Shape; judge: Judge }): number {
  const faults = judge.faults(schema, { value, pointer: '', depth: 0 });
  const counted = new Set(faults.map(({ pointer }) => pointer));
  const uncounted = shape.unknown.filter((pointer) => !counted.has(pointer)).length;
  return faults.reduce((sum, { weight }) => sum + weight, uncounted);
}

// What tells schemas apart is near the top.
const DEEPEST = 8;

function countPart(schemas: readonly AnySchema[], spot: Spot, count: Count): void {
  const { value } = spot;
  if (typeof value !== 'object' || value === null) count.values += 1;
  else if (spot.depth <= DEEPEST) {
    const applied = schemas.flatMap((schema) => appliedSchemas(schema, spot, count.judge));
    if (!Array.isArray(value)) countProperties(applied, spot, count);
    else if (value.length === 0) count.values += 1;
    // The first item is enough to tell what all of them are.
    else
      countPart(
        applied.map((schema) => itemSchema(schema, 0)),
        spotIn(spot, 0, value[0]),
        count,
      );
  }
}

function countProperties(schemas: readonly Schema[], spot: Spot, count: Count): void {
  const value = isObject(spot.value) ? spot.value : {};
  const isAbsent = (name: string): boolean => !Object.hasOwn(value, name);
  const names = new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties)));
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  count.unused += [...names].filter(isAbsent).length;
  count.missing += [...required].filter(isAbsent).length;
  for (const [name, part] of Object.entries(value)) {
    if (isBeyond(count)) return;
    const at = spotIn(spot, name, part);
    const known = schemas.flatMap((schema) => schemasFor(schema, name));
    if (known.length > 0) {
      count.known += 1;
      countPart(known, at, count);
    } else if (names.size > 0) count.unknown.push(at.pointer);
  }
}
