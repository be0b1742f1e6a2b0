import { resolved, type Schema, type Schemas } from '../../json/schema.js';

/** How deep a time can be: deeper inputs do not occur, and a schema may contain itself. */
const DEEPEST = 6;

/**
 * Where values of a schema hold unix seconds (`format: unixtime`): JSON Pointers, with `*` for every entry of an array.
 * Alternatives (`anyOf`, `oneOf`, `allOf`) count together.
 */
export function timePlaces(schema: Schema, schemas: Schemas, at = ''): string[] {
  const target = resolved(schema, schemas);
  if (at.split('/').length > DEEPEST) return [];
  if (target.format === 'unixtime') return [at];
  const parts = [
    ...Object.entries(target.properties ?? {}).map(([key, inner]): [string, Schema] => [`${at}/${key}`, inner]),
    ...(typeof target.items === 'object' ? [[`${at}/*`, target.items] satisfies [string, Schema]] : []),
    ...[target.anyOf, target.oneOf, target.allOf].flatMap((list) =>
      (list ?? []).map((inner): [string, Schema] => [at, inner]),
    ),
  ];
  return [
    ...new Set(parts.flatMap(([place, inner]) => (typeof inner === 'object' ? timePlaces(inner, schemas, place) : []))),
  ];
}
