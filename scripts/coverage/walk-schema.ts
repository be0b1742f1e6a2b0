import { isObject, type Schema, typesOf } from '../json/schema.js';
import { pointOf, type Point } from './point.js';
import { createExplainer } from '../evaluate/explain.js';
import type { Explainer } from '../evaluate/scope.js';
import { definitionName } from '../validate/read-schema.js';
import { subschemasOf } from '../json/subschemas.js';

/** A place in a body: the definition it belongs to and the way from there, such as `Payment` and `.status`. */
export interface Place {
  readonly definition: string;
  /** `''` for the definition itself, `.key` for a property, `[]` for the items of an array, `.*` for any other key. */
  readonly path: string;
}

/** The part of a schema at one place. */
export interface Placed extends Place {
  readonly schema: Schema;
}

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

/** The parts of a schema that may hold for the same value. */
export function alternativesOf(schema: Schema): Schema[] {
  return subschemasOf(schema, ['value']).flatMap((part) => (isObject(part.schema) ? [part.schema] : []));
}

/** Everything a fixture of a schema could show: each member of its enums, each null, each provider. */
export function pointsOfSchema(root: NamedSchema): Point[] {
  const points = new Map<string, Point>();
  const seen = new Set<string>();
  const visit = (placed: Placed): void => {
    for (const point of pointsAt(placed)) points.set(point.id, point);
    const target = referenced(placed.schema, root);
    if (target !== undefined && !seen.has(target.definition)) {
      seen.add(target.definition);
      visit(target);
    }
    for (const schema of alternativesOf(placed.schema)) visit({ ...placed, schema });
    for (const child of childrenOf(placed)) visit(child);
  };
  seen.add(root.name);
  visit({ definition: root.name, path: '', schema: root.schema });
  return [...points.values()];
}

/** What one place can show. */
export function pointsAt({ definition, path, schema }: Placed): Point[] {
  const { members, isOpen, isNullable } = choicesOf(schema);
  const place = `${definition}${path}`;
  const nulls = isNullable ? [nullPoint(place, true), nullPoint(place, false)] : [];
  return [...members.map((member) => ({ ...memberPoint({ definition, path }, member), isOpen })), ...nulls];
}

/** The point of one listed value. A payment gateway is the same wherever it is named. */
export function memberPoint({ definition, path }: Place, member: unknown): Point {
  const text = typeof member === 'string' ? member : JSON.stringify(member);
  if (path.endsWith('.pg_provider')) return pointOf('providers', `pg_provider = ${text}`, text);
  return pointOf('enumMembers', `${definition}${path} = ${text}`, `${lastName(path || definition)}-${text}`);
}

/** The point of a nullable place that is null, or is not. */
export function nullPoint(place: string, isNull: boolean): Point {
  const name = lastName(place);
  return pointOf('nullBranches', `${place} ${isNull ? '=' : '≠'} null`, isNull ? `${name}-null` : name);
}

function lastName(path: string): string {
  return path.replaceAll('[]', '').split('.').filter(Boolean).at(-1) ?? '';
}

function childrenOf({ definition, path, schema }: Placed): Placed[] {
  const child = (step: string, part: unknown): Placed[] =>
    isObject(part) ? [{ definition, path: path + step, schema: part }] : [];
  const { properties = {}, items, prefixItems = [], additionalProperties } = schema;
  return [
    ...Object.entries(properties).flatMap(([key, part]) => child(`.${key}`, part)),
    ...child('[]', items),
    ...prefixItems.flatMap((part) => child('[]', part)),
    ...child('.*', additionalProperties),
  ];
}

/** What a value at one place can be, as far as fixtures ought to show it. */
export interface Choices {
  /** Listed values, other than null, of an enum with more than one. */
  readonly members: readonly unknown[];
  /** Whether values outside the list may come: `x-extensible-enum`. */
  readonly isOpen: boolean;
  /** Whether it may be null and may be something else. */
  readonly isNullable: boolean;
}

/** Reads the choices of one schema, without those of the schemas it refers to. */
export function choicesOf(schema: Schema): Choices {
  const { enum: closed, anyOf = [], oneOf = [], 'x-extensible-enum': open } = schema;
  const isOpen = Array.isArray(open);
  const list: readonly unknown[] = isOpen ? open : (closed ?? []);
  const listed = list.filter((member) => member !== null);
  const isNull = (branch: Schema): boolean => branch.type === 'null' || branch.const === null;
  const areNull = closed?.map((member) => member === null) ?? [
    ...typesOf(schema).map((type) => type === 'null'),
    ...[...anyOf, ...oneOf].map(isNull),
  ];
  return {
    members: listed.length > 1 ? [...new Set(listed)] : [],
    isOpen,
    isNullable: areNull.includes(true) && areNull.includes(false),
  };
}
