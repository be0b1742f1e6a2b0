import { itemSchema, propertySchemas } from '../json/part-schemas.js';
import { isObject, type Schema } from '../json/schema.js';
import { memoize } from '../json/memoize.js';
import { valueAtReference } from '../json/pointer.js';
import { subschemasOf } from '../json/subschemas.js';
import type { SecretKind } from './detectors/span.js';

/** What the schema says of one place of a document. All branches of a choice count: which one is meant may be unclear. */
export interface SchemaPosition {
  readonly schemas: readonly Schema[];
  /** From `x-sensitive` of the place, or of one that it lies in. */
  readonly sensitive?: SecretKind;
  /** Whether the schema names the property. */
  readonly isKnown: boolean;
}

/** Follows the schemas of a document downwards. */
export interface SchemaWalk {
  readonly root: SchemaPosition;
  /** The place of a property, or of an item when `key` is a number. */
  child(parent: SchemaPosition, key: string | number): SchemaPosition;
}

/** Begins at the root of a document; without a schema no place is known. */
export function walkSchema(schema: unknown): SchemaWalk {
  const expand = memoize((part: Schema): readonly Schema[] => [...branchesOf(part, schema)]);
  const children = new WeakMap<SchemaPosition, Map<string | number, SchemaPosition>>();
  const makeChild = (parent: SchemaPosition, key: string | number): SchemaPosition => {
    const named = typeof key === 'string' ? parent.schemas.flatMap((each) => propertySchemas(each, key)) : [];
    const parts = named.length > 0 ? named : parent.schemas.flatMap((each) => restOf(each, key));
    const position = positionOf(parts.filter(isObject).flatMap(expand), named.length > 0);
    return position.sensitive === undefined && parent.sensitive !== undefined
      ? { ...position, sensitive: parent.sensitive }
      : position;
  };
  const hasTuple = ({ schemas }: SchemaPosition): boolean =>
    schemas.some(({ prefixItems }) => prefixItems !== undefined);
  return {
    root: isObject(schema) ? positionOf(expand(schema)) : { schemas: [], isKnown: false },
    child: (parent, key) => {
      const known = children.get(parent) ?? new Map<string | number, SchemaPosition>();
      if (known.size === 0) children.set(parent, known);
      // All items of a list have the same schema, but for those of a tuple.
      const place = typeof key === 'number' && !hasTuple(parent) ? -1 : key;
      const kept = known.get(place);
      if (kept !== undefined) return kept;
      const child = makeChild(parent, key);
      if (known.size < MOST_CHILDREN) known.set(place, child);
      return child;
    },
  };
}

// More than any schema names; an object without end must not fill the memory.
const MOST_CHILDREN = 5000;

function positionOf(schemas: readonly Schema[], isKnown = false): SchemaPosition {
  const mark = schemas.map((each) => each['x-sensitive']).find((each) => typeof each === 'string');
  // Edge: the mark as the spec states it; a kind that is not ours is masked like any other.
  return { schemas, isKnown, ...(mark !== undefined && { sensitive: mark as SecretKind }) };
}

/** A schema and all that it refers to, combines or chooses between. */
function branchesOf(start: Schema, root: unknown): Set<Schema> {
  const found = new Set<Schema>();
  const open: unknown[] = [start];
  while (open.length > 0) {
    const schema = open.pop();
    if (!isObject(schema) || found.has(schema)) continue;
    found.add(schema);
    open.push(
      ...subschemasOf(schema, ['value', 'branch', 'test']).flatMap((part) =>
        part.keyword === 'not' ? [] : part.schema,
      ),
    );
    if (typeof schema.$ref === 'string') open.push(valueAtReference(root, schema.$ref));
  }
  return found;
}

function restOf(schema: Schema, key: string | number): readonly unknown[] {
  return [typeof key === 'number' ? itemSchema(schema, key) : schema.additionalProperties];
}
