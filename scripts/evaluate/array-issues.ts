import { itemSchema } from '../json/part-schemas.js';
import { isObject, type Schema } from '../json/schema.js';
import { brokenBound, issueAt, sizeOf, childLocation, type Issue, type InstanceLocation } from './issue.js';
import type { Explainer } from './scope.js';
import { canonical } from '../json/kind.js';

/** What is wrong with an array: how many items it has, and what is wrong with each. */
export function arrayIssues(schema: Schema, location: InstanceLocation, explainer: Explainer): Issue[] {
  if (!Array.isArray(location.value)) return [];
  const items: readonly unknown[] = location.value;
  return [
    ...countIssues(schema, location, items.length),
    ...items.flatMap((item, index) =>
      explainer.issues(itemSchema(schema, index), childLocation(location, index, item)),
    ),
    ...containsIssues(schema, { location, items }, explainer),
    ...(explainer.isShapeOnly ? [] : repeatedIssues(schema, location, items)),
  ];
}

function countIssues({ minItems, maxItems }: Schema, location: InstanceLocation, count: number): Issue[] {
  const broken = brokenBound(count, minItems, maxItems);
  return broken === undefined ? [] : [issueAt(location, 'fixture/item-count', broken)];
}

interface Items {
  readonly location: InstanceLocation;
  readonly items: readonly unknown[];
}

function containsIssues(schema: Schema, { location, items }: Items, explainer: Explainer): Issue[] {
  const { contains, minContains = 1, maxContains = Infinity } = schema;
  if (!isObject(contains)) return [];
  const count = items.filter(
    (item, index) => explainer.issues(contains, childLocation(location, index, item)).length === 0,
  ).length;
  const isEnough = count >= Number(minContains) && count <= Number(maxContains);
  return isEnough ? [] : [issueAt(location, 'fixture/contains', {})];
}

function repeatedIssues({ uniqueItems }: Schema, location: InstanceLocation, items: readonly unknown[]): Issue[] {
  if (uniqueItems !== true) return [];
  const seen = new Map<string, number>();
  return items.flatMap((item, index) => {
    const text = canonical(item);
    const first = seen.get(text);
    if (first === undefined) seen.set(text, index);
    if (first === undefined) return [];
    const place = childLocation(location, index, item);
    return [{ ...issueAt(place, 'fixture/unique-items', { first }), weight: sizeOf(item) }];
  });
}
