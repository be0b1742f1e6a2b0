import { isObject, type Schema } from '../json/schema.js';
import {
  choicesOf,
  alternativesOf,
  memberPoint,
  nullPoint,
  referenced,
  type NamedSchema,
  type Placed,
} from './walk-schema.js';

/** Gives the IDs of all points that a valid value of a schema shows. */
export function exercisedBy(value: unknown, root: NamedSchema): Set<string> {
  const shown = new Set<string>();
  const visit = (at: Placed, inner: unknown): void => {
    for (const id of shownAt(at, inner)) shown.add(id);
    const target = referenced(at.schema, root);
    if (target !== undefined) visit(target, inner);
    for (const schema of alternativesOf(at.schema)) {
      if (root.explainer.issues(schema, { value: inner, pointer: '', depth: 0 }).length === 0)
        visit({ ...at, schema }, inner);
    }
    for (const [step, part, child] of partsOf(at.schema, inner)) {
      visit({ definition: at.definition, path: at.path + step, schema: part }, child);
    }
  };
  visit({ definition: root.name, path: '', schema: root.schema }, value);
  return shown;
}

function shownAt({ definition, path, schema }: Placed, value: unknown): string[] {
  const { members, isNullable } = choicesOf(schema);
  return [
    ...(members.includes(value) ? [memberPoint({ definition, path }, value).id] : []),
    ...(isNullable ? [nullPoint(`${definition}${path}`, value === null).id] : []),
  ];
}

type Part = readonly [step: string, schema: Schema, value: unknown];

function partsOf(schema: Schema, value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => part('[]', itemSchema(schema, index), item));
  if (!isObject(value)) return [];
  const { properties = {}, additionalProperties } = schema;
  return Object.entries(value).flatMap(([key, inner]) =>
    Object.hasOwn(properties, key) ? part(`.${key}`, properties[key], inner) : part('.*', additionalProperties, inner),
  );
}

function itemSchema({ prefixItems = [], items }: Schema, index: number): unknown {
  return index < prefixItems.length ? prefixItems[index] : items;
}

function part(step: string, schema: unknown, value: unknown): Part[] {
  return isObject(schema) ? [[step, schema, value]] : [];
}
