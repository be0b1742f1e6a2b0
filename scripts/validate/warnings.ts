import { didYouMean } from '../messages/did-you-mean.js';
import { memoizeList } from '../json/memoize.js';
import { isObject, typesOf, type Schema, type AnySchema } from '../json/schema.js';
import { isComposed } from '../json/subschemas.js';
import { isMilliseconds, toSeconds } from '../json/unix-seconds.js';
import { allAppliedSchemas } from '../evaluate/applied-schemas.js';
import { issueAt, childLocation, type Issue, type InstanceLocation } from '../evaluate/issue.js';
import { itemSchema, schemasOfProperty } from '../json/part-schemas.js';
import { isComposite, type Explainer } from '../evaluate/scope.js';
import type { Governed } from '../invariants/invariant-issues.js';

/** What one walk over a document finds beside its errors. */
export interface Warnings {
  /** Unknown properties, unknown members of open lists, milliseconds. */
  readonly issues: Issue[];
  /** Objects whose schemas declare invariants, outer ones before inner ones. */
  readonly governed: Governed[];
  /** How many keys were met: those in values that no schema expects are not among them. */
  keys: number;
}

/** Walks a whole document once and collects what a validator has no opinion about. */
export type FindWarnings = (value: unknown) => Warnings;

/** Prepares the walk for the documents of one schema. */
export function createWarnings(root: Schema, explainer: Explainer): FindWarnings {
  // Made once for each list of schemas: a stream asks a million times.
  const outlineOf = memoizeList(outline);
  return (value) => {
    const warnings: Warnings = { issues: [], governed: [], keys: 0 };
    visit([root], { value, pointer: '', depth: 0 }, { explainer, warnings, outlineOf });
    return warnings;
  };
}

interface Walk {
  readonly explainer: Explainer;
  readonly warnings: Warnings;
  readonly outlineOf: (schemas: readonly Schema[]) => Outline;
}

// Beyond what any API sends; deeper levels are left unread instead of ending the program.
const MOST_LEVELS = 700;

function visit(schemas: readonly AnySchema[], location: InstanceLocation, walk: Walk): void {
  const { value } = location;
  if (value === null || location.depth > MOST_LEVELS) return;
  const applied = allAppliedSchemas(schemas, location, walk.explainer);
  if (typeof value !== 'object') walk.warnings.issues.push(...applied.flatMap((each) => scalarIssues(each, location)));
  else if (Array.isArray(value)) visitItems(walk.outlineOf(applied), location, walk);
  else visitProperties(walk.outlineOf(applied), location, walk);
}

function visitItems({ itemAt }: Outline, location: InstanceLocation, walk: Walk): void {
  // Edge: an array of parsed JSON.
  const items = location.value as readonly unknown[];
  items.forEach((item, index) => {
    const part = itemAt(index);
    if (isWorthALook(part, item)) visit(part.schemas, childLocation(location, index, item), walk);
  });
}

function visitProperties(outline: Outline, location: InstanceLocation, walk: Walk): void {
  const { warnings } = walk;
  for (const schema of outline.governing) warnings.governed.push({ location, schema });
  // Edge: an object of parsed JSON, which inherits no keys that could be listed.
  const object = location.value as Readonly<Record<string, unknown>>;
  for (const key in object) {
    warnings.keys += 1;
    const part = outline.declared.get(key) ?? partNamed(outline.schemas, key);
    if (part.isQuiet) continue;
    const value = object[key];
    if (isWorthALook(part, value)) visit(part.schemas, childLocation(location, key, value), walk);
    else if (part.schemas.length === 0 && outline.warnsOfUnknown)
      warnings.issues.push(unknownProperty(outline, location, key));
  }
}

/** What some schemas together say of one property or item. */
interface Part {
  readonly schemas: readonly AnySchema[];
  /** What makes a single value worth a warning. */
  readonly watches: readonly Watch[];
  /** Whether others apply in place, by `$ref` or `allOf`: only a walk knows which. */
  readonly isComposed: boolean;
  /** Whether it never causes a warning: a single value that no schema watches, or a list of such values. */
  readonly isQuiet: boolean;
}

/** The values that one schema warns about. */
interface Watch {
  readonly known: unknown;
  readonly isTime: boolean;
}

/** Most values have nothing to note, and their location is never put together. */
function isWorthALook(part: Part, value: unknown): boolean {
  if (typeof value === 'object') return value !== null && part.schemas.length > 0;
  return part.isComposed || part.watches.some((watch) => isUnusual(watch, value));
}

function partOf(schemas: readonly AnySchema[]): Part {
  const watches = schemas
    .filter(isObject)
    .map(watchOf)
    .filter(({ known, isTime }) => isTime || known !== undefined);
  const composed = schemas.some(isComposed);
  const isQuiet = schemas.length > 0 && !composed && watches.length === 0;
  return { schemas, watches, isComposed: composed, isQuiet: isQuiet && schemas.every(hasNoObjects) };
}

/** Whether what a schema allows, items included, are single values. */
function hasNoObjects(schema: AnySchema): boolean {
  if (!isComposite(schema)) return true;
  if (!isObject(schema) || !typesOf(schema).includes('array') || typesOf(schema).includes('object')) return false;
  const { items, prefixItems } = schema;
  return prefixItems === undefined && isObject(items) && partOf([items]).isQuiet;
}

function watchOf({ format, 'x-extensible-enum': known }: Schema): Watch {
  return { known, isTime: format === 'unixtime' };
}

function isUnusual({ known, isTime }: Watch, value: unknown): boolean {
  return (isTime && isMilliseconds(value)) || isUnknownMember(known, value);
}

/** What some schemas together say of an object or array, as far as warnings go. */
interface Outline {
  readonly schemas: readonly Schema[];
  /** Those of them that declare invariants. */
  readonly governing: readonly Schema[];
  readonly declared: ReadonlyMap<string, Part>;
  readonly itemAt: (index: number) => Part;
  /** Not where the schemas expect other names, or refuse them by themselves. */
  readonly warnsOfUnknown: boolean;
}

function outline(schemas: readonly Schema[]): Outline {
  const names = schemas.flatMap(({ properties = {} }) => Object.keys(properties));
  const isSilent = ({ additionalProperties, unevaluatedProperties }: Schema): boolean =>
    additionalProperties === undefined && unevaluatedProperties === undefined;
  return {
    schemas,
    governing: schemas.filter((schema) => schema['x-invariants'] !== undefined),
    declared: new Map(names.map((name) => [name, partNamed(schemas, name)])),
    itemAt: itemParts(schemas),
    warnsOfUnknown: schemas.every(isSilent) && schemas.some(({ properties }) => properties !== undefined),
  };
}

/** All items have the same schemas, but for those that a tuple begins with. */
function itemParts(schemas: readonly Schema[]): Outline['itemAt'] {
  const partAt = (index: number): Part => partOf(schemas.map((schema) => itemSchema(schema, index)));
  const length = Math.max(0, ...schemas.map(({ prefixItems }) => prefixItems?.length ?? 0));
  const rest = partAt(length);
  return (index) => (index < length ? partAt(index) : rest);
}

function partNamed(schemas: readonly Schema[], key: string): Part {
  return partOf(schemas.flatMap((schema) => schemasOfProperty(schema, key)));
}

/** `x-other-names` has names of other versions and usual slips: what to write instead, `''` for nothing. */
function unknownProperty({ schemas, declared }: Outline, location: InstanceLocation, key: string): Issue {
  const others = schemas.flatMap(({ 'x-other-names': names }) => (isObject(names) ? Object.entries(names) : []));
  const instead = others.findLast(([name, text]) => name === key && typeof text === 'string')?.[1];
  const suggestion = instead === undefined ? didYouMean(key, declared.keys()) : undefined;
  const values = {
    property: key,
    ...(suggestion !== undefined && { suggestion }),
    ...(typeof instead === 'string' && { instead }),
  };
  return { ...issueAt(childLocation(location, key, undefined), 'fixture/unknown-property', values), place: 'key' };
}

function scalarIssues(schema: Schema, location: InstanceLocation): Issue[] {
  const { value } = location;
  const { known, isTime } = watchOf(schema);
  if (isUnknownMember(known, value)) return [unknownMember(known, location)];
  if (!isTime || !isMilliseconds(value)) return [];
  const seconds = toSeconds(value);
  return [issueAt(location, 'fixture/milliseconds', seconds === undefined ? {} : { seconds })];
}

/** Whether a value is missing in an open list. This API writes "" for "none". */
function isUnknownMember(known: unknown, value: unknown): known is readonly unknown[] {
  return Array.isArray(known) && value !== '' && !known.includes(value);
}

function unknownMember(known: readonly unknown[], location: InstanceLocation): Issue {
  const words = known.filter((member) => typeof member === 'string');
  const suggestion = typeof location.value === 'string' ? didYouMean(location.value, words) : undefined;
  return issueAt(location, 'fixture/unknown-member', suggestion === undefined ? {} : { suggestion });
}
