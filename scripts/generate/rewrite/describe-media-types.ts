import { isObject, mapValues, resolved, typesOf, type Schema, type Schemas } from '../../json/schema.js';
import type { Body, OpenApi } from '../../openapi/document.js';
import { mainContent, mapBodies } from '../../openapi/walk-operations.js';
import { BINARY } from './desugar-schemas.js';

type Media = NonNullable<Body['content']>[string];

/**
 * Gives bodies that are not JSON the schema of what programs hold: bytes for binary content and for the files of a
 * multipart body, text for other text. A body of several media types is any of theirs.
 */
export function describeMediaTypes(document: OpenApi): OpenApi {
  const schemas = document.components?.schemas ?? {};
  const paths = mapBodies(document.paths, (body, { status }) =>
    describeBody(body, schemas, status === undefined ? 'sent' : 'received'),
  );
  return { ...document, paths };
}

type Way = 'sent' | 'received';

function describeBody(body: Body, schemas: Schemas, way: Way): Body {
  const entries = Object.entries(body.content ?? {});
  const main = mainContent(body);
  if (main === undefined) return body;
  const described = entries.map(([type, media]) => ({ type, media, schema: schemaOf(type, media, { schemas, way }) }));
  if (described.every(({ media, schema }) => media.schema === schema) && entries.length === 1) return body;
  const different = new Map(described.map(({ schema }) => [JSON.stringify(schema), schema]));
  const alternatives = [...different.values()];
  const schema = alternatives.length === 1 ? alternatives[0] : { anyOf: alternatives };
  const content = described.map(({ type, media }): [string, Media] => [
    type,
    { ...media, ...(type === main.mediaType && schema !== undefined && { schema }) },
  ]);
  return { ...body, content: Object.fromEntries(content) };
}

interface Use {
  readonly schemas: Schemas;
  readonly way: Way;
}

function schemaOf(type: string, { schema }: Media, { schemas, way }: Use): Schema {
  if (/[/+]json\b/i.test(type)) return schema ?? {};
  const whole = resolved(schema ?? {}, schemas);
  if (/^multipart\//i.test(type)) return way === 'sent' ? withFiles(whole, schemas) : { [BINARY]: way };
  if (/^application\/x-www-form-urlencoded\b/i.test(type) && way === 'sent') return schema ?? {};
  const isText = /^text\/|[/+]xml\b|^application\/(x-www-form-urlencoded|x-ndjson|yaml)\b/i.test(type);
  if (!isText) return { [BINARY]: way };
  // XML may be described as an object; what is sent is its text.
  return typesOf(whole).includes('string') && schema !== undefined ? schema : { type: 'string' };
}

/** The body in parts, with what a `Blob` can be wherever the document has binary content. */
function withFiles(schema: Schema, schemas: Schemas): Schema {
  if (schema.properties === undefined) return schema;
  const properties = mapValues(schema.properties, (property) => fileOr(property, schemas));
  return { ...schema, properties };
}

function fileOr(property: Schema, schemas: Schemas): Schema {
  const whole = resolved(property, schemas);
  const { description } = whole;
  if (isBinary(whole)) return { [BINARY]: 'sent', ...(description !== undefined && { description }) };
  if (!typesOf(whole).includes('array') || !isObject(whole.items)) return property;
  const items = fileOr(whole.items, schemas);
  return items === whole.items ? property : { ...whole, items };
}

function isBinary(schema: Schema): boolean {
  if (schema.format === 'binary') return true;
  const isEncoded = schema.contentEncoding !== undefined;
  return typeof schema.contentMediaType === 'string' && !isEncoded && !/json|^text\//.test(schema.contentMediaType);
}
