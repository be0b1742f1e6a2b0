import { isObject, type Schema } from '../json/schema.js';
import { subschemasOf } from '../json/subschemas.js';
import type { Body, Operation } from '../openapi/document.js';
import { METHODS } from '../openapi/walk-operations.js';
import type { Place, RuleNodes } from './rule.js';

/** A schema and its place in the document. */
export interface PlacedSchema {
  readonly schema: Schema;
  readonly at: Place;
}

/** A JSON or form body and its place in the document. */
export interface PlacedMedia {
  readonly media: { readonly schema?: Schema; readonly [keyword: string]: unknown };
  readonly mediaType: string;
  readonly at: Place;
}

/** The schemas directly inside one that describe its values and their parts. `not` is left out: it describes other values. */
export function partsOf({ schema, at }: PlacedSchema): PlacedSchema[] {
  return subschemasOf(schema, ['value', 'branch', 'part']).map(({ schema: part, keyword, key }) => {
    const under = at.child(keyword);
    return { schema: part, at: key === undefined ? under : under.child(key) };
  });
}

/** The properties of a schema: the place of each, and its schema with references followed. */
export function propertiesOf(
  { properties }: Schema,
  at: Place,
): { name: string; at: Place; own: Schema; target: Schema }[] {
  return Object.entries(properties ?? {}).map(([name, own]) => {
    const place = at.child('properties').child(name);
    return { name, at: place, own, target: resolveSchema({ schema: own, at: place }).schema };
  });
}

/** The regular expressions of a schema itself: its `pattern`, and the keys of its `patternProperties`. */
export function patternsOf({ pattern, patternProperties }: Schema, at: Place): { pattern: string; at: Place }[] {
  const own = typeof pattern === 'string' ? [{ pattern, at: at.child('pattern') }] : [];
  const names = Object.keys(patternProperties ?? {});
  return [...own, ...names.map((key) => ({ pattern: key, at: at.child('patternProperties').child(key).key() }))];
}

/** Resolves the reference, if the schema is one. */
export function resolveSchema({ schema, at }: PlacedSchema): PlacedSchema {
  const target = schema.$ref === undefined ? undefined : at.resolve(schema, at.file);
  return target === undefined ? { schema, at } : { schema: target.node, at: target.at };
}

/** A schema and all schemas reachable from it, each once. */
export function schemasIn(placed: PlacedSchema, seen = new Set<Schema>()): PlacedSchema[] {
  const target = resolveSchema(placed);
  if (seen.has(target.schema)) return [];
  seen.add(target.schema);
  return [target, ...partsOf(target).flatMap((part) => schemasIn(part, seen))];
}

/** The operations of some paths, each with its place. */
export function operationsIn(
  paths: RuleNodes['paths'],
  at: Place,
): { method: string; operation: Readonly<Record<string, unknown>>; at: Place }[] {
  return Object.entries(paths).flatMap(([path, item]) => {
    const target = at.resolve(item, at.file);
    return METHODS.flatMap((method) => {
      const operation = target?.node[method];
      return isObject(operation) ? [{ method, operation, at: at.child(path).child(method) }] : [];
    });
  });
}

/** The request bodies of an operation, one per media type. */
export function requestMedia({ requestBody }: Operation, at: Place): PlacedMedia[] {
  return requestBody === undefined ? [] : mediaOf(requestBody, at.child('requestBody'));
}

/** The bodies of an operation's responses whose status begins with `status`. */
export function responseMedia({ responses }: Operation, at: Place, status: string): PlacedMedia[] {
  const chosen = Object.entries(responses ?? {}).filter(([key]) => key.startsWith(status));
  return chosen.flatMap(([key, body]) => mediaOf(body, at.child('responses').child(key)));
}

/** All schemas inside the given bodies, each once. */
export function schemasOf(media: readonly PlacedMedia[]): PlacedSchema[] {
  const seen = new Set<Schema>();
  return media.flatMap(({ media: { schema }, at }) =>
    schema === undefined ? [] : schemasIn({ schema, at: at.child('schema') }, seen),
  );
}

function mediaOf(body: Body, at: Place): PlacedMedia[] {
  const target = at.resolve(body, at.file);
  if (target === undefined) return [];
  return Object.entries(target.node.content ?? {}).map(([mediaType, media]) => ({
    media,
    mediaType,
    at: target.at.child('content').child(mediaType),
  }));
}
