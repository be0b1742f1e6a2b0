import { isObject, type Schema, type AnySchema } from '../json/schema.js';
import { canonical } from '../json/kind.js';
import { faultAt, type Fault, type Spot } from './fault.js';
import type { Judge } from './scope.js';
import { nearestFaults, type Candidate } from './nearest-faults.js';
import { dereference } from './scope.js';

/** What is wrong with a value by the schemas that a schema is put together from. */
export function compositionFaults(schema: Schema, spot: Spot, judge: Judge): Fault[] {
  const followed = [
    ...(schema.$ref === undefined ? [] : [judge.resolve(schema.$ref) ?? true]),
    ...(schema.allOf ?? []),
    ...chosenBranch(schema, spot, judge),
  ];
  return distinct([
    ...followed.flatMap((part) => judge.faults(part, { ...spot, depth: spot.depth + 1 })),
    ...(schema.anyOf ? unionFaults({ schema, branches: schema.anyOf, mayFitSeveral: true }, spot, judge) : []),
    ...(schema.oneOf ? unionFaults({ schema, branches: schema.oneOf, mayFitSeveral: false }, spot, judge) : []),
    ...refusedFaults(schema, spot, judge),
  ]);
}

/** What `if` leads to for a value: `then` or `else`, if there is one. */
export function chosenBranch(schema: Schema, spot: Spot, judge: Judge): AnySchema[] {
  if (!isObject(schema.if)) return [];
  const branch = schema[judge.faults(schema.if, spot).length === 0 ? 'then' : 'else'];
  return isObject(branch) || typeof branch === 'boolean' ? [branch] : [];
}

interface Union {
  /** The schema that has the union; it may name the property that tells the alternatives apart. */
  readonly schema: Schema;
  readonly branches: readonly AnySchema[];
  readonly mayFitSeveral: boolean;
}

function unionFaults({ schema, branches, mayFitSeveral }: Union, spot: Spot, judge: Judge): Fault[] {
  const candidates = candidatesFor(branches, { ...spot, depth: spot.depth + 1 }, judge);
  const fitting = candidates.filter(({ faults }) => faults.length === 0).length;
  if (fitting === 0) return nearestFaults(candidates, { spot, schema, scope: judge });
  return fitting === 1 || mayFitSeveral ? [] : [faultAt(spot, 'fixture/one-of', { count: fitting })];
}

/** The alternatives of a union, each with what it has to complain about. */
export function candidatesFor(branches: readonly AnySchema[], spot: Spot, judge: Judge): Candidate[] {
  return branches.map((branch) => ({
    name: typeof branch === 'object' ? (branch.$ref ?? '') : '',
    branch,
    schema: dereference(branch, judge),
    faults: judge.faults(branch, spot),
  }));
}

function refusedFaults({ not }: Schema, spot: Spot, judge: Judge): Fault[] {
  if (!isObject(not) || judge.faults(not, spot).length > 0) return [];
  const constant = Object.hasOwn(not, 'const') ? { constant: not.const } : {};
  const names = not.required?.length === 1 ? { property: String(not.required[0]) } : {};
  return [{ ...faultAt(spot, 'fixture/not', { ...constant, ...names }), weight: 2 }];
}

/** Several parts may say the same; and what is of the wrong type is nothing else besides. */
function distinct(faults: readonly Fault[]): Fault[] {
  if (faults.length < 2) return [...faults];
  const mistyped = new Set(faults.filter(({ code }) => code === 'fixture/type').map(({ pointer }) => pointer));
  const kept = new Map<string, Fault>();
  for (const fault of faults) {
    const isType = fault.code === 'fixture/type';
    if (mistyped.has(fault.pointer) && !isType && fault.place === 'value') continue;
    const key = `${fault.code} ${fault.pointer} ${isType ? '' : canonical(fault.values)}`;
    if (!kept.has(key)) kept.set(key, fault);
  }
  return [...kept.values()];
}
