import { mapDocumentSchemas } from './map-document-schemas.js';
import type { OpenApi } from './document.js';
import { typesOf, type Schema } from '../json/schema.js';
import { mapSchema } from '../json/subschemas.js';

/**
 * Turns an OpenAPI 3.0 document into the same document in 3.1, where schemas are JSON Schema 2020-12. Documents that are
 * 3.1 already come back as they are.
 *
 * @see https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
 */
export function upgrade(document: OpenApi): OpenApi {
  if (!document.openapi.startsWith('3.0.')) return document;
  return { ...mapDocumentSchemas(document, upgradeSchema), openapi: '3.1.0' };
}

function upgradeSchema(schema: Schema): Schema {
  if (typeof schema === 'boolean') return schema;
  return mapSchema(schema, (part) => nameNull(plainBounds(listExample(lonelyReference(part)))));
}

/** OpenAPI 3.0 ignores siblings of `$ref`. */
function lonelyReference(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : { $ref: schema.$ref };
}

function listExample(schema: Schema): Schema {
  const { example, ...rest } = schema;
  return example === undefined ? schema : { ...rest, examples: [example] };
}

/** `minimum: 0, exclusiveMinimum: true` → `exclusiveMinimum: 0` */
function plainBounds(schema: Schema): Schema {
  return [['minimum', 'exclusiveMinimum'] as const, ['maximum', 'exclusiveMaximum'] as const].reduce<Schema>(
    (current, [bound, exclusive]) => {
      if (typeof current[exclusive] !== 'boolean') return current;
      const { [exclusive]: isExclusive, [bound]: limit, ...rest } = current;
      if (limit === undefined) return rest;
      return { ...rest, [isExclusive === true ? exclusive : bound]: limit };
    },
    schema,
  );
}

/** `nullable: true` → `null` among the types, the enum or the alternatives. */
function nameNull(schema: Schema): Schema {
  const { nullable, ...rest } = schema;
  if (nullable === undefined) return schema;
  if (nullable !== true) return rest;
  const types = typesOf(rest);
  if (types.length === 0) return (rest.allOf ?? rest.anyOf ?? rest.oneOf) ? { anyOf: [rest, { type: 'null' }] } : rest;
  const withNull = rest.enum !== undefined && !rest.enum.includes(null) ? { enum: [...rest.enum, null] } : {};
  return { ...rest, ...withNull, type: [...types, 'null'] };
}
