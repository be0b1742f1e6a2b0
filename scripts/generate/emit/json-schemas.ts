import { jsonFile } from '../banner.js';
import type { Model, OutputFile } from '../model.js';
import { componentName, isObject, mapValues, type Schema } from '../schema.js';

/** `schemas/<Name>.json`: JSON Schema 2020-12, each complete in itself, for editors and other languages. */
export function emitJsonSchemas(model: Model): OutputFile[] {
  const schemas = new Map(model.schemas.map(({ name, schema }) => [name, schema]));
  return model.schemas.map(({ name, schema }) => {
    const others = [...reachable(schema, schemas)].sort();
    const defs = Object.fromEntries(others.map((other) => [other, localReferences(schemas.get(other))]));
    const body = isObject(schema) ? localReferences(schema) : schema;
    return jsonFile(`schemas/${name}.json`, {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: name,
      ...(isObject(body) ? body : {}),
      ...(others.length > 0 && { $defs: defs }),
    });
  });
}

/** The names of all schemas that one leads to, itself only when it is recursive. */
export function reachable(schema: Schema, schemas: ReadonlyMap<string, Schema>): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isObject(node)) return;
    const name =
      typeof node.$ref === 'string' ? componentName(/^#\/components\/schemas\/[^/]+/.exec(node.$ref)?.[0]) : undefined;
    if (name !== undefined && !found.has(name)) {
      found.add(name);
      visit(schemas.get(name));
    }
    Object.values(node).forEach(visit);
  };
  visit(schema);
  return found;
}

function localReferences(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(localReferences);
  if (!isObject(node)) return node;
  return mapValues(node, (value, key) =>
    key === '$ref' && typeof value === 'string'
      ? value.replace(/^#\/components\/schemas\//, '#/$defs/')
      : localReferences(value),
  );
}
