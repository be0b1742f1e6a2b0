import { resolved, type Schema, type Schemas } from '../../json/schema.js';

/**
 * The properties that a schema requires without declaring them beside: those of the schemas it is composed of, with their
 * schema there, and those that none declares, which may hold anything. What one of its parts requires already is left out.
 */
export function demandedElsewhere(schema: Schema, outer: readonly Schema[], schemas: Schemas): Record<string, Schema> {
  const parts = [...(schema.$ref === undefined ? [] : [{ $ref: schema.$ref }]), ...(schema.allOf ?? [])];
  const missing = (schema.required ?? []).filter(
    (name) =>
      !has(schema.properties, name) && !parts.some((part) => requires(part, name, { schemas, seen: new Set() })),
  );
  return Object.fromEntries(
    missing.map((name): [string, Schema] => {
      const places = [...parts, ...outer];
      const found = places.map((place) => propertyIn(place, name, { schemas, seen: new Set() }));
      return [name, found.find((property) => property !== undefined) ?? {}];
    }),
  );
}

interface Search {
  readonly schemas: Schemas;
  readonly seen: Set<Schema>;
}

function requires(schema: Schema, name: string, search: Search): boolean {
  const place = enter(schema, search);
  if (place === undefined || isNullable(place)) return false;
  const isOwn = place.required?.includes(name) === true && has(place.properties, name);
  return isOwn || (place.allOf ?? []).some((part) => requires(part, name, search));
}

/** The schema of a property of something composed; undefined where it has none, or a different one in each alternative. */
function propertyIn(schema: Schema, name: string, search: Search): Schema | undefined {
  const place = enter(schema, search);
  if (place === undefined) return undefined;
  if (has(place.properties, name)) return place.properties?.[name];
  for (const part of place.allOf ?? []) {
    const found = propertyIn(part, name, search);
    if (found !== undefined) return found;
  }
  const [only, ...more] = [...(place.anyOf ?? []), ...(place.oneOf ?? [])].filter(({ type }) => type !== 'null');
  return only === undefined || more.length > 0 ? undefined : propertyIn(only, name, search);
}

/** What a reference leads to; undefined where the search has been before. */
function enter(schema: Schema, { schemas, seen }: Search): Schema | undefined {
  const place = resolved(schema, schemas);
  if (seen.has(place)) return undefined;
  seen.add(place);
  return place;
}

function isNullable({ type }: Schema): boolean {
  return Array.isArray(type) && type.includes('null');
}

function has(properties: Schema['properties'], name: string): boolean {
  return properties !== undefined && Object.hasOwn(properties, name);
}
