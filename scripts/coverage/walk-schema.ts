import { createExplainer } from '../evaluate/explain.js';
import type { Explainer } from '../evaluate/scope.js';
import { itemSchema } from '../json/part-schemas.js';
import { matches } from '../json/pattern.js';
import { isObject, type Schema } from '../json/schema.js';
import { subschemasOf } from '../json/subschemas.js';
import { definitionName } from '../validate/read-schema.js';
import { pointsAt, type Placed, type Point } from './point.js';

/** One generated JSON Schema by name. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: Schema;
  /** Opened with the schema. */
  readonly explainer: Explainer;
}

/** Opens a generated JSON Schema; `readSchema` gives those in other files that it refers to. */
export function openSchema(name: string, schema: Schema, readSchema?: (name: string) => Schema): NamedSchema {
  return { name, schema, explainer: createExplainer(schema, { ...(readSchema && { readSchema }) }) };
}

/** The schema that a place refers to, under the name of the definition, so that every user of it shares its points. */
export function referenced(schema: Schema, { explainer }: NamedSchema): Placed | undefined {
  const definition = definitionName(schema);
  const target = definition === undefined ? undefined : explainer.resolve(schema.$ref ?? '');
  return definition !== undefined && isObject(target) ? { definition, path: '', schema: target } : undefined;
}

/** Everything a fixture of a schema could show: each member of its enums, each null, each provider. */
export function pointsOfSchema(root: NamedSchema): Point[] {
  const points = new Map<string, Point>();
  const seen = new Set([root.name]);
  const walk = (placed: Placed): void => {
    for (const { isShownBy: _, ...point } of pointsAt(placed)) points.set(point.id, point);
    const target = referenced(placed.schema, root);
    if (target !== undefined && !seen.has(target.definition)) {
      seen.add(target.definition);
      walk(target);
    }
    for (const schema of alternativesOf(placed.schema)) walk({ ...placed, schema });
    for (const [step, part] of partsOf(placed.schema)) walk(under(placed, step, part));
  };
  walk(placeOf(root));
  return [...points.values()];
}

/** Gives the IDs of all points that a valid value of a schema shows. */
export function exercisedBy(value: unknown, root: NamedSchema): Set<string> {
  const shown = new Set<string>();
  const walk = (placed: Placed, inner: unknown): void => {
    for (const { id, isShownBy } of pointsAt(placed)) if (isShownBy(inner)) shown.add(id);
    const target = referenced(placed.schema, root);
    if (target !== undefined) walk(target, inner);
    for (const schema of alternativesOf(placed.schema))
      if (root.explainer.issues(schema, { value: inner, pointer: '', depth: 0 }).length === 0)
        walk({ ...placed, schema }, inner);
    for (const [step, part, child] of partsIn(placed.schema, inner)) walk(under(placed, step, part), child);
  };
  walk(placeOf(root), value);
  return shown;
}

function placeOf({ name, schema }: NamedSchema): Placed {
  return { definition: name, path: '', schema };
}

function under({ definition, path }: Placed, step: string, schema: Schema): Placed {
  return { definition, path: path + step, schema };
}

/** The parts of a schema that may hold for the same value. */
function alternativesOf(schema: Schema): Schema[] {
  return subschemasOf(schema, ['value', 'branch']).map((part) => part.schema);
}

type Part = readonly [step: string, schema: Schema, value?: unknown];

/** The schemas of what may be inside a value. */
function partsOf({ properties = {}, items, prefixItems = [], additionalProperties, ...schema }: Schema): Part[] {
  return [
    ...Object.entries(properties).flatMap(([key, named]) => part(`.${key}`, named)),
    ...patternsOf(schema).flatMap(([pattern, matching]) => part(stepOf(pattern), matching)),
    ...[items, ...prefixItems].flatMap((item) => part('[]', item)),
    ...part('.*', additionalProperties),
  ];
}

function patternsOf({ patternProperties }: Schema): [pattern: string, schema: unknown][] {
  return isObject(patternProperties) ? Object.entries(patternProperties) : [];
}

const stepOf = (pattern: string): string => `./${pattern}/`;

/** The schemas of what is inside a value. */
function partsIn(schema: Schema, value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => part('[]', itemSchema(schema, index), item));
  const { properties = {}, additionalProperties } = schema;
  return Object.entries(isObject(value) ? value : {}).flatMap(([key, inner]) => {
    const named = Object.hasOwn(properties, key) ? part(`.${key}`, properties[key], inner) : [];
    const matching = patternsOf(schema).filter(([pattern]) => matches(pattern, key));
    if (!Object.hasOwn(properties, key) && matching.length === 0) return part('.*', additionalProperties, inner);
    return [...named, ...matching.flatMap(([pattern, each]) => part(stepOf(pattern), each, inner))];
  });
}

function part(step: string, schema: unknown, value?: unknown): Part[] {
  return isObject(schema) ? [[step, schema, value]] : [];
}
