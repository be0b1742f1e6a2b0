import { isObject, referredBy, typesOf, type Schema } from '../../json/schema.js';
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
      return [
        name,
        {
          ...(isStyled && { how: { style: 'simple', explode: explode === true, ...(mediaType && { mediaType }) } }),
          ...(value !== undefined && { value }),
          ...(required === true && value === undefined && { isRequired: true }),
        },
      ];
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

/** A field of the input with the headers of parts: its schema, and whether a part that must be sent needs one. */
export interface PartHeadersField {
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** The headers that callers can give to the parts of a body; undefined where its parts have none of their own. */
export function partHeadersField(
  body: Body | undefined,
  schemas: Readonly<Record<string, Schema>>,
): PartHeadersField | undefined {
  const multipart = Object.entries(body?.content ?? {}).find(([type]) => /^multipart\//i.test(type))?.[1];
  const parts = partSchemas(multipart);
  if (parts.length === 0) return undefined;
  const whole = referredBy(multipart?.schema ?? {}, schemas) ?? multipart?.schema ?? {};
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
    return [
      [
        part,
        {
          type: 'object',
          additionalProperties: false,
          ...(required.length > 0 && { required }),
          properties: Object.fromEntries(properties),
        },
      ],
    ];
  });
}

/** Of several parts with one name: headers for all, or for each in order. */
function eachOrAll(part: Schema): Schema {
  return { anyOf: [part, { type: 'array', items: part }] };
}

function isList(property: Schema | boolean | undefined, schemas: Readonly<Record<string, Schema>>): boolean {
  if (!isObject(property)) return false;
  return typesOf(referredBy(property, schemas) ?? property).includes('array');
}
