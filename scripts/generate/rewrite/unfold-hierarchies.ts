import { reachable } from '../../json/reachable.js';
import { componentName, componentRef, isObject, mapValues, type Schema, type Schemas } from '../../json/schema.js';
import type { OpenApi } from '../../openapi/document.js';
import { createNamer, pascalCase } from '../../openapi/identifiers.js';

/**
 * Makes a base schema with a discriminator the union of the schemas that inherit from it with `allOf`. What they inherit
 * becomes a schema of its own, `PetBase` for `Pet`: a union of schemas that refer to the union would never end.
 */
export function unfoldHierarchies(document: OpenApi): OpenApi {
  const schemas = document.components?.schemas ?? {};
  const heirs = heirsOf(schemas);
  const bases = Object.entries(schemas).filter(([name, schema]) => isBase(schema) && heirs.has(name));
  if (bases.length === 0) return document;
  const unique = createNamer();
  Object.keys(schemas).forEach((name) => unique(pascalCase(name)));
  const baseNames = new Map(bases.map(([name]) => [name, unique(`${pascalCase(name)}Base`)]));
  const inherited = mapValues(schemas, (schema) => inheritFrom(schema, baseNames));
  const unions = bases.map(([name, schema]): [string, Schema] => [name, unionOf(schema, descendants(name, heirs))]);
  const moved = bases.map(([name]): [string, Schema] => {
    const { discriminator: _, ...base } = inherited[name] ?? {};
    return [baseNames.get(name) ?? name, base];
  });
  const all = { ...inherited, ...Object.fromEntries(unions), ...Object.fromEntries(moved) };
  return { ...document, components: { ...document.components, schemas: all } };
}

function isBase(schema: Schema): boolean {
  return isObject(schema.discriminator) && (schema.oneOf ?? schema.anyOf) === undefined;
}

/** Name of a schema → the schemas that refer to it in their `allOf`. */
function heirsOf(schemas: Schemas): ReadonlyMap<string, readonly string[]> {
  const heirs = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    for (const part of schema.allOf ?? []) {
      const base = componentName(part.$ref);
      if (base !== undefined && base !== name) heirs.set(base, [...(heirs.get(base) ?? []), name]);
    }
  }
  return heirs;
}

function descendants(name: string, heirs: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...reachable([name], (base) => heirs.get(base) ?? [])].filter((heir) => heir !== name).sort();
}

function unionOf({ discriminator, description }: Schema, members: readonly string[]): Schema {
  const oneOf = members.map((member): Schema => ({ $ref: componentRef(member) }));
  return { ...(description !== undefined && { description }), oneOf, discriminator };
}

function inheritFrom(schema: Schema, baseNames: ReadonlyMap<string, string>): Schema {
  if (schema.allOf === undefined) return schema;
  const allOf = schema.allOf.map((part) => {
    const base = baseNames.get(componentName(part.$ref) ?? '');
    return base === undefined ? part : { ...part, $ref: componentRef(base) };
  });
  return { ...schema, allOf };
}
