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
  readonly prefixItems?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly [keyword: string]: unknown;
}

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

/** Escapes one segment of a JSON Pointer (RFC 6901). */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The reverse of {@link escapePointer}; percent-encoding of URI fragments is undone too. */
export function unescapePointer(segment: string): string {
  return decodeFragment(segment).replaceAll('~1', '/').replaceAll('~0', '~');
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The types a schema allows, as a list. */
export function typesOf(schema: Schema): readonly string[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}

/** Tells whether a value is a JSON object (not null, not an array). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const SCHEMA_KEYWORDS = [
  ...['additionalProperties', 'contains', 'contentSchema', 'else', 'if', 'items', 'not', 'propertyNames', 'then'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
];
const SCHEMA_LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const SCHEMA_MAPS = ['$defs', 'dependentSchemas', 'patternProperties', 'properties'];

/** Rebuilds a schema from the leaves up; `change` sees every schema with its parts already changed. */
export function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const walk = (value: unknown): unknown => (isObject(value) ? mapSchema(value, change) : value);
  const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (SCHEMA_KEYWORDS.includes(keyword)) return [keyword, walk(value)];
    if (SCHEMA_LISTS.includes(keyword) && Array.isArray(value)) return [keyword, value.map(walk)];
    if (SCHEMA_MAPS.includes(keyword) && isObject(value)) return [keyword, mapValues(value, walk)];
    return [keyword, value];
  });
  return change(fromEntries(entries));
}

/** Applies `change` to every value of a record and keeps the keys, `__proto__` included. */
export function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

/** `Object.fromEntries` defines keys instead of assigning them: a key `__proto__` stays a key. */
function fromEntries<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries);
}
