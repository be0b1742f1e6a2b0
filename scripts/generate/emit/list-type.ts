import type { TypeNode } from 'typescript';

import type { Schema } from '../../json/schema.js';
import { ts } from '../typescript.js';

/** Writes the type of a schema inside another. */
export type TypeOf = (schema: Schema | boolean) => TypeNode;

/**
 * The type of an array. openapi-typescript 7.13 takes every tuple for complete, though only `minItems` says so, forgets what
 * may follow, and writes a list of lists as one list where the inner one is named in `allOf`.
 */
export function listType({ prefixItems = [], items = true, minItems, maxItems }: Schema, typeOf: TypeOf): TypeNode {
  const { factory } = ts;
  const least = typeof minItems === 'number' ? minItems : 0;
  const elements = prefixItems.map((part, index) => {
    const type = typeOf(part);
    return index < least ? type : factory.createOptionalTypeNode(type);
  });
  const isFull = items === false || (prefixItems.length > 0 && maxItems === prefixItems.length);
  if (isFull) return factory.createTupleTypeNode(elements);
  const rest = factory.createArrayTypeNode(typeOf(items));
  return elements.length === 0 ? rest : factory.createTupleTypeNode([...elements, factory.createRestTypeNode(rest)]);
}
