import { componentName, isObject, mapSchema, type Schema } from '../schema.js';

/** Keyword of {@link prepareSchema}: at least one of these properties must be there. */
export const REQUIRE_ANY = 'requireAny';

// Annotations only make the output larger; identifiers of a spec's own choosing must not steer how Ajv resolves
// references (and `$id` would end up in a comment of the generated code).
const DROPPED = [
  ...[
    '$anchor',
    '$comment',
    '$dynamicAnchor',
    '$id',
    '$schema',
    'default',
    'deprecated',
    'description',
    'discriminator',
  ],
  ...['example', 'examples', 'externalDocs', 'format', 'readOnly', 'title', 'writeOnly', 'xml'],
];

/**
 * Rewrites a schema so that the validator made from it says exactly what is wrong. It accepts the same values:
 *
 * - `X` or null → null is settled first, so an object is never told that it "must be null"
 * - two alternatives told apart by a constant (`code: 0` or not) → `if`/`then`/`else`, so only the right one complains
 * - "one of these properties" → a single check instead of one complaint per property
 */
export function prepareSchema(schema: Schema, components: Readonly<Record<string, Schema>>): Schema {
  return mapSchema(schema, (part) => requireAny(chooseByConstant(settleNull(dropAnnotations(part)), components)));
}

function dropAnnotations(schema: Schema): Schema {
  const kept = Object.entries(schema).filter(([keyword]) => !DROPPED.includes(keyword) && !keyword.startsWith('x-'));
  return Object.fromEntries(kept);
}

function settleNull(schema: Schema): Schema {
  const keyword = schema.anyOf ? 'anyOf' : 'oneOf';
  const branches = schema[keyword] ?? [];
  const others = branches.filter(({ type }) => type !== 'null');
  const [only] = others;
  if (only === undefined || others.length !== 1 || branches.length !== 2 || schema.if !== undefined) return schema;
  const { [keyword]: _, ...rest } = schema;
  return { ...rest, if: { type: 'null' }, else: only };
}

function chooseByConstant(schema: Schema, components: Readonly<Record<string, Schema>>): Schema {
  const keyword = schema.anyOf ? 'anyOf' : 'oneOf';
  const [a, b, ...more] = schema[keyword] ?? [];
  if (a === undefined || b === undefined || more.length > 0 || schema.if !== undefined) return schema;
  const condition = telltale(resolve(a, components), resolve(b, components));
  if (condition === undefined) return schema;
  const { [keyword]: _, ...rest } = schema;
  return { ...rest, if: condition, then: a, else: b };
}

/** A property that `a` demands to be a constant and `b` demands to be anything else. */
function telltale(a: Schema, b: Schema): Schema | undefined {
  for (const name of a.required ?? []) {
    const constant = a.properties?.[name]?.const;
    const isRefused = constant !== undefined && b.properties?.[name]?.not?.const === constant;
    if (isRefused && b.required?.includes(name)) {
      return { type: 'object', required: [name], properties: { [name]: { const: constant } } };
    }
  }
  return undefined;
}

function resolve(schema: Schema, components: Readonly<Record<string, Schema>>): Schema {
  return components[componentName(schema.$ref) ?? ''] ?? schema;
}

function requireAny(schema: Schema): Schema {
  const names = (schema.anyOf ?? []).map(soleRequirement);
  if (names.length === 0 || names.includes(undefined)) return schema;
  const { anyOf: _, ...rest } = schema;
  return { ...rest, [REQUIRE_ANY]: names };
}

function soleRequirement(branch: unknown): string | undefined {
  if (!isObject(branch) || Object.keys(branch).length !== 1 || !Array.isArray(branch.required)) return undefined;
  const names: readonly unknown[] = branch.required;
  return names.length === 1 && typeof names[0] === 'string' ? names[0] : undefined;
}
