import { mapDocumentSchemas } from '../../openapi/map-document-schemas.js';
import type { OpenApi } from '../../openapi/document.js';
import { componentName, componentRef, isObject, type Schema } from '../../json/schema.js';
import { asObject } from './desugar-schemas.js';
import { pascalCase } from '../../openapi/identifiers.js';
import { pointTo } from '../../openapi/walk-operations.js';
import { mapSchema } from '../../json/subschemas.js';
import { fragmentSegments } from '../../json/pointer.js';

/**
 * Gives every schema that a reference leads to a name of its own. References may lead anywhere, also into a property or
 * an answer of some operation (`#/components/schemas/Order/properties/item`), but types and validators go by name.
 */
export function nameTargets(document: OpenApi): OpenApi {
  const added: Record<string, Schema> = {};
  const taken = new Set(Object.keys(document.components?.schemas ?? {}).map((name) => pascalCase(name).toLowerCase()));
  const names = new Map<string, string>();
  const nameOf = (ref: string): string | undefined => {
    const known = names.get(ref);
    if (known !== undefined) return known;
    const target = asObject(pointTo(document, ref));
    if (!isObject(target)) return undefined;
    const name = freeName(ref, taken);
    names.set(ref, name);
    added[name] = rename(target);
    return name;
  };
  const rename = (schema: Schema): Schema =>
    mapSchema(schema, (part) => {
      const isDeep = part.$ref?.startsWith('#/') === true && componentName(part.$ref) === undefined;
      const name = isDeep ? nameOf(part.$ref) : undefined;
      return name === undefined ? part : { ...part, $ref: componentRef(name) };
    });
  const renamed = mapDocumentSchemas(document, rename);
  if (names.size === 0) return document;
  return { ...renamed, components: { ...renamed.components, schemas: { ...renamed.components?.schemas, ...added } } };
}

/** `#/components/schemas/Order/properties/item` → `OrderItem` */
function freeName(ref: string, taken: Set<string>): string {
  const segments = fragmentSegments(ref);
  const wanted = pascalCase([segments[0] === 'components' ? segments[2] : '', segments.at(-1)].join(' '));
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}${count}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
