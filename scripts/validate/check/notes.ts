import { didYouMean } from '../../did-you-mean.js';
import { isObject, type Schema } from '../../generate/schema.js';
import { appliedSchemas } from './applied-schemas.js';
import { itemSchema } from './array-faults.js';
import { faultAt, spotIn, type Fault, type Spot } from './fault.js';
import type { Judge } from './judge.js';
import { schemasFor } from './object-faults.js';
import type { AnySchema } from './scope.js';

/** What is read off a document on the way through it, beside its faults. */
export interface Notes {
  /** Unknown properties, unknown members of open lists, milliseconds. */
  readonly faults: Fault[];
  /** Objects whose schemas declare invariants, inner ones after outer ones. */
  readonly governed: Governed[];
}

/** An object and a schema that declares invariants for it. */
export interface Governed {
  readonly spot: Spot;
  readonly schema: Schema;
}

/** Goes through a whole document once, and notes what a validator has no opinion about. */
export function takeNotes(root: Schema, value: unknown, judge: Judge): Notes {
  const notes: Notes = { faults: [], governed: [] };
  visit([root], { value, pointer: '', depth: 0 }, { judge, notes });
  return notes;
}

interface Walk {
  readonly judge: Judge;
  readonly notes: Notes;
}

function visit(schemas: readonly AnySchema[], spot: Spot, walk: Walk): void {
  const { value } = spot;
  if (typeof value !== 'object' || value === null || spot.depth > MOST_LEVELS) return;
  const applied = schemas.flatMap((schema) => appliedSchemas(schema, spot, walk.judge));
  if (Array.isArray(value)) visitItems(applied, { ...spot, value }, walk);
  else if (isObject(value)) visitProperties(applied, { ...spot, value }, walk);
}

// Beyond what any API sends; deeper levels are left unread instead of ending the program.
const MOST_LEVELS = 700;

function visitItems(applied: readonly Schema[], spot: Spot & { value: readonly unknown[] }, walk: Walk): void {
  if (applied.every(({ items, prefixItems }) => items === undefined && prefixItems === undefined)) return;
  spot.value.forEach((item, index) => {
    const schemas = applied.map((schema) => itemSchema(schema, index));
    if (typeof item === 'object') visit(schemas, spotIn(spot, index, item), walk);
    else if (schemas.some(isTelling)) noteScalar(schemas, spotIn(spot, index, item), walk);
  });
}

function visitProperties(
  applied: readonly Schema[],
  spot: Spot & { value: Record<string, unknown> },
  walk: Walk,
): void {
  for (const schema of applied) if (schema['x-invariants'] !== undefined) walk.notes.governed.push({ spot, schema });
  const tellsUnknown = listsItsProperties(applied);
  for (const [key, part] of Object.entries(spot.value)) {
    const schemas = applied.flatMap((schema) => knownOrExtra(schema, key));
    if (schemas.length === 0) {
      if (tellsUnknown) walk.notes.faults.push(unknownProperty(applied, spot, key));
    } else if (typeof part === 'object') visit(schemas, spotIn(spot, key, part), walk);
    else if (schemas.some(isTelling)) noteScalar(schemas, spotIn(spot, key, part), walk);
  }
}

/** Whether a name that no schema has is worth a word: not where the schemas expect any, or refuse them by themselves. */
function listsItsProperties(applied: readonly Schema[]): boolean {
  const isSilent = ({ additionalProperties, unevaluatedProperties }: Schema): boolean =>
    additionalProperties === undefined && unevaluatedProperties === undefined;
  return applied.every(isSilent) && applied.some(({ properties }) => properties !== undefined);
}

function knownOrExtra(schema: Schema, key: string): readonly AnySchema[] {
  const known = schemasFor(schema, key);
  const { additionalProperties } = schema;
  return known.length === 0 && isObject(additionalProperties) ? [additionalProperties] : known;
}

function unknownProperty(applied: readonly Schema[], spot: Spot, key: string): Fault {
  const suggestion = didYouMean(
    key,
    applied.flatMap(({ properties = {} }) => Object.keys(properties)),
  );
  const values = { property: key, ...(suggestion !== undefined && { suggestion }) };
  return { ...faultAt(spotIn(spot, key, undefined), 'fixture/unknown-property', values), place: 'key' };
}

/** Whether a schema may have anything to note about a single value. Most have not, and are passed over. */
function isTelling(schema: AnySchema): boolean {
  if (typeof schema === 'boolean') return false;
  const { $ref, allOf, anyOf, oneOf, if: test, format } = schema;
  return (
    format === 'unixtime' || (schema['x-extensible-enum'] ?? $ref ?? allOf ?? anyOf ?? oneOf ?? test) !== undefined
  );
}

// As seconds, this is the year 5138.
const LATEST_SECONDS = 1e11;

function noteScalar(schemas: readonly AnySchema[], spot: Spot, { judge, notes }: Walk): void {
  const { value } = spot;
  for (const schema of schemas.flatMap((each) => appliedSchemas(each, spot, judge))) {
    const known = schema['x-extensible-enum'];
    // This API writes "" for "none".
    if (Array.isArray(known) && value !== '' && !known.includes(value)) notes.faults.push(unknownMember(known, spot));
    if (schema.format === 'unixtime' && typeof value === 'number' && Math.abs(value) > LATEST_SECONDS)
      notes.faults.push(faultAt(spot, 'fixture/milliseconds'));
  }
}

function unknownMember(known: readonly unknown[], spot: Spot): Fault {
  const words = known.filter((member) => typeof member === 'string');
  const suggestion = typeof spot.value === 'string' ? didYouMean(spot.value, words) : undefined;
  return faultAt(spot, 'fixture/unknown-member', suggestion === undefined ? {} : { suggestion });
}
