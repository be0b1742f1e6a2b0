import { isObject, type Schema } from '../../json/schema.js';
import { subschemasOf } from '../../json/subschemas.js';
import { resolveSchema, type PlacedSchema } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

// `Tree: anyOf: [Tree, string]` adds nothing to `string`, and a validator would recurse endlessly. Recursion through a
// property or an item is fine: it ends where the value ends.
export const schemaIsMoreThanItself = defineRule({
  on: 'schema',
  set: 'structure',
  title: { en: 'A schema contains itself', ko: '스키마가 자기 자신으로 이루어져 있습니다' },
  cause: {
    en: 'A schema that applies itself to the same value makes a validator recurse endlessly. Recursion through a property or an item is fine: it ends where the value ends.',
    ko: '뜻이 없는 스키마이고 검증이 끝나지 않습니다. 속성이나 항목을 거치는 재귀는 값이 끝나는 곳에서 끝나므로 괜찮습니다.',
  },
  fix: {
    en: 'Refer to it from a property or an item, or delete the reference.',
    ko: '속성이나 항목에서 참조하거나 참조를 지우세요.',
  },
  check(schema, at) {
    if (!leadsTo(schema, { schema, at }, new Set())) return;
    return {
      at,
      en: `\`${at.name}\` contains itself; refer to it from a property or an item instead.`,
      ko: `\`${at.name}\` 스키마가 자기 자신으로 이루어져 있습니다. 속성이나 항목에서 참조하세요.`,
    };
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
  const parts = subschemasOf(schema, ['value', 'branch', 'test']).flatMap((part) =>
    isObject(part.schema) ? [part.schema] : [],
  );
  const targets = parts.map((part) => resolveSchema({ schema: part, at }));
  return schema.$ref === undefined ? targets : [...targets, resolveSchema({ schema, at })];
}
