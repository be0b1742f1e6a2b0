import { componentName, mapSchema, typesOf, type Schema } from '../../json/schema.js';

type Schemas = Readonly<Record<string, Schema>>;

/**
 * Says of required properties that a schema only inherits, or declares nowhere, what openapi-typescript 7.13 would leave
 * out. It looks for them in the schemas that `allOf` refers to, no further; and where one of those may be null, it writes
 * a type that does not compile. Whatever it gets right stays as it is.
 */
export function requireInherited(schema: Schema, schemas: Schemas): Schema {
  return mapSchema(schema, (part) =>
    part.allOf === undefined ? declareRequired(part) : requireOfParts(part, schemas),
  );
}

/** A property that is required and not declared may hold anything, but must be there. */
function declareRequired(schema: Schema): Schema {
  const { properties, required = [] } = schema;
  const undeclared = required.filter((name) => !has(properties, name));
  const isAlternative = schema.$ref ?? schema.anyOf ?? schema.oneOf ?? schema.enum;
  if (undeclared.length === 0 || isAlternative !== undefined || !typesOf(schema).includes('object')) return schema;
  const isEmpty = properties === undefined && schema.additionalProperties === undefined;
  return {
    ...schema,
    ...(isEmpty && { additionalProperties: true }),
    properties: { ...properties, ...anything(undeclared) },
  };
}

function requireOfParts(schema: Schema, schemas: Schemas): Schema {
  const { required, allOf = [], ...rest } = schema;
  const missing = (required ?? []).filter((name) => !has(schema.properties, name) && !isDemanded(name, allOf, schemas));
  if (missing.length === 0) return schema;
  const others = (required ?? []).filter((name) => !missing.includes(name));
  const found = missing.map((name): [string, Schema] => [
    name,
    propertyIn(schema, name, { schemas, seen: new Set() }) ?? {},
  ]);
  const demanded: Schema = { type: 'object', properties: Object.fromEntries(found), required: missing };
  return { ...rest, allOf: [...allOf, demanded], ...(others.length > 0 && { required: others }) };
}

/** Whether openapi-typescript writes that some part has the property, and none in a way that does not compile. */
function isDemanded(name: string, parts: readonly Schema[], schemas: Schemas): boolean {
  const holders = parts.map((part) => resolve(part, schemas)).filter(({ properties }) => has(properties, name));
  return holders.length > 0 && !holders.some((holder) => typesOf(holder).includes('null'));
}

interface Search {
  readonly schemas: Schemas;
  readonly seen: Set<Schema>;
}

/** The schema of a property of something composed; undefined where it has none, or a different one in each alternative. */
function propertyIn(schema: Schema, name: string, search: Search): Schema | undefined {
  const place = resolve(schema, search.schemas);
  if (search.seen.has(place)) return undefined;
  search.seen.add(place);
  if (has(place.properties, name)) return place.properties?.[name];
  for (const part of place.allOf ?? []) {
    const found = propertyIn(part, name, search);
    if (found !== undefined) return found;
  }
  const [only, ...more] = [...(place.anyOf ?? []), ...(place.oneOf ?? [])].filter(({ type }) => type !== 'null');
  return only === undefined || more.length > 0 ? undefined : propertyIn(only, name, search);
}

function resolve(schema: Schema, schemas: Schemas): Schema {
  const name = componentName(schema.$ref);
  return name !== undefined && Object.hasOwn(schemas, name) ? (schemas[name] ?? schema) : schema;
}

function has(properties: Schema['properties'], name: string): boolean {
  return properties !== undefined && Object.hasOwn(properties, name);
}

function anything(names: readonly string[]): Record<string, Schema> {
  return Object.fromEntries(names.map((name) => [name, {}]));
}
