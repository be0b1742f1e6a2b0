import { isObject, mapList, mapValues, type AnySchema, type Schema } from './schema.js';

/**
 * What a subschema applies to: the same value, always or under a condition (`branch`); a test of it; a property or item of
 * it; or something else.
 */
export type Applies = 'value' | 'branch' | 'test' | 'part' | 'other';

interface Keyword {
  readonly holds: 'schema' | 'list' | 'map';
  readonly applies: Applies;
}

/** Every keyword that holds schemas. */
export const SUBSCHEMA_KEYWORDS: Readonly<Record<string, Keyword>> = {
  allOf: { holds: 'list', applies: 'value' },
  anyOf: { holds: 'list', applies: 'value' },
  oneOf: { holds: 'list', applies: 'value' },
  then: { holds: 'schema', applies: 'branch' },
  else: { holds: 'schema', applies: 'branch' },
  dependentSchemas: { holds: 'map', applies: 'branch' },
  if: { holds: 'schema', applies: 'test' },
  not: { holds: 'schema', applies: 'test' },
  properties: { holds: 'map', applies: 'part' },
  patternProperties: { holds: 'map', applies: 'part' },
  additionalProperties: { holds: 'schema', applies: 'part' },
  unevaluatedProperties: { holds: 'schema', applies: 'part' },
  items: { holds: 'schema', applies: 'part' },
  prefixItems: { holds: 'list', applies: 'part' },
  contains: { holds: 'schema', applies: 'part' },
  unevaluatedItems: { holds: 'schema', applies: 'part' },
  propertyNames: { holds: 'schema', applies: 'other' },
  contentSchema: { holds: 'schema', applies: 'other' },
  $defs: { holds: 'map', applies: 'other' },
};

/** Where a schema is inside another one. */
export interface SubschemaPlace {
  readonly keyword: string;
  readonly applies: Applies;
  /** The property or index under the keyword; undefined where the keyword holds a single schema. */
  readonly key?: string;
}

/** A schema inside another one. */
export interface Subschema extends SubschemaPlace {
  readonly schema: Schema;
}

/** The schemas directly inside one, but not `true` and `false`: all, or those that apply to one of `only`; in written order. */
export function subschemasOf(schema: Schema, only?: readonly Applies[]): Subschema[] {
  return Object.entries(schema).flatMap(([keyword, value]): Subschema[] => {
    const known = keywordNamed(keyword);
    if (known === undefined || only?.includes(known.applies) === false) return [];
    const { holds, applies } = known;
    if (holds === 'schema') return isObject(value) ? [{ schema: value, keyword, applies }] : [];
    if (holds === 'list' ? !Array.isArray(value) : !isObject(value)) return [];
    return Object.entries(value ?? {}).flatMap(([key, part]) =>
      isObject(part) ? [{ schema: part, keyword, applies, key }] : [],
    );
  });
}

const IN_PLACE = Object.entries(SUBSCHEMA_KEYWORDS).flatMap(([keyword, { applies }]) =>
  applies === 'value' || applies === 'branch' ? [keyword] : [],
);

/** Whether a schema applies other schemas to the same value: a reference, parts, alternatives, conditions. */
export function isComposed(schema: AnySchema): boolean {
  if (typeof schema === 'boolean') return false;
  if (schema.$ref !== undefined) return true;
  for (const keyword of IN_PLACE) if (schema[keyword] !== undefined) return true;
  return false;
}

/** Replaces every schema directly inside one. What stays as it is is shared, not copied. */
export function mapSubschemas(schema: Schema, change: (part: AnySchema, at: SubschemaPlace) => unknown): Schema {
  return mapValues<unknown, unknown>(schema, (value, keyword) => {
    const known = keywordNamed(keyword);
    if (known === undefined) return value;
    const { holds, applies } = known;
    const one = (part: unknown, key?: string): unknown =>
      isSchema(part) ? change(part, { keyword, applies, ...(key !== undefined && { key }) }) : part;
    if (holds === 'schema') return one(value);
    if (holds === 'list') return Array.isArray(value) ? mapList(value, (part) => one(part)) : value;
    return isObject(value) ? mapValues(value, one) : value;
  });
}

/**
 * Rebuilds a schema from the leaves up; `change` sees every schema with its parts already changed. What stays as it is
 * is shared, not copied: that is most of a document, in every step.
 */
export function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  return change(mapSubschemas(schema, (part) => (typeof part === 'boolean' ? part : mapSchema(part, change))));
}

function keywordNamed(keyword: string): Keyword | undefined {
  return Object.hasOwn(SUBSCHEMA_KEYWORDS, keyword) ? SUBSCHEMA_KEYWORDS[keyword] : undefined;
}

/** Whether a value is a schema, as far as its type goes. */
export function isSchema(value: unknown): value is AnySchema {
  return isObject(value) || typeof value === 'boolean';
}
