import { hasAllowedType } from '../json/kind.js';
import { isObject, type Schema } from '../json/schema.js';
import { isComposed } from '../json/subschemas.js';

/**
 * Describes the shape of a value in a text; undefined for a value that is too large. An exact one says all that the number of
 * mistakes depends on: every item of a list, and what stands where some schema lists values.
 */
export type SignatureOf = (value: unknown, isExact?: boolean) => string | undefined;

// Longer ones take longer to compare than they save.
const MOST_CHARACTERS = 20_000;

/**
 * Prepares signatures for some schemas. Values of the same signature have the same names and types, and the same values
 * wherever one of the schemas lists values (`enum`, `const`): names, types and lists alone cannot tell them apart. Types
 * that no schema tells apart under a name count as one: most properties may be null as well as a text.
 */
export function createSignatures(schemas: readonly Schema[]): SignatureOf {
  const facts = collectFacts(schemas);
  const marksOf = createMarks(facts);
  const appender = (isExact: boolean): Append => {
    const append: Append = (text, value, name) => {
      if (text.length > MOST_CHARACTERS) return text;
      if (Array.isArray(value)) return appendItems(text, value, { append, hasAll: isExact || facts.countsItems });
      if (!isObject(value)) return text + marksOf(value, name, isExact);
      let inner = `${text}{`;
      // The length keeps a name that contains marks apart from the marks.
      for (const key of Object.keys(value)) inner = append(`${inner}${key.length}:${key}`, value[key], key);
      return `${inner}}`;
    };
    return append;
  };
  const [append, appendExactly] = [appender(false), appender(true)];
  return (value, isExact = false) => {
    const text = isExact ? appendExactly('exact', value) : append('', value);
    return text.length > MOST_CHARACTERS ? undefined : text;
  };
}

type Append = (text: string, value: unknown, name?: string) => string;

function appendItems(
  text: string,
  items: readonly unknown[],
  { append, hasAll }: { readonly append: Append; readonly hasAll: boolean },
): string {
  let [inner, last] = [`${text}[`, ''];
  for (const item of items) {
    const shape = append('', item);
    // As many of one shape as there may be.
    if (hasAll || shape !== last) inner += shape;
    last = shape;
    if (inner.length > MOST_CHARACTERS) break;
  }
  return `${inner}]`;
}

/** What is known of all schemas together. */
interface Facts {
  /** Values that some schema lists. */
  readonly listed: Set<unknown>;
  /** Names of the properties that some schema lists values of. */
  readonly listedNames: Set<string>;
  /** What the schemas say of the properties of each name; undefined where that is more than a type. */
  readonly named: Map<string, Set<Schema> | undefined>;
  /** Whether some schema says how many items an array has. */
  countsItems: boolean;
}

const SAMPLES: Readonly<Record<string, unknown>> = { s: '', i: 1, n: 0.5, b: true, z: null };

/** Marks scalars. Kinds that all schemas of a name accept alike have the same mark. */
function createMarks({
  listed,
  listedNames,
  named,
}: Facts): (value: unknown, name: string | undefined, isExact: boolean) => string {
  const classes = new Map<string, Readonly<Record<string, string>>>();
  const classesOf = (name: string): Readonly<Record<string, string>> => {
    const schemas = named.get(name);
    if (schemas === undefined) return {};
    const accepted = (kind: string): string =>
      [...schemas].map((schema) => (hasAllowedType(schema, SAMPLES[kind]) ? '1' : '0')).join('');
    const first = new Map<string, string>();
    for (const kind of Object.keys(SAMPLES)) if (!first.has(accepted(kind))) first.set(accepted(kind), kind);
    return Object.fromEntries(Object.keys(SAMPLES).map((kind) => [kind, first.get(accepted(kind)) ?? kind]));
  };
  for (const name of named.keys()) classes.set(name, classesOf(name));
  return (value, name, isExact) => {
    if (listed.has(value)) return `=${JSON.stringify(value)}`;
    if (isExact && name !== undefined && listedNames.has(name)) return `~${JSON.stringify(value)}`;
    const kind = kindMark(value);
    return (name === undefined ? undefined : classes.get(name)?.[kind]) ?? kind;
  };
}

function kindMark(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'i' : 'n';
  if (typeof value === 'boolean') return 'b';
  return typeof value === 'string' ? 's' : 'z';
}

function collectFacts(schemas: readonly Schema[]): Facts {
  const facts: Facts = { listed: new Set(), listedNames: new Set(), named: new Map(), countsItems: false };
  for (const schema of schemas) collect(schema, facts);
  // Where a schema also describes unlisted properties, the name of a property says nothing about the schema.
  if (schemas.some(saysOfAnyName)) facts.named.clear();
  return facts;
}

/** Reads all of a schema. A property that is named like a keyword adds more than necessary. */
function collect(part: unknown, facts: Facts): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, inner] of Object.entries(part)) {
    if (key === 'enum' || key === 'const') addScalars(inner, facts.listed);
    if (['minItems', 'maxItems', 'contains', 'prefixItems'].includes(key)) facts.countsItems = true;
    if (key === 'properties' && isObject(inner))
      for (const [name, property] of Object.entries(inner)) addNamed(name, property, facts);
    collect(inner, facts);
  }
}

function addNamed(name: string, property: unknown, { named, listedNames }: Facts): void {
  if (isObject(property) && ('enum' in property || 'const' in property)) listedNames.add(name);
  const known = named.has(name) ? named.get(name) : new Set<Schema>();
  named.set(name, isObject(property) && saysTypeOnly(property) ? known?.add(property) : undefined);
}

function saysTypeOnly(schema: Schema): boolean {
  return !isComposed(schema) && (schema.enum ?? schema.const ?? schema.not ?? schema.if) === undefined;
}

function saysOfAnyName(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if (isObject(part) && ['additionalProperties', 'unevaluatedProperties'].some((key) => isObject(part[key])))
    return true;
  if (isObject(part) && (part.patternProperties ?? part.propertyNames) !== undefined) return true;
  return Object.values(part).some(saysOfAnyName);
}

function addScalars(value: unknown, listed: Set<unknown>): void {
  if (typeof value !== 'object' || value === null) listed.add(value);
  else for (const part of Object.values(value)) addScalars(part, listed);
}
