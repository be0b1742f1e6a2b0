import { isObject } from '../json/schema.js';
import { subschemasOf } from '../json/subschemas.js';
import type { OpenApi } from '../openapi/document.js';
import { METHODS } from '../openapi/walk-operations.js';

/** Keys of texts for readers; `source` is one of a code table. */
export const TEXT_NAMES: readonly string[] = ['title', 'summary', 'description', 'source'];

/**
 * Normalised JSONPaths of every text of a document: of its `info`, tags, servers and security schemes, of operations with
 * their parameters and responses, of schemas with all their parts, and of code tables. Every property has one; other nodes may
 * have none.
 */
export function translatable(document: OpenApi): string[] {
  const { components = {} } = document;
  return [
    ...textsOf(document.info, place('info')),
    ...textsOf(document.externalDocs, place('externalDocs')),
    ...inList(document.tags, place('tags')),
    ...inList(document.servers, place('servers')),
    ...(['securitySchemes', 'parameters', 'responses'] as const).flatMap((section) =>
      inMap(components[section], place('components', section)),
    ),
    ...(['paths', 'webhooks'] as const).flatMap((section) =>
      Object.entries(document[section] ?? {}).flatMap(([name, item]) => ofOperations(item, place(section, name))),
    ),
    ...Object.entries(components.schemas ?? {}).flatMap(([name, schema]) => {
      const at = place('components', 'schemas', name);
      return [...textsOf(schema, at, ['description']), ...ofParts(schema, at)];
    }),
    ...inMap(document['x-code-tables'], place('x-code-tables')),
  ];
}

function ofOperations(item: object, at: string): string[] {
  return Object.entries(item).flatMap(([method, operation]: [string, unknown]) => {
    if (!METHODS.includes(method) || !isObject(operation)) return [];
    const own = at + segment(method);
    return [
      ...textsOf(operation, own),
      ...inList(operation.parameters, own + segment('parameters')),
      ...inMap(operation.responses, own + segment('responses')),
    ];
  });
}

/** Texts inside a schema. Its properties, and theirs, have one each; alternatives, items and conditions may have none. */
function ofParts(schema: unknown, at: string, isOwn = true): string[] {
  if (!isObject(schema)) return [];
  return subschemasOf(schema).flatMap(({ schema: part, keyword, key }) => {
    const isListed = Array.isArray(schema[keyword]);
    const own = at + segment(keyword) + (key === undefined ? '' : isListed ? `[${key}]` : segment(key));
    const isProperty = isOwn && keyword === 'properties';
    return [
      ...(isProperty ? [own + segment('description')] : textsOf(part, own, ['description'])),
      ...ofParts(part, own, isProperty),
    ];
  });
}

function inList(list: unknown, at: string): string[] {
  return Array.isArray(list) ? list.flatMap((each: unknown, index) => textsOf(each, `${at}[${index}]`)) : [];
}

function inMap(map: unknown, at: string): string[] {
  return isObject(map) ? Object.entries(map).flatMap(([name, each]) => textsOf(each, at + segment(name))) : [];
}

/** The title of a schema is its name and is not translated. */
function textsOf(value: unknown, at: string, names: readonly string[] = TEXT_NAMES): string[] {
  if (!isObject(value)) return [];
  return names.filter((name) => typeof value[name] === 'string').map((name) => at + segment(name));
}

function place(...names: readonly string[]): string {
  return `$${names.map(segment).join('')}`;
}

/** One name segment of a normalised JSONPath. */
export function segment(name: string): string {
  return `['${name.replace(/[\\']/g, '\\$&')}']`;
}
