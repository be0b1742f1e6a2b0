import { matches } from './pattern.js';
import { isObject, type AnySchema, type Schema } from './schema.js';

/** The schemas that an object schema has for the properties of one name. */
export function propertySchemas({ properties, patternProperties }: Schema, key: string): readonly AnySchema[] {
  const named = properties !== undefined && Object.hasOwn(properties, key) ? [properties[key] ?? true] : [];
  if (!isObject(patternProperties)) return named;
  const matching = Object.entries(patternProperties).filter(([pattern]) => matches(pattern, key));
  // Edge: JSON Schema says that these are schemas.
  return [...named, ...matching.map(([, part]) => part as AnySchema)];
}

/** The same; where it has none, that of the other properties, if it has one. */
export function schemasOfProperty(schema: Schema, key: string): readonly AnySchema[] {
  const named = propertySchemas(schema, key);
  const { additionalProperties } = schema;
  return named.length > 0 || additionalProperties === undefined ? named : [additionalProperties];
}

/** The schema of one item of an array. */
export function itemSchema({ prefixItems, items = true }: Schema, index: number): AnySchema {
  return prefixItems?.[index] ?? items;
}
