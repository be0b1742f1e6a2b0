import type { Schema } from '../../json/schema.js';
import { subschemasOf } from '../../json/subschemas.js';
import { resolveSchema, type PlacedSchema } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// `Tree: anyOf: [Tree, string]` adds nothing to `string`, and a validator would recurse endlessly. Recursion through a
// property or an item is fine: it ends where the value ends.
export const schemaIsMoreThanItself = defineRule('schema-is-more-than-itself', {
  on: 'schema',
  set: 'structure',
  check(schema, at) {
    if (!leadsTo(schema, { schema, at }, new Set())) return;
    return { at, values: { name: at.name } };
  },
});

/** Whether any part of a schema applies `goal` to the same value again. */
function leadsTo(goal: Schema, from: PlacedSchema, seen: Set<Schema>): boolean {
  return partsInPlace(from).some(({ schema, at }) => {
    if (schema === goal) return true;
    if (seen.has(schema)) return false;
    seen.add(schema);
    return leadsTo(goal, { schema, at }, seen);
  });
}

/** The subschemas that a schema applies to the same value. */
function partsInPlace({ schema, at }: PlacedSchema): PlacedSchema[] {
  const parts = subschemasOf(schema, ['value', 'branch', 'test']);
  const targets = parts.map((part) => resolveSchema({ schema: part.schema, at }));
  return schema.$ref === undefined ? targets : [...targets, resolveSchema({ schema, at })];
}
