import type { OpenApi } from './document.js';
import { isObject, mapList, mapValues, type Schema } from '../json/schema.js';
import { METHODS } from './walk-operations.js';

/** What a key of some kind of object holds: itself (0), a list or map of it (1), or maps of it in a map (2). */
type Part = readonly [kind: Kind, levels: number];
type Kind = 'document' | 'components' | 'pathItem' | 'operation' | 'body' | 'carrier' | 'media' | 'encoding' | 'schema';

// By kind and not by key: a response is called `default`, a header `X-Total`, a parameter may be called `schema`.
const PARTS: Readonly<Record<Kind, ReadonlyMap<string, Part>>> = {
  document: parts({ paths: ['pathItem', 1], webhooks: ['pathItem', 1], components: ['components', 0] }),
  components: parts({
    responses: ['body', 1],
    requestBodies: ['body', 1],
    parameters: ['carrier', 1],
    headers: ['carrier', 1],
    callbacks: ['pathItem', 2],
    pathItems: ['pathItem', 1],
  }),
  pathItem: parts({
    parameters: ['carrier', 1],
    ...Object.fromEntries(METHODS.map((method): [string, Part] => [method, ['operation', 0]])),
  }),
  operation: parts({
    parameters: ['carrier', 1],
    requestBody: ['body', 0],
    responses: ['body', 1],
    callbacks: ['pathItem', 2],
  }),
  body: parts({ headers: ['carrier', 1], content: ['media', 1] }),
  // A parameter or a header.
  carrier: parts({ schema: ['schema', 0], content: ['media', 1] }),
  media: parts({ schema: ['schema', 0], encoding: ['encoding', 1] }),
  encoding: parts({ headers: ['carrier', 1] }),
  schema: parts({}),
};

/**
 * Applies `change` to every schema that no other schema contains: the named ones, and those of parameters, headers and
 * bodies. A named one may be `true` or `false`.
 */
export function mapDocumentSchemas(document: OpenApi, change: (schema: Schema) => Schema): OpenApi {
  const mapPart = (value: unknown, [kind, levels]: Part): unknown => {
    if (levels > 0 && Array.isArray(value)) return mapList(value, (part) => mapPart(part, [kind, levels - 1]));
    if (levels > 0 && isObject(value)) return mapValues(value, (part) => mapPart(part, [kind, levels - 1]));
    if (!isObject(value)) return value;
    return kind === 'schema' ? change(value) : mapValues(value, (part, key) => mapKey(part, PARTS[kind].get(key)));
  };
  const mapKey = (value: unknown, part: Part | undefined): unknown =>
    part === undefined ? value : mapPart(value, part);
  // Only schemas inside it change.
  const mapped = mapPart(document, ['document', 0]) as OpenApi;
  const { schemas } = document.components ?? {};
  return { ...mapped, components: { ...mapped.components, ...(schemas && { schemas: mapValues(schemas, change) }) } };
}

function parts(held: Readonly<Record<string, Part>>): ReadonlyMap<string, Part> {
  return new Map(Object.entries(held));
}
