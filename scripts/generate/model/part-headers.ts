import { isObject, resolved, typesOf, type Schema, type Schemas } from '../../json/schema.js';
import type { Body, Parameter } from '../../openapi/document.js';
import { parameterSchema } from '../../openapi/parameter-schema.js';
import type { PartHeaderModel } from './model.js';

/** A name that a header can have (RFC 9110, `token`). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

type Media = NonNullable<Body['content']>[string];

/** The headers of one part, by name: those in its `encoding`, but `Content-Type`, which has a keyword of its own. */
export function partHeaders(encoding: unknown): Readonly<Record<string, PartHeaderModel>> {
  return Object.fromEntries(
    headersIn(encoding).map(([name, header]): [string, PartHeaderModel] => {
      const { explode, required, content } = header;
      const [mediaType] = Object.keys(content ?? {});
      const value = constantOf(parameterSchema(header));
      const isStyled = explode === true || mediaType !== undefined;
      const model = {
        ...(isStyled && { how: { style: 'simple', explode: explode === true, ...(mediaType && { mediaType }) } }),
        ...(value !== undefined && { value }),
        ...(required === true && value === undefined && { isRequired: true }),
      };
      return [name, model];
    }),
  );
}

/** The value that the document gives a header: its only one, or its default. */
function constantOf({ const: constant, enum: known = [], default: preset }: Schema): unknown {
  if (constant !== undefined) return constant;
  return known.length === 1 ? known[0] : preset;
}

function headersIn(encoding: unknown): [name: string, header: Parameter][] {
  if (!isObject(encoding) || !isObject(encoding.headers)) return [];
  return Object.entries(encoding.headers).filter(
    (entry): entry is [string, Parameter & Record<string, unknown>] =>
      isObject(entry[1]) && TOKEN.test(entry[0]) && !/^content-type$/i.test(entry[0]),
  );
}

/**
 * The field of the input with the headers that callers can give to the parts of a body, and whether a part that must be sent
 * needs one; undefined where its parts have none of their own.
 */
export function partHeadersField(
  body: Body | undefined,
  schemas: Schemas,
): { readonly schema: Schema; readonly isRequired: boolean } | undefined {
  const multipart = Object.entries(body?.content ?? {}).find(([type]) => /^multipart\//i.test(type))?.[1];
  const parts = partSchemas(multipart);
  if (parts.length === 0) return undefined;
  const whole = resolved(multipart?.schema ?? {}, schemas);
  const needed = parts.filter(([name, part]) => part.required !== undefined && whole.required?.includes(name) === true);
  const isRequired = needed.length > 0 && body?.required === true;
  return {
    isRequired,
    schema: {
      type: 'object',
      description: 'Headers of single parts of the body, by the name of the part.',
      additionalProperties: false,
      ...(isRequired && { required: needed.map(([name]) => name) }),
      properties: Object.fromEntries(
        parts.map(([name, part]) => [name, isList(whole.properties?.[name], schemas) ? eachOrAll(part) : part]),
      ),
    },
  };
}

function partSchemas(media: Media | undefined): [part: string, schema: Schema][] {
  if (!isObject(media?.encoding)) return [];
  return Object.entries(media.encoding).flatMap(([part, encoding]): [string, Schema][] => {
    const headers = headersIn(encoding);
    if (headers.length === 0) return [];
    const models = partHeaders(encoding);
    const required = headers.map(([name]) => name).filter((name) => models[name]?.isRequired === true);
    const properties = headers.map(([name, { description, ...header }]): [string, Schema] => {
      return [name, { ...parameterSchema(header), ...(description !== undefined && { description }) }];
    });
    const demanded = required.length > 0 && { required };
    return [
      [part, { type: 'object', additionalProperties: false, ...demanded, properties: Object.fromEntries(properties) }],
    ];
  });
}

/** Of several parts with one name: headers for all, or for each in order. */
function eachOrAll(part: Schema): Schema {
  return { anyOf: [part, { type: 'array', items: part }] };
}

function isList(property: Schema | boolean | undefined, schemas: Schemas): boolean {
  if (!isObject(property)) return false;
  return typesOf(resolved(property, schemas)).includes('array');
}
