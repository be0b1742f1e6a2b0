import { isObject, type Schema } from '../../generate/schema.js';
import { defineRule, type Place } from '../rule.js';
import type { PlacedSchema } from '../placed-schemas.js';

// `Tree: anyOf: [Tree, string]` says nothing about a Tree that the string does not, and a validator would ask itself for
// ever. Recursion through a property or an item is fine: it ends where the value ends.
export const schemaIsMoreThanItself = defineRule({
  id: 'schema-is-more-than-itself',
  severity: 'error',
  on: 'schema',
  check(schema, at) {
    if (!leadsTo(schema, { schema, at }, new Set())) return;
    return { at, message: `\`${at.name}\` is made of itself; refer to it from a property or an item instead.` };
  },
});

const LISTS = ['allOf', 'anyOf', 'oneOf'];
const SINGLES = ['else', 'if', 'not', 'then'];

/** Whether `goal` applies to the same value again, from one of the parts of a schema. */
function leadsTo(goal: Schema, from: PlacedSchema, seen: Set<Schema>): boolean {
  return partsInPlace(from).some(({ schema, at }) => {
    if (schema === goal) return true;
    if (seen.has(schema)) return false;
    seen.add(schema);
    return leadsTo(goal, { schema, at }, seen);
  });
}

/** The schemas that one applies to the very value it is given. */
function partsInPlace({ schema, at }: PlacedSchema): PlacedSchema[] {
  const lists = LISTS.flatMap((keyword) => listed(schema[keyword]));
  const singles = SINGLES.flatMap((keyword) => listed([schema[keyword]]));
  const dependent = isObject(schema.dependentSchemas) ? listed(Object.values(schema.dependentSchemas)) : [];
  return [...lists, ...singles, ...dependent]
    .map((part) => resolved(part, at))
    .concat(schema.$ref === undefined ? [] : resolved(schema, at));
}

function listed(parts: unknown): Schema[] {
  return Array.isArray(parts) ? parts.filter(isObject) : [];
}

function resolved(schema: Schema, at: Place): PlacedSchema {
  const target = schema.$ref === undefined ? undefined : at.resolve(schema, at.file);
  return target === undefined ? { schema, at } : { schema: target.node, at: target.at };
}
