import { hasAllowedType } from '../../json/kind.js';
import { isObject, mapValues, resolved, type Schema, type Schemas } from '../../json/schema.js';
import { formatNamed } from '../../json/formats/format-table.js';
import type { Choice } from './keywords/alternatives.js';
import { switchByValue } from './switch-by-value.js';
import { mapSchema } from '../../json/subschemas.js';

// Annotations only make the output larger; identifiers of a spec's own choosing must not steer how Ajv resolves
// references (and `$id` would end up in a comment of the generated code).
const DROPPED = new Set([
  ...['$anchor', '$comment', '$dynamicAnchor', '$id', '$schema', 'default', 'deprecated', 'description'],
  ...['discriminator', 'example', 'examples', 'externalDocs', 'readOnly', 'title', 'writeOnly', 'xml'],
]);

/** Schemas ready to be compiled. */
export interface PreparedSchemas {
  readonly schemas: Schemas;
  /** Whether any of them has `unevaluatedProperties` or `unevaluatedItems`. */
  readonly tracksEvaluated: boolean;
}

/**
 * Rewrites schemas so that the validators made from them say exactly what is wrong. They accept the same values:
 *
 * - `X` or null → null is checked first, so an object never gets the error "must be null"
 * - two alternatives distinguished by a constant (`code: 0` or not) → a choice, so only the matching one reports errors
 * - any number of alternatives distinguished by the values of a property → a switch
 * - two alternatives distinguished by a property that one requires and the other forbids → `if`/`then`/`else`
 * - a type beside a list of values or a constant → the list alone, so that one mistake gives one issue
 * - a closed object → a list of its names
 * - "one of these properties" → a single check instead of one issue per property
 */
export function prepareSchemas(components: Schemas): PreparedSchemas {
  const tracksEvaluated = /"unevaluated(Properties|Items)"/.test(JSON.stringify(components));
  const rewrite = (part: Schema): Schema => {
    const chosen = chooseByConstant(extractNullable(dropImpliedType(dropAnnotations(part))), components);
    return closeObject(requireAny(chooseByPresence(switchByValue(chosen, components), components)));
  };
  // Those keywords look into unions and at declared properties; the rewritten forms would hide both.
  const change = tracksEvaluated ? dropAnnotations : rewrite;
  return { schemas: mapValues(components, (schema) => mapSchema(schema, change)), tracksEvaluated };
}

function dropAnnotations(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword, value]) => asksAnything(keyword, value)));
}

function asksAnything(keyword: string, value: unknown): boolean {
  if (keyword === 'format') return formatNamed(value) !== undefined;
  return !DROPPED.has(keyword) && !keyword.startsWith('x-');
}

function dropImpliedType(schema: Schema): Schema {
  const listed = schema.enum ?? (Object.hasOwn(schema, 'const') ? [schema.const] : []);
  const isTyped = schema.type !== undefined && listed.length > 0;
  if (!isTyped || !listed.every((value) => hasAllowedType(schema, value))) return schema;
  const { type: _, ...rest } = schema;
  return rest;
}

function extractNullable(schema: Schema): Schema {
  const keyword = schema.anyOf ? 'anyOf' : 'oneOf';
  const branches = schema[keyword] ?? [];
  const others = branches.filter(({ type }) => type !== 'null');
  const [only] = others;
  if (only === undefined || others.length !== 1 || branches.length !== 2 || schema.notNull !== undefined) return schema;
  const { [keyword]: _, ...rest } = schema;
  return { ...rest, notNull: only };
}

function chooseByConstant(schema: Schema, components: Schemas): Schema {
  const keyword = schema.anyOf ? 'anyOf' : 'oneOf';
  const [a, b, ...more] = schema[keyword] ?? [];
  if (a === undefined || b === undefined || more.length > 0) return schema;
  const found = discriminatorOf(resolved(a, components), resolved(b, components));
  if (found === undefined) return schema;
  const { [keyword]: _, ...rest } = schema;
  // A value that is neither the constant nor of its type matches no alternative; only that is reported.
  const { property, type } = found;
  const otherwise: Schema = { type: 'object', required: [property], properties: { [property]: { type } } };
  const choice: Choice = { ...found, then: a, else: b, otherwise };
  return { ...rest, chooseBy: choice };
}

function chooseByPresence(schema: Schema, components: Schemas): Schema {
  const keyword = schema.anyOf ? 'anyOf' : 'oneOf';
  const [a, b, ...more] = schema[keyword] ?? [];
  if (a === undefined || b === undefined || more.length > 0 || schema.if !== undefined) return schema;
  const refused = onlyRequired(resolved(b, components).not);
  const first = resolved(a, components);
  const isDemanded = first.type === 'object' && refused.every((name) => first.required?.includes(name));
  if (refused.length === 0 || !isDemanded) return schema;
  const { [keyword]: _, ...rest } = schema;
  return { ...rest, if: { type: 'object', required: refused }, then: a, else: b };
}

/** The properties that an object schema requires, if it has no other constraints. */
function onlyRequired(schema: Schema = {}): readonly string[] {
  const { type, required = [], properties = {}, ...others } = schema;
  const asked = [others, ...Object.values(properties)].flatMap((part) => Object.keys(dropAnnotations(part)));
  return type === 'object' && asked.length === 0 ? required : [];
}

/** A property that must be a constant in `a`, and anything else of the same type in `b`. */
function discriminatorOf(a: Schema, b: Schema): Pick<Choice, 'property' | 'constant' | 'type'> | undefined {
  for (const property of a.required ?? []) {
    const constant = a.properties?.[property]?.const;
    const other = b.properties?.[property];
    const isRefused = constant !== undefined && other?.not?.const === constant && b.required?.includes(property);
    if (isRefused && typeof other.type === 'string' && hasAllowedType(other, constant))
      return { property, constant, type: other.type };
  }
  return undefined;
}

function closeObject(schema: Schema): Schema {
  if (schema.additionalProperties !== false || schema.patternProperties !== undefined) return schema;
  const { additionalProperties: _, ...rest } = schema;
  return { ...rest, closed: Object.keys(schema.properties ?? {}) };
}

function requireAny(schema: Schema): Schema {
  const names = (schema.anyOf ?? []).map(soleRequirement);
  if (names.length === 0 || names.includes(undefined)) return schema;
  const { anyOf: _, ...rest } = schema;
  return { ...rest, requireAny: names };
}

function soleRequirement(branch: unknown): string | undefined {
  if (!isObject(branch) || Object.keys(branch).length !== 1 || !Array.isArray(branch.required)) return undefined;
  const names: readonly unknown[] = branch.required;
  return names.length === 1 && typeof names[0] === 'string' ? names[0] : undefined;
}
