import { isObject, type Schema } from '../json/schema.js';
import { brokenBound, faultAt, sizeOf, spotIn, type Fault, type Spot } from './fault.js';
import type { Judge } from './scope.js';
import { canonical } from '../json/kind.js';

/** What is wrong with an array: how many items it has, and what is wrong with each. */
export function arrayFaults(schema: Schema, spot: Spot, judge: Judge): Fault[] {
  if (!Array.isArray(spot.value)) return [];
  const items: readonly unknown[] = spot.value;
  return [
    ...countFaults(schema, spot, items.length),
    ...items.flatMap((item, index) => judge.faults(itemSchema(schema, index), spotIn(spot, index, item))),
    ...containsFaults(schema, { spot, items }, judge),
    ...(judge.isShapeOnly ? [] : repeatedFaults(schema, spot, items)),
  ];
}

/** The schema of one item of an array. */
export function itemSchema({ prefixItems, items = true }: Schema, index: number): Schema | boolean {
  return prefixItems?.[index] ?? items;
}

function countFaults({ minItems, maxItems }: Schema, spot: Spot, count: number): Fault[] {
  const broken = brokenBound(count, minItems, maxItems);
  return broken === undefined ? [] : [faultAt(spot, 'fixture/item-count', broken)];
}

interface Items {
  readonly spot: Spot;
  readonly items: readonly unknown[];
}

function containsFaults(schema: Schema, { spot, items }: Items, judge: Judge): Fault[] {
  const { contains, minContains = 1, maxContains = Infinity } = schema;
  if (!isObject(contains)) return [];
  const count = items.filter((item, index) => judge.faults(contains, spotIn(spot, index, item)).length === 0).length;
  const isEnough = count >= Number(minContains) && count <= Number(maxContains);
  return isEnough ? [] : [faultAt(spot, 'fixture/contains', {})];
}

function repeatedFaults({ uniqueItems }: Schema, spot: Spot, items: readonly unknown[]): Fault[] {
  if (uniqueItems !== true) return [];
  const seen = new Map<string, number>();
  return items.flatMap((item, index) => {
    const text = canonical(item);
    const first = seen.get(text);
    if (first === undefined) seen.set(text, index);
    if (first === undefined) return [];
    const place = spotIn(spot, index, item);
    return [{ ...faultAt(place, 'fixture/unique-items', { first }), weight: sizeOf(item) }];
  });
}
