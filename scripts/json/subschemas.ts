import { isObject, mapList, mapValues, type AnySchema, type Schema } from './schema.js';

/** What a subschema applies to: the same value, a test of it, a property or item of it, or something else. */
export type Applies = 'value' | 'test' | 'part' | 'other';

interface Keyword {
  readonly holds: 'schema' | 'list' | 'map';
  readonly applies: Applies;
}

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  allOf: { holds: 'list', applies: 'value' },
  anyOf: { holds: 'list', applies: 'value' },
  oneOf: { holds: 'list', applies: 'value' },
  then: { holds: 'schema', applies: 'value' },
  else: { holds: 'schema', applies: 'value' },
  dependentSchemas: { holds: 'map', applies: 'value' },
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

/** A schema inside another one. */
export interface Subschema {
  readonly schema: AnySchema;
  readonly keyword: string;
  /** The property or index under the keyword; undefined where the keyword holds a single schema. */
  readonly key?: string;
}

/** The schemas directly inside one, only those that apply to one of `applies`, in the order they are written. */
export function subschemasOf(schema: Schema, applies: readonly Applies[]): Subschema[] {
  return Object.entries(schema).flatMap(([keyword, value]): Subschema[] => {
    const known = keywordNamed(keyword);
    if (known === undefined || !applies.includes(known.applies)) return [];
    if (known.holds === 'schema') return isSchema(value) ? [{ schema: value, keyword }] : [];
    const parts = known.holds === 'list' ? Array.isArray(value) : isObject(value);
    return parts
      ? Object.entries(value ?? {}).flatMap(([key, part]) => (isSchema(part) ? [{ schema: part, keyword, key }] : []))
      : [];
  });
}

const IN_PLACE = ['$ref', ...Object.keys(KEYWORDS).filter((keyword) => KEYWORDS[keyword]?.applies === 'value')];

/** Whether a schema applies other schemas to the same value: a reference, parts, alternatives, conditions. */
export function isComposed(schema: AnySchema): boolean {
  if (typeof schema === 'boolean') return false;
  for (const keyword of IN_PLACE) if (schema[keyword] !== undefined) return true;
  return false;
}

/** Replaces every schema directly inside one. What stays as it is is shared, not copied. */
export function mapSubschemas(
  schema: Schema,
  change: (part: AnySchema, at: Omit<Subschema, 'schema'>) => unknown,
): Schema {
  return mapValues<unknown, unknown>(schema, (value, keyword) => {
    const known = keywordNamed(keyword);
    const one = (part: unknown, key?: string): unknown =>
      isSchema(part) ? change(part, { keyword, ...(key !== undefined && { key }) }) : part;
    if (known?.holds === 'schema') return one(value);
    if (known?.holds === 'list' && Array.isArray(value)) return mapList(value, one);
    return known?.holds === 'map' && isObject(value) ? mapValues(value, one) : value;
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
  return Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
}

/** Whether a value is a schema, as far as its type goes. */
export function isSchema(value: unknown): value is AnySchema {
  return isObject(value) || typeof value === 'boolean';
}
