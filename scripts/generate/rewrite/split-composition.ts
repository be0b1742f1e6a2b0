import { mapSchema, type Schema } from '../../json/schema.js';

/** Keywords that say something about a schema without constraining a value. */
const ANNOTATIONS = ['description', 'title', 'deprecated', 'examples', 'default', 'readOnly', 'writeOnly'];

/**
 * Rewrites what openapi-typescript 7.13 mistypes into what it gets right. The meaning for a type stays the same:
 *
 * - `properties` beside `anyOf`/`oneOf` (it would give `unknown`) → an intersection of both
 * - a branch with only `required` → an object that demands those properties
 * - `$ref` beside constraints (it would drop them) → an intersection
 * - `allOf` with a part that is only `required` → `required` beside `allOf`
 * - `const: null` (it would give `unknown`) → `type: 'null'`
 * - `discriminator` (it would narrow the property, which OpenAPI forbids: "a hint", no constraint) → left out
 * - `properties` beside typed `additionalProperties` (nothing would satisfy it) → open, untyped
 *
 * @see https://github.com/openapi-ts/openapi-typescript/issues/2380
 */
export function splitComposition(schema: Schema): Schema {
  return mapSchema(schema, (part) =>
    splitUnion(splitReference(liftRequired(plainNull(openExtras(dropDiscriminator(part)))))),
  );
}

function dropDiscriminator(schema: Schema): Schema {
  if (schema.discriminator === undefined) return schema;
  const { discriminator: _, ...rest } = schema;
  return rest;
}

function plainNull(schema: Schema): Schema {
  if (schema.const !== null || !Object.hasOwn(schema, 'const')) return schema;
  const { const: _, ...rest } = schema;
  return { ...rest, type: 'null' };
}

function openExtras(schema: Schema): Schema {
  if (schema.properties === undefined || typeof schema.additionalProperties !== 'object') return schema;
  return { ...schema, additionalProperties: true };
}

function liftRequired(schema: Schema): Schema {
  if (schema.allOf === undefined) return schema;
  const isBare = (part: Schema): boolean => Object.keys(part).every((keyword) => keyword === 'required');
  const lifted = schema.allOf.filter(isBare).flatMap((part) => part.required ?? []);
  if (lifted.length === 0) return schema;
  return {
    ...schema,
    allOf: schema.allOf.filter((part) => !isBare(part)),
    required: [...(schema.required ?? []), ...lifted],
  };
}

function splitReference(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...beside } = schema;
  const [annotations, constraints] = partition(beside);
  if (Object.keys(constraints).length === 0) return schema;
  const { required, ...others } = constraints;
  const parts: Schema[] = [{ $ref }, ...(Object.keys(others).length > 0 ? [others] : [])];
  return { ...annotations, allOf: parts, ...(required !== undefined && { required }) };
}

function splitUnion(schema: Schema): Schema {
  if ((schema.anyOf ?? schema.oneOf) === undefined || !isObjectLike(schema)) return schema;
  const { anyOf, oneOf, ...base } = schema;
  const [annotations, constraints] = partition(base);
  const unions = [anyOf, oneOf].filter((branches) => branches !== undefined);
  const demanded = unions.map((branches): Schema => ({
    anyOf: branches.map((branch) => demandProperties(branch, base)),
  }));
  return { ...annotations, allOf: [constraints, ...demanded] };
}

function isObjectLike(schema: Schema): boolean {
  return schema.properties !== undefined || schema.allOf !== undefined;
}

function demandProperties(branch: Schema, base: Schema): Schema {
  if (branch.required === undefined || branch.$ref !== undefined || branch.allOf !== undefined) return branch;
  const inherited = branch.required.map((name): [string, Schema] => [name, base.properties?.[name] ?? {}]);
  return { ...branch, type: 'object', properties: { ...Object.fromEntries(inherited), ...branch.properties } };
}

function partition(schema: Schema): [annotations: Schema, constraints: Schema] {
  const entries = Object.entries(schema);
  const isAnnotation = ([keyword]: [string, unknown]): boolean =>
    ANNOTATIONS.includes(keyword) || keyword.startsWith('x-');
  return [
    Object.fromEntries(entries.filter(isAnnotation)),
    Object.fromEntries(entries.filter((entry) => !isAnnotation(entry))),
  ];
}
