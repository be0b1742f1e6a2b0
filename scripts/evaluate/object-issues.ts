import { didYouMean } from '../messages/did-you-mean.js';
import { schemasOfProperty } from '../json/part-schemas.js';
import { isObject, type Schema } from '../json/schema.js';
import { brokenBound, issueAt, sizeOf, childLocation, type Issue, type InstanceLocation } from './issue.js';
import type { Explainer } from './scope.js';

/** What is wrong with an object: what it lacks, what it should not have, and what is wrong inside. */
export function objectIssues(schema: Schema, location: InstanceLocation, explainer: Explainer): Issue[] {
  const { value } = location;
  if (!isObject(value)) return [];
  const names = Object.keys(value);
  const issues = [...missingIssues(schema, location, value), ...countIssues(schema, location, names.length)];
  const named = schema.patternProperties === undefined && schema.propertyNames === undefined ? schema.properties : {};
  for (const key of names) {
    // Most values are valid, and their location is never built.
    const part = named !== undefined && Object.hasOwn(named, key) ? named[key] : undefined;
    if (part !== undefined && explainer.acceptsPlainly(part, value[key])) continue;
    for (const issue of propertyIssues(schema, childLocation(location, key, value[key]), { key, explainer }))
      issues.push(issue);
  }
  const dependent = dependentSchemas(schema, value).flatMap((part) => explainer.issues(part, location));
  return dependent.length === 0 ? issues : [...issues, ...dependent];
}

/** Schemas that apply to an object because of a property it has. */
export function dependentSchemas({ dependentSchemas: map }: Schema, value: object): Schema[] {
  if (!isObject(map)) return [];
  return Object.entries(map).flatMap(([name, schema]) =>
    Object.hasOwn(value, name) && isObject(schema) ? [schema] : [],
  );
}

/** Reports a missing property. */
export function missingIssue(location: InstanceLocation, property: string): Issue {
  return { ...issueAt(location, 'fixture/required', { property }), missing: [property] };
}

function missingIssues(
  { required = [], dependentRequired }: Schema,
  location: InstanceLocation,
  value: object,
): Issue[] {
  const isMissing = (name: string): boolean => !Object.hasOwn(value, name);
  const missing = required.filter(isMissing);
  if (isObject(dependentRequired)) {
    for (const [name, others] of Object.entries(dependentRequired)) {
      if (!isMissing(name) && Array.isArray(others)) missing.push(...others.map(String).filter(isMissing));
    }
  }
  return missing.length === 0 ? [] : [...new Set(missing)].map((name) => missingIssue(location, name));
}

function countIssues({ minProperties, maxProperties }: Schema, location: InstanceLocation, count: number): Issue[] {
  const broken = brokenBound(count, minProperties, maxProperties);
  return broken === undefined ? [] : [issueAt(location, 'fixture/property-count', broken)];
}

function propertyIssues(
  schema: Schema,
  location: InstanceLocation,
  { key, explainer }: { key: string; explainer: Explainer },
): Issue[] {
  const { propertyNames } = schema;
  const named = isObject(propertyNames) ? explainer.issues(propertyNames, { ...location, value: key }) : [];
  if (named.length > 0) return [{ ...issueAt(location, 'fixture/property-name', { property: key }), place: 'key' }];
  const parts = schemasOfProperty(schema, key);
  if (parts.includes(false)) return [unknownIssue(schema, location, key)];
  const [first = true] = parts;
  return parts.length < 2
    ? explainer.issues(first, location)
    : parts.flatMap((part) => explainer.issues(part, location));
}

function unknownIssue({ properties = {} }: Schema, location: InstanceLocation, key: string): Issue {
  const suggestion = didYouMean(
    key,
    Object.keys(properties).filter((name) => name !== key),
  );
  const values = { property: key, ...(suggestion !== undefined && { suggestion }) };
  return {
    ...issueAt(location, 'fixture/additional-properties', values),
    place: 'key',
    weight: sizeOf(location.value),
  };
}
