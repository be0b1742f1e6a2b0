import { didYouMean } from '../../did-you-mean.js';
import type { Schema } from '../../generate/schema.js';
import { appliedSchemas } from './applied-schemas.js';
import { faultAt, spotIn, type Fault, type Spot } from './fault.js';
import type { Judge } from './judge.js';
import { createPlanner, type PartPlan, type ReadingPlan } from './reading-plan.js';
import type { AnySchema } from './scope.js';

/** What is read off a document on the way through it, beside its faults. */
export interface Notes {
  /** Unknown properties, unknown members of open lists, milliseconds. */
  readonly faults: Fault[];
  /** Objects whose schemas declare invariants, outer ones before inner ones. */
  readonly governed: Governed[];
}

/** An object and a schema that declares invariants for it. */
export interface Governed {
  readonly spot: Spot;
  readonly schema: Schema;
}

/** Goes through a whole document once, and notes what a validator has no opinion about. */
export type NoteTaker = (value: unknown) => Notes;

/** Makes a note taker for the documents of one schema. It learns what to look for, and is the quicker for it. */
export function createNoteTaker(root: Schema, judge: Judge): NoteTaker {
  const plan = createPlanner();
  return (value) => {
    const notes: Notes = { faults: [], governed: [] };
    visit([root], { value, pointer: '', depth: 0 }, { judge, notes, plan });
    return notes;
  };
}

interface Walk {
  readonly judge: Judge;
  readonly notes: Notes;
  readonly plan: (schemas: readonly Schema[]) => ReadingPlan;
}

// Beyond what any API sends; deeper levels are left unread instead of ending the program.
const MOST_LEVELS = 700;

function visit(schemas: readonly AnySchema[], spot: Spot, walk: Walk): void {
  const { value } = spot;
  if (typeof value !== 'object' || value === null || spot.depth > MOST_LEVELS) return;
  const plan = walk.plan(appliedTo(schemas, spot, walk.judge));
  if (Array.isArray(value)) visitItems(plan, value, { spot, walk });
  else visitProperties(plan, value, { spot, walk });
}

function appliedTo(schemas: readonly AnySchema[], spot: Spot, judge: Judge): readonly Schema[] {
  const [only] = schemas;
  // The usual case, without making lists of lists.
  if (schemas.length === 1 && only !== undefined) return appliedSchemas(only, spot, judge);
  return schemas.flatMap((schema) => appliedSchemas(schema, spot, judge));
}

interface Visit {
  readonly spot: Spot;
  readonly walk: Walk;
}

function visitItems(plan: ReadingPlan, items: readonly unknown[], { spot, walk }: Visit): void {
  for (let index = 0; index < items.length; index += 1) {
    const part = plan.item(index);
    if (part !== undefined) visitPart(part, items[index], { spot, walk, key: index });
  }
}

function visitProperties(plan: ReadingPlan, object: object, { spot, walk }: Visit): void {
  for (const schema of plan.governing) walk.notes.governed.push({ spot, schema });
  const keys = Object.keys(object);
  // Documents of one kind mostly have the same names: looking at each of them once is enough.
  const known = plan.shapes.find((shape) => isSameList(shape.keys, keys));
  for (const key of known?.telling ?? keys) {
    // Edge: an object of parsed JSON, read by one of its own keys.
    const value = (object as Readonly<Record<string, unknown>>)[key];
    const part = plan.declared.get(key) ?? plan.property(key);
    if (part !== undefined) visitPart(part, value, { spot, walk, key });
    else if (plan.tellsUnknown) walk.notes.faults.push(unknownProperty(plan, spot, key));
  }
  if (known === undefined) rememberShape(plan, keys);
}

// Comparing with more takes longer than looking at the names; a stream of documents that all differ must not be slowed.
const MOST_SHAPES = 8;

function rememberShape({ declared, shapes }: ReadingPlan, keys: readonly string[]): void {
  if (!keys.every((key) => declared.has(key))) return;
  const worthALook = (key: string): boolean =>
    declared.get(key)?.isTelling === true || declared.get(key)?.mayHold === true;
  shapes.unshift({ keys, telling: keys.filter(worthALook) });
  if (shapes.length > MOST_SHAPES) shapes.pop();
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

function visitPart(
  part: PartPlan,
  value: unknown,
  { spot, walk, key }: Visit & { readonly key: string | number },
): void {
  if (typeof value === 'object') {
    if (value !== null) visit(part.schemas, spotIn(spot, key, value), walk);
  } else if (part.isTelling) {
    // The place is only put together for what has something to note.
    const isSuspect = part.isComposed || part.schemas.some((schema) => isNoteworthy(schema, value));
    if (isSuspect) noteScalar(part.schemas, spotIn(spot, key, value), walk);
  }
}

function unknownProperty({ declared }: ReadingPlan, spot: Spot, key: string): Fault {
  const suggestion = didYouMean(key, declared.keys());
  const values = { property: key, ...(suggestion !== undefined && { suggestion }) };
  return { ...faultAt(spotIn(spot, key, undefined), 'fixture/unknown-property', values), place: 'key' };
}

// As seconds, this is the year 5138.
const LATEST_SECONDS = 1e11;

function noteScalar(schemas: readonly AnySchema[], spot: Spot, { judge, notes }: Walk): void {
  for (const schema of schemas.flatMap((each) => appliedSchemas(each, spot, judge))) {
    if (!isNoteworthy(schema, spot.value)) continue;
    const known: unknown = schema['x-extensible-enum'];
    if (isUnknownMember(known, spot.value)) notes.faults.push(unknownMember(known, spot));
    else notes.faults.push(faultAt(spot, 'fixture/milliseconds'));
  }
}

function isNoteworthy(schema: AnySchema, value: unknown): boolean {
  if (typeof schema === 'boolean') return false;
  if (isUnknownMember(schema['x-extensible-enum'], value)) return true;
  return schema.format === 'unixtime' && typeof value === 'number' && Math.abs(value) > LATEST_SECONDS;
}

/** Whether a value is missing in an open list. This API writes "" for "none". */
function isUnknownMember(known: unknown, value: unknown): known is readonly unknown[] {
  return Array.isArray(known) && value !== '' && !known.includes(value);
}

function unknownMember(known: readonly unknown[], spot: Spot): Fault {
  const words = known.filter((member) => typeof member === 'string');
  const suggestion = typeof spot.value === 'string' ? didYouMean(spot.value, words) : undefined;
  return faultAt(spot, 'fixture/unknown-member', suggestion === undefined ? {} : { suggestion });
}
