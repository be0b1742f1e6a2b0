import { isKeyword } from '../../json/keywords.js';
import type { Schema } from '../../json/schema.js';
import { mapSchema } from '../../json/subschemas.js';
import type { OpenApi } from '../../openapi/document.js';
import { mapDocumentSchemas } from '../../openapi/map-document-schemas.js';

/** Removes unknown keywords from schemas: other tools, such as Ajv, give some of them a meaning. */
export function dropUnknownKeywords(document: OpenApi): OpenApi {
  return mapDocumentSchemas(document, (schema) => mapSchema(schema, keywordsOf));
}

function keywordsOf(schema: Schema): Schema {
  const entries = Object.entries(schema);
  const known = entries.filter(([key]) => isKeyword(key));
  return known.length === entries.length ? schema : Object.fromEntries(known);
}
