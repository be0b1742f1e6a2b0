import { mistakesIn, shapeOf } from '../evaluate/shape.js';
import type { Explainer } from '../evaluate/scope.js';
import { isObject, type Schema } from '../json/schema.js';
import type { Manifest } from './generated-folder.js';
import type { SchemaReader } from './read-schema.js';

/** A schema to compare a value with. */
export interface Comparable {
  readonly schema: Schema;
  readonly explainer: Explainer;
}

/** Tells whether a value may be a request of the schema at all. */
export type MayBe = (value: unknown) => boolean;

/**
 * Names of the schemas of what pages hand to the browser SDK: no operation takes them, and they say which property names the
 * gateway.
 */
export function pageRequestNames({ operations, schemas }: Manifest, readSchema: SchemaReader): string[] {
  const taken = new Set(Object.values(operations).map(({ request }) => request));
  const others = schemas.filter((name) => name.endsWith('Request') && !taken.has(name));
  return others.filter((name) => readSchema(name)['x-gateway'] !== undefined);
}

/**
 * Bodies of operations share most names with the requests of a page. A value is one of a page when it has a name that no
 * operation takes, or names the gateway, and when no body fits it better.
 */
export function createPageRequestTest(
  { schema, explainer }: Comparable,
  { operations }: Manifest,
  comparableOf: (name: string) => Comparable,
): MayBe {
  let bodies: readonly Comparable[] | undefined;
  let ownNames: ReadonlySet<string> | undefined;
  return (value) => {
    if (!isObject(value)) return false;
    bodies ??= Object.values(operations).flatMap(({ request }) => (request === undefined ? [] : comparableOf(request)));
    ownNames ??= new Set([...namesOnlyIn(schema, bodies), String(schema['x-gateway'])]);
    if (!Object.keys(value).some((name) => ownNames?.has(name))) return false;
    const mistakes = countMistakes(value, { schema, explainer }, Infinity);
    return !bodies.some((body) => countMistakes(value, body, mistakes - 1) < mistakes);
  };
}

function namesOnlyIn({ properties = {} }: Schema, bodies: readonly Comparable[]): string[] {
  const taken = new Set(bodies.flatMap((body) => Object.keys(body.schema.properties ?? {})));
  return Object.keys(properties).filter((name) => !taken.has(name));
}

function countMistakes(value: unknown, { schema, explainer }: Comparable, most: number): number {
  const shape = shapeOf(value, schema, { explainer, most });
  return shape === undefined ? Infinity : mistakesIn(value, schema, { shape, explainer });
}
