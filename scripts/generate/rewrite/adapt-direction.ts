import { componentName, componentRef, composedOf, referredBy, type Schema, type Schemas } from '../../json/schema.js';
import { mapSubschemas } from '../../json/subschemas.js';

/** Who sends a value: the caller of an operation, or the server. */
export type Direction = 'request' | 'response';

/** How a schema changes for one direction. */
export interface DirectionChange {
  readonly direction: Direction;
  /** What happens to properties that are not sent. OpenAPI 3.1 has `readOnly` and `writeOnly` as annotations: they are optional. */
  readonly untravelled: 'optional' | 'refused' | 'removed';
  readonly schemas: Schemas;
  /** Component → the one that takes its place in this direction. */
  readonly renamed: ReadonlyMap<string, string>;
}

const MARKS: Readonly<Record<Direction, string>> = { request: 'readOnly', response: 'writeOnly' };

/** Names of the properties, of a schema and of those it is composed of, that are not sent in a direction. */
export function untravelled(
  schema: Schema,
  { direction, schemas }: Pick<DirectionChange, 'direction' | 'schemas'>,
): ReadonlySet<string> {
  const isMarked = (part: Schema): boolean =>
    [part, referredBy(part, schemas), ...(part.allOf ?? [])].some((each) => each?.[MARKS[direction]] === true);
  const properties = [...composedOf(schema, schemas)].flatMap((part) => Object.entries(part.properties ?? {}));
  return new Set(properties.filter(([, property]) => isMarked(property)).map(([name]) => name));
}

/**
 * A schema as it is for one direction: properties that are not sent are not required. `outer` are names that the schemas
 * it is a part of do not require.
 */
export function adaptDirection(schema: Schema, change: DirectionChange, outer: Iterable<string> = []): Schema {
  const names = new Set([...outer, ...untravelled(schema, change)]);
  const { required, properties, ...rest } = mapSubschemas(schema, (part, { keyword, key = '' }) => {
    if (change.untravelled === 'refused' && keyword === 'properties' && names.has(key)) return false;
    return typeof part === 'boolean' ? part : adaptDirection(part, change, keyword === 'allOf' ? names : []);
  });
  const demanded = required?.filter((name) => !names.has(name));
  const isKept = ([name]: [string, Schema]): boolean => change.untravelled !== 'removed' || !names.has(name);
  const kept = properties && Object.entries(properties).filter(isKept);
  const target = change.renamed.get(componentName(rest.$ref) ?? '');
  return {
    ...rest,
    ...(target !== undefined && { $ref: componentRef(target) }),
    ...(demanded !== undefined && demanded.length > 0 && { required: demanded }),
    ...(kept && { properties: Object.fromEntries(kept) }),
  };
}
