import { mapDocumentSchemas } from '../../openapi/map-document-schemas.js';
import type { OpenApi } from '../../openapi/document.js';
import { mapSchema, type Schema } from '../../json/schema.js';
import { ALIAS } from './name-enums.js';

const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const SINGLES = ['contains', 'else', 'if', 'not', 'propertyNames', 'then'];

/**
 * Gives every schema the form the later steps expect: an object where 3.1 allows `true` and `false` too, without our own
 * mark, which no spec may set, and without `nullable`, which means nothing in 3.1 but something to the tools.
 */
export function settleSchemas(document: OpenApi): OpenApi {
  return mapDocumentSchemas(document, (schema) => mapSchema(asObject(schema), settle));
}

function settle({ [ALIAS]: _, nullable: __, ...schema }: Schema): Schema {
  const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (LISTS.includes(keyword) && Array.isArray(value)) return [keyword, value.map(asObject)];
    return [keyword, SINGLES.includes(keyword) ? asObject(value) : value];
  });
  return Object.fromEntries(entries);
}

function asObject<Value>(schema: Value): Value | Schema {
  if (typeof schema !== 'boolean') return schema;
  return schema ? {} : { not: {} };
}
