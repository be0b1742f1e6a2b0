import { isObject, type Schema, type AnySchema } from '../json/schema.js';
import { appliedSchemas } from '../evaluate/applied-schemas.js';
import { isComposed } from '../json/subschemas.js';
import { itemSchema } from '../evaluate/array-issues.js';
import type { InstanceLocation } from '../evaluate/issue.js';
import type { Explainer } from '../evaluate/scope.js';
import { schemasFor } from '../evaluate/object-issues.js';
import { suspicionOf, type Suspicion } from './suspicion.js';

/** What there is to look for in a value that some schemas speak about. Made once for the same schemas. */
export interface WalkPlan {
  readonly schemas: readonly Schema[];
  /** Those of them that declare invariants. */
  readonly governing: readonly Schema[];
  /** Whether a name that no schema has is worth a word. */
  readonly warnsOfUnknown: boolean;
  /** Names of other versions and usual slips, from `x-other-names`: what to write instead, `''` for nothing. */
  readonly otherNames: ReadonlyMap<string, string>;
  /** Plans for the properties that are declared by name. */
  readonly declared: ReadonlyMap<string, PartPlan>;
  /** Says what to look for in a property; undefined when nothing is known of it. */
  readonly property: (key: string) => PartPlan | undefined;
  /** Lists of names met before, all of them known, the latest first. */
  readonly shapes: Shape[];
  /** Says what to look for in an item; undefined when nothing is known of it. */
  readonly item: (index: number) => PartPlan | undefined;
}

/** The names of an object, and those among them whose values are worth a look. */
export interface Shape {
  readonly keys: readonly string[];
  readonly watched: readonly WatchedProperty[];
}

/** A property whose value is worth a look, and what to look for. */
export interface WatchedProperty {
  readonly key: string;
  readonly part: PartPlan;
}

/** What there is to look for in a part of a value. */
export interface PartPlan {
  readonly schemas: readonly AnySchema[];
  /** Tells which single values have something to note; undefined where none ever has. */
  readonly isSuspect: Suspicion | undefined;
  /** Whether it may hold values of its own. */
  readonly mayHold: boolean;
}

/** Gives the plan for a value that stands where a part is expected. */
export type Planner = (part: Pick<PartPlan, 'schemas'>, location: InstanceLocation) => WalkPlan;

/** Makes plans, each once. What the schemas say of every value alike is worked out once. */
export function createPlanner(explainer: Explainer): Planner {
  const plans = createPlans();
  const fixed = new Map<Pick<PartPlan, 'schemas'>, WalkPlan | undefined>();
  const planForAll = ({ schemas }: Pick<PartPlan, 'schemas'>): WalkPlan | undefined => {
    const lists = schemas.map((schema) => (typeof schema === 'boolean' ? [] : explainer.alwaysApplied(schema)));
    return lists.includes(undefined) ? undefined : plans(lists.flatMap((list) => list ?? []));
  };
  return (part, location) => {
    if (!fixed.has(part)) fixed.set(part, planForAll(part));
    return fixed.get(part) ?? plans(part.schemas.flatMap((schema) => appliedSchemas(schema, location, explainer)));
  };
}

/** Keeps the plans of lists of schemas. */
function createPlans(): (schemas: readonly Schema[]) => WalkPlan {
  const root: Branch = { plan: undefined, next: new Map() };
  return (schemas) => {
    let branch = root;
    for (const schema of schemas) {
      const next: Branch = branch.next.get(schema) ?? { plan: undefined, next: new Map() };
      branch.next.set(schema, next);
      branch = next;
    }
    branch.plan ??= makePlan(schemas);
    return branch.plan;
  };
}

interface Branch {
  plan: WalkPlan | undefined;
  readonly next: Map<Schema, Branch>;
}

function makePlan(schemas: readonly Schema[]): WalkPlan {
  const names = new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties)));
  const planFor = (key: string): PartPlan | undefined =>
    partPlan(schemas.flatMap((schema) => knownOrExtra(schema, key)));
  const declared = new Map([...names].flatMap((name) => pair(name, planFor(name))));
  const isUniform = schemas.every(({ prefixItems }) => prefixItems === undefined);
  const itemAt = (index: number): PartPlan | undefined => partPlan(schemas.map((schema) => itemSchema(schema, index)));
  const everyItem = isUniform ? itemAt(0) : undefined;
  return {
    schemas,
    governing: schemas.filter((schema) => schema['x-invariants'] !== undefined),
    warnsOfUnknown: listsItsProperties(schemas),
    otherNames: otherNamesOf(schemas),
    declared,
    shapes: [],
    property: (key) => declared.get(key) ?? planFor(key),
    item: (index) => (isUniform ? everyItem : itemAt(index)),
  };
}

function otherNamesOf(schemas: readonly Schema[]): ReadonlyMap<string, string> {
  const pairs = schemas.flatMap(({ 'x-other-names': names }) => (isObject(names) ? Object.entries(names) : []));
  return new Map(pairs.filter((each): each is [string, string] => typeof each[1] === 'string'));
}

function pair(name: string, plan: PartPlan | undefined): [string, PartPlan][] {
  return plan === undefined ? [] : [[name, plan]];
}

function partPlan(schemas: readonly AnySchema[]): PartPlan | undefined {
  return schemas.length === 0
    ? undefined
    : {
        schemas,
        isSuspect: suspicionOf(schemas),
        mayHold: schemas.some(mayHold),
      };
}

/** Not where the schemas expect other names, or refuse them by themselves. */
function listsItsProperties(schemas: readonly Schema[]): boolean {
  const isSilent = ({ additionalProperties, unevaluatedProperties }: Schema): boolean =>
    additionalProperties === undefined && unevaluatedProperties === undefined;
  return schemas.every(isSilent) && schemas.some(({ properties }) => properties !== undefined);
}

function knownOrExtra(schema: Schema, key: string): readonly AnySchema[] {
  const known = schemasFor(schema, key);
  const { additionalProperties } = schema;
  return known.length === 0 && isObject(additionalProperties) ? [additionalProperties] : known;
}

function mayHold(schema: AnySchema): boolean {
  if (typeof schema === 'boolean') return schema;
  if (schema.type === undefined || isComposed(schema)) return true;
  return [schema.type].flat().some((type) => type === 'object' || type === 'array');
}
