import { mapDocumentSchemas } from '../../openapi/map-document-schemas.js';
import type { OpenApi } from '../../openapi/document.js';
import type { Schema } from '../../json/schema.js';
import { mapSchema, mapSubschemas } from '../../json/subschemas.js';

/** The keyword that names the alias of a schema for the types emitter. Never read from a spec: it is removed first. */
export const ALIAS = 'x-iamport-kit-alias';

/** The keyword of what is bytes where programs hold it: `sent` or `received`. A spec may not set it either. */
export const BINARY = 'x-iamport-kit-binary';

/**
 * Gives every schema the form that the later steps expect. `true` and `false` become objects, except for properties, items and
 * definitions, where the later steps read them. Removed are our own marks, which no spec may set, and `nullable`, which OpenAPI 3.1
 * ignores and some tools honour.
 */
export function desugarSchemas(document: OpenApi): OpenApi {
  return mapDocumentSchemas(document, (schema) => mapSchema(asObject(schema), desugar));
}

function desugar({ [ALIAS]: _, [BINARY]: __, nullable: ___, ...schema }: Schema): Schema {
  return mapSubschemas(schema, (part, { applies }) =>
    applies === 'part' || applies === 'other' ? part : asObject(part),
  );
}

/** A schema as an object: `true` accepts every value, `false` none. */
export function asObject<Value>(schema: Value): Value | Schema {
  if (typeof schema !== 'boolean') return schema;
  return schema ? {} : { not: {} };
}
