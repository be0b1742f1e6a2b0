import { escapePointer, unescapePointer } from './pointer.js';

/** A JSON Schema 2020-12 object as OpenAPI 3.1 uses it. Keywords this project does not look at stay as they are. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly AnySchema[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly [keyword: string]: unknown;
}

/** Schemas by name: those of a document, in its components. */
export type Schemas = Readonly<Record<string, Schema>>;

/** A schema, or `true` (any value) or `false` (no value). */
export type AnySchema = Schema | boolean;

const COMPONENT = '#/components/schemas/';

/** The component a reference names, or undefined when it points elsewhere or deeper. */
export function componentName(ref: string | undefined): string | undefined {
  if (!ref?.startsWith(COMPONENT)) return undefined;
  const rest = ref.slice(COMPONENT.length);
  return rest.includes('/') ? undefined : unescapePointer(rest);
}

/** The reference to a component. */
export function componentRef(name: string): string {
  return COMPONENT + escapePointer(name);
}

/** The types a schema allows, as a list. */
export function typesOf(schema: Schema): readonly string[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}

/** Whether a value is a JSON object (not null, not an array). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Applies `change` to every value of a record and keeps the keys, `__proto__` included. The same record when none changes. */
export function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Readonly<Record<string, To>> {
  // Most records stay as they are: no pair of key and value is made for them.
  const [keys, values] = [Object.keys(record), Object.values(record)];
  const changed = values.map((value, index) => change(value, keys[index] ?? ''));
  // Every value of the record is what it was changed to.
  if (changed.every((value, index) => Object.is(value, values[index]))) return record as unknown as Record<string, To>;
  return fromEntries(changed.map((value, index) => [keys[index] ?? '', value]));
}

/** The same for the items of a list. */
export function mapList(list: readonly unknown[], change: (item: unknown) => unknown): readonly unknown[] {
  const changed = list.map((item) => change(item));
  return changed.every((item, index) => Object.is(item, list[index])) ? list : changed;
}

/** Every `$ref` in a JSON value, wherever it is; added to `found`. */
export function referencesIn(node: unknown, found: string[] = []): string[] {
  if (typeof node !== 'object' || node === null) return found;
  if ('$ref' in node && typeof node.$ref === 'string') found.push(node.$ref);
  for (const part of Object.values(node)) referencesIn(part, found);
  return found;
}

/** Replaces every `$ref` in a JSON value. What stays as it is is shared, not copied. */
export function mapReferences(node: unknown, change: (ref: string) => string): unknown {
  if (Array.isArray(node)) return mapList(node, (item) => mapReferences(item, change));
  if (!isObject(node)) return node;
  return mapValues(node, (value, key) =>
    key === '$ref' && typeof value === 'string' ? change(value) : mapReferences(value, change),
  );
}

/** The component that a schema refers to; undefined where it refers to none of these. */
export function referredBy({ $ref }: Schema, schemas: Schemas): Schema | undefined {
  const name = componentName($ref);
  return name !== undefined && Object.hasOwn(schemas, name) ? schemas[name] : undefined;
}

/** The component that a schema refers to, else the schema itself. */
export function resolved(schema: Schema, schemas: Schemas): Schema {
  return referredBy(schema, schemas) ?? schema;
}

/** A schema, what it refers to and the parts of its `allOf`, with all of theirs; each once, a schema before its parts. */
export function composedOf(schema: Schema, schemas: Schemas, found = new Set<Schema>()): ReadonlySet<Schema> {
  if (found.has(schema)) return found;
  found.add(schema);
  const target = referredBy(schema, schemas);
  for (const part of [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])])
    composedOf(part, schemas, found);
  return found;
}

/** A record without the members that are undefined. */
export function defined<Values extends object>(values: Values): Defined<Values> {
  // What is left is not undefined.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<Values>;
}

type Defined<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** `Object.fromEntries` defines keys instead of assigning them: a key `__proto__` stays a key. */
function fromEntries<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries);
}
