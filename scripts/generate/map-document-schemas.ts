import type { OpenApi } from './model.js';
import { isObject, mapList, mapValues, type Schema } from './schema.js';

/** Keys under which a document holds data that only looks like schemas. */
const DATA = new Set(['default', 'enum', 'example', 'examples', 'value']);

/**
 * Applies `change` to every schema that no other schema contains: the named ones, and those of parameters, headers and
 * bodies.
 */
export function mapDocumentSchemas(document: OpenApi, change: (schema: Schema) => Schema): OpenApi {
  const inside = (node: unknown): unknown => {
    if (Array.isArray(node)) return mapList(node, inside);
    return isObject(node) ? mapValues(node, insideKey) : node;
  };
  const insideKey = (value: unknown, key: string): unknown => {
    if (DATA.has(key) || key.startsWith('x-')) return value;
    return key === 'schema' && isObject(value) ? change(value) : inside(value);
  };
  const { schemas, ...components } = document.components ?? {};
  return {
    // Only schemas inside it change.
    ...(inside({ ...document, components }) as OpenApi),
    components: { ...mapValues(components, inside), ...(schemas && { schemas: mapValues(schemas, change) }) },
  };
}
