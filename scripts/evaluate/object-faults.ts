import { didYouMean } from '../messages/did-you-mean.js';
import { isObject, type Schema, type AnySchema } from '../json/schema.js';
import { brokenBound, faultAt, sizeOf, spotIn, type Fault, type Spot } from './fault.js';
import type { Judge } from './scope.js';
import { matches } from './scalar-faults.js';

/** What is wrong with an object: what it lacks, what it should not have, and what is wrong inside. */
export function objectFaults(schema: Schema, spot: Spot, judge: Judge): Fault[] {
  const { value } = spot;
  if (!isObject(value)) return [];
  return [
    ...missingFaults(schema, spot, value),
    ...countFaults(schema, spot, Object.keys(value).length),
    ...Object.entries(value).flatMap(([key, part]) => propertyFaults(schema, spotIn(spot, key, part), { key, judge })),
    ...dependentSchemas(schema, value).flatMap((dependent) => judge.faults(dependent, spot)),
  ];
}

/** Schemas that apply to an object because of a property it has. */
export function dependentSchemas({ dependentSchemas: map }: Schema, value: object): Schema[] {
  if (!isObject(map)) return [];
  return Object.entries(map).flatMap(([name, schema]) =>
    Object.hasOwn(value, name) && isObject(schema) ? [schema] : [],
  );
}

/** The schemas that an object schema has for the properties of one name. */
export function schemasFor({ properties, patternProperties }: Schema, key: string): readonly AnySchema[] {
  const named = properties !== undefined && Object.hasOwn(properties, key) ? [properties[key] ?? true] : [];
  if (!isObject(patternProperties)) return named;
  const matching = Object.entries(patternProperties).filter(([pattern]) => matches(pattern, key));
  // Edge: JSON Schema says that these are schemas.
  return [...named, ...matching.map(([, part]) => part as AnySchema)];
}

/** Says that an object lacks a property. */
export function missingFault(spot: Spot, property: string): Fault {
  return { ...faultAt(spot, 'fixture/required', { property }), missing: [property] };
}

function missingFaults({ required = [], dependentRequired }: Schema, spot: Spot, value: object): Fault[] {
  const dependent = Object.entries(isObject(dependentRequired) ? dependentRequired : {}).flatMap(([name, others]) =>
    Object.hasOwn(value, name) && Array.isArray(others) ? others.map(String) : [],
  );
  const missing = [...new Set([...required, ...dependent])].filter((name) => !Object.hasOwn(value, name));
  return missing.map((name) => missingFault(spot, name));
}

function countFaults({ minProperties, maxProperties }: Schema, spot: Spot, count: number): Fault[] {
  const broken = brokenBound(count, minProperties, maxProperties);
  return broken === undefined ? [] : [faultAt(spot, 'fixture/property-count', broken)];
}

function propertyFaults(schema: Schema, spot: Spot, { key, judge }: { key: string; judge: Judge }): Fault[] {
  const { propertyNames } = schema;
  const named = isObject(propertyNames) ? judge.faults(propertyNames, { ...spot, value: key }) : [];
  if (named.length > 0) return [{ ...faultAt(spot, 'fixture/property-name', { property: key }), place: 'key' }];
  const known = schemasFor(schema, key);
  if (known.includes(false)) return [unknownFault(schema, spot, key)];
  if (known.length > 0) return known.flatMap((part) => judge.faults(part, spot));
  const { additionalProperties = true } = schema;
  return additionalProperties === false ? [unknownFault(schema, spot, key)] : judge.faults(additionalProperties, spot);
}

function unknownFault({ properties = {} }: Schema, spot: Spot, key: string): Fault {
  const suggestion = didYouMean(
    key,
    Object.keys(properties).filter((name) => name !== key),
  );
  const values = { property: key, ...(suggestion !== undefined && { suggestion }) };
  return { ...faultAt(spot, 'fixture/additional-properties', values), place: 'key', weight: sizeOf(spot.value) };
}
