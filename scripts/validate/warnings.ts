import { didYouMean } from '../messages/did-you-mean.js';
import type { Schema, AnySchema } from '../json/schema.js';
import { appliedSchemas } from '../evaluate/applied-schemas.js';
import { faultAt, spotIn, type Fault, type Spot } from '../evaluate/fault.js';
import type { Judge } from '../evaluate/scope.js';
import type { Governed } from '../invariants/invariant-faults.js';
import { createPlanner, type PartPlan, type Planner, type ReadingPlan, type Telling } from './walk-plan.js';
import { isMilliseconds } from './suspicion.js';

/** What is read off a document on the way through it, beside its faults. */
export interface Notes {
  /** Unknown properties, unknown members of open lists, milliseconds. */
  readonly faults: Fault[];
  /** Objects whose schemas declare invariants, outer ones before inner ones. */
  readonly governed: Governed[];
  /** How many keys were met: those in values that no schema expects are not among them. */
  keys: number;
}

/** Goes through a whole document once, and notes what a validator has no opinion about. */
export type NoteTaker = (value: unknown) => Notes;

/** Makes a note taker for the documents of one schema. It learns what to look for, and is the quicker for it. */
export function createNoteTaker(root: Schema, judge: Judge): NoteTaker {
  const plan = createPlanner(judge);
  const whole = { schemas: [root] };
  return (value) => {
    const notes: Notes = { faults: [], governed: [], keys: 0 };
    visit(whole, { value, pointer: '', depth: 0 }, { judge, notes, plan });
    return notes;
  };
}

interface Walk {
  readonly judge: Judge;
  readonly notes: Notes;
  readonly plan: Planner;
}

// Beyond what any API sends; deeper levels are left unread instead of ending the program.
const MOST_LEVELS = 700;

function visit(part: Pick<PartPlan, 'schemas'>, spot: Spot, walk: Walk): void {
  const { value } = spot;
  if (typeof value !== 'object' || value === null || spot.depth > MOST_LEVELS) return;
  const plan = walk.plan(part, spot);
  if (Array.isArray(value)) visitItems(plan, value, { spot, walk });
  else visitProperties(plan, value, { spot, walk });
}

interface Visit {
  readonly spot: Spot;
  readonly walk: Walk;
}

function visitItems(plan: ReadingPlan, items: readonly unknown[], { spot, walk }: Visit): void {
  for (let index = 0; index < items.length; index += 1) {
    const part = plan.item(index);
    if (part !== undefined && isWorthALook(part, items[index]))
      visitPart(part, items[index], { spot, walk, key: index });
  }
}

function visitProperties(plan: ReadingPlan, object: object, { spot, walk }: Visit): void {
  const { notes } = walk;
  for (const schema of plan.governing) notes.governed.push({ spot, schema });
  const keys = Object.keys(object);
  notes.keys += keys.length;
  // Edge: an object of parsed JSON, read by its own keys only.
  const values = object as Readonly<Record<string, unknown>>;
  // Documents of one kind mostly have the same names: looking at each of them once is enough.
  const known = plan.shapes.find((shape) => isSameList(shape.keys, keys));
  if (known === undefined) {
    visitNames(plan, keys, { spot, walk, values });
    rememberShape(plan, keys);
    return;
  }
  for (const { key, part } of known.telling) {
    const value = values[key];
    if (isWorthALook(part, value)) visitPart(part, value, { spot, walk, key });
  }
}

function visitNames(
  plan: ReadingPlan,
  keys: readonly string[],
  { spot, walk, values }: Visit & { readonly values: Readonly<Record<string, unknown>> },
): void {
  for (const key of keys) {
    const part = plan.declared.get(key) ?? plan.property(key);
    if (part !== undefined) visitPart(part, values[key], { spot, walk, key });
    else if (plan.tellsUnknown) walk.notes.faults.push(unknownProperty(plan, spot, key));
  }
}

// Comparing with more takes longer than looking at the names; a stream of documents that all differ must not be slowed.
const MOST_SHAPES = 8;

function rememberShape({ declared, shapes }: ReadingPlan, keys: readonly string[]): void {
  if (!keys.every((key) => declared.has(key))) return;
  const telling = keys.flatMap((key): Telling[] => {
    const part = declared.get(key);
    return part !== undefined && (part.isSuspect !== undefined || part.mayHold) ? [{ key, part }] : [];
  });
  shapes.unshift({ keys, telling });
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
  if (!isWorthALook(part, value)) return;
  const inner = spotIn(spot, key, value);
  if (typeof value === 'object') visit(part, inner, walk);
  else noteScalar(part.schemas, inner, walk);
}

/** Most values have nothing to note, and their place is never put together. */
function isWorthALook({ isSuspect }: PartPlan, value: unknown): boolean {
  return typeof value === 'object' ? value !== null : isSuspect?.(value) === true;
}

function unknownProperty({ declared }: ReadingPlan, spot: Spot, key: string): Fault {
  const suggestion = didYouMean(key, declared.keys());
  const values = { property: key, ...(suggestion !== undefined && { suggestion }) };
  return { ...faultAt(spotIn(spot, key, undefined), 'fixture/unknown-property', values), place: 'key' };
}

function noteScalar(schemas: readonly AnySchema[], spot: Spot, { judge, notes }: Walk): void {
  for (const schema of schemas.flatMap((each) => appliedSchemas(each, spot, judge))) {
    const known: unknown = schema['x-extensible-enum'];
    if (isUnknownMember(known, spot.value)) notes.faults.push(unknownMember(known, spot));
    else if (schema.format === 'unixtime' && isMilliseconds(spot.value))
      notes.faults.push(faultAt(spot, 'fixture/milliseconds', {}));
  }
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
