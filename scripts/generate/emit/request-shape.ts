import { typesOf, type Schema } from '../../json/schema.js';

/** A shape as the runtime reads it: letters, lists and objects of them. */
type ShapeData = string | readonly ShapeData[] | { readonly [name: string]: ShapeData };

const LETTERS: Readonly<Record<string, string>> = {
  string: 's',
  number: 'n',
  integer: 'i',
  boolean: 'b',
  object: 'o',
  null: '0',
};

// Deeper than any request; schemas may refer to themselves.
const MOST_LEVELS = 8;

/** The types of a schema, small enough for a page: no lengths, no lists of values. */
export function shapeOf(schema: Schema, all: ReadonlyMap<string, Schema>, level = 0): ShapeData {
  const { $ref, anyOf, items, properties = {}, required = [] } = schema;
  const target = $ref === undefined ? undefined : all.get($ref.slice($ref.lastIndexOf('/') + 1));
  if (level > MOST_LEVELS) return '';
  if (target !== undefined) return shapeOf(target, all, level + 1);
  if (anyOf !== undefined) return anyOf.map((each) => shapeOf(each, all, level + 1));
  const types = typesOf(schema);
  if (types.includes('array')) return [typeof items === 'object' ? shapeOf(items, all, level + 1) : ''];
  const names = Object.entries(properties);
  // An open record is passed on unread: its types are for completion in editors.
  if (names.length === 0 || schema.additionalProperties === true) return scalarShape(types, schema);
  return Object.fromEntries(
    names.map(([name, part]) => [required.includes(name) ? `${name}!` : name, shapeOf(part, all, level + 1)]),
  );
}

function scalarShape(types: readonly string[], { minimum, pattern }: Schema): string {
  const letters = types.map((type) => LETTERS[type] ?? '').join('');
  if (typeof pattern === 'string') return `${letters}/${pattern}`;
  return typeof minimum === 'number' ? `${letters}>=${minimum}` : letters;
}
