import type { Fields } from './model.js';
import { partHeadersField } from './part-headers.js';
import { parameterStyle, type ParameterStyle } from './parameter-style.js';
import type { Parameter } from '../../openapi/document.js';
import { parameterSchema } from '../../openapi/parameter-schema.js';
import { type PlacedOperation, mainContent } from '../../openapi/walk-operations.js';
import { resolved, type Schema, type Schemas } from '../../json/schema.js';
import { camelCase } from '../../openapi/identifiers.js';

/** The whole input of an operation as one object, and where each field of it goes. */
export interface Input {
  readonly schema: Schema;
  readonly pathFields: Fields;
  readonly queryFields: Fields;
  readonly headerFields: Fields;
  readonly cookieFields: Fields;
  /** Input name → how the parameter is serialized, where that is not the default. */
  readonly styles: Readonly<Record<string, ParameterStyle>>;
  /** The field with headers of parts of the body. */
  readonly partHeaders?: string;
  /** Whether the body is passed as `body` instead of being spread over the input. */
  readonly isBodyWhole: boolean;
}

interface Field {
  readonly key: string;
  readonly wireName: string;
  readonly in: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
  readonly style?: ParameterStyle | undefined;
}

/**
 * Merges path, query, header, cookie and body of an operation into one object schema. Unknown fields are refused: in a request
 * they are typos.
 */
export function inputSchema(placed: PlacedOperation, schemas: Schemas): Input {
  const parameters = parameterFields(placed.parameters, schemas);
  const parts = partField(placed, parameters, schemas);
  const fields = [...parameters, ...parts];
  const { requestBody } = placed.operation;
  const reference = mainContent(requestBody)?.schema;
  const body = reference && resolved(reference, schemas);
  const isRequired = requestBody?.required === true;
  const keys = new Set(fields.map(({ key }) => key));
  const isBodyWhole = body !== undefined && !canSpread(body, isRequired, keys);
  const spread = isBodyWhole ? {} : (body ?? {});
  const whole: Field[] =
    reference !== undefined && isBodyWhole
      ? [{ key: 'body', wireName: 'body', in: 'body', schema: reference, isRequired }]
      : [];
  return {
    schema: merge([...fields, ...whole], spread, placed),
    pathFields: fieldsIn(fields, 'path'),
    queryFields: fieldsIn(fields, 'query'),
    headerFields: fieldsIn(fields, 'header'),
    cookieFields: fieldsIn(fields, 'cookie'),
    ...(parts[0] && { partHeaders: parts[0].key }),
    styles: Object.fromEntries(
      fields.flatMap(({ key, style }): [string, ParameterStyle][] => (style === undefined ? [] : [[key, style]])),
    ),
    isBodyWhole,
  };
}

// Members of every object: a caller that leaves such a parameter out would pass them.
const INHERITED: readonly string[] = [
  ...['__proto__', '__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__', 'hasOwnProperty'],
  ...['isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'valueOf'],
];

function parameterFields(parameters: readonly Parameter[], schemas: Schemas): Field[] {
  const taken = new Set<string>();
  return parameters.map((parameter): Field => {
    const plain = parameter.in === 'header' ? camelCase(parameter.name) : parameter.name.replace(/\[\]$/, '');
    const key = taken.has(plain) || INHERITED.includes(plain) ? `${parameter.in}_${plain}` : plain;
    taken.add(key);
    const { description, deprecated } = parameter;
    const schema = {
      ...parameterSchema(parameter),
      ...(description !== undefined && { description }),
      ...(deprecated && { deprecated }),
    };
    const { name: wireName, required: isRequired = false } = parameter;
    return { key, wireName, in: parameter.in, schema, isRequired, style: parameterStyle(parameter, schemas) };
  });
}

/** One field with the headers of parts, under a name that no parameter has. */
function partField({ operation }: PlacedOperation, parameters: readonly Field[], schemas: Schemas): Field[] {
  const field = partHeadersField(operation.requestBody, schemas);
  if (field === undefined) return [];
  const name = 'partHeaders';
  const key = parameters.some((parameter) => parameter.key === name) ? `multipart_${name}` : name;
  return [{ key, wireName: key, in: 'part', ...field }];
}

/** Only a plain object can be spread, and only when none of its fields is a parameter's too. */
function canSpread(schema: Schema, isRequired: boolean, taken: ReadonlySet<string>): boolean {
  if (schema.properties === undefined || (schema.$ref ?? schema.allOf ?? schema.oneOf ?? schema.if) !== undefined)
    return false;
  if (typeof schema.additionalProperties === 'object' || schema.patternProperties !== undefined) return false;
  if (!isRequired && (schema.required ?? []).length > 0) return false;
  const isGroup = (branch: Schema): boolean => Object.keys(branch).every((keyword) => keyword === 'required');
  return (schema.anyOf ?? []).every(isGroup) && !Object.keys(schema.properties).some((name) => taken.has(name));
}

function merge(fields: readonly Field[], spread: Schema, { method, path }: PlacedOperation): Schema {
  const required = [...fields.filter(({ isRequired }) => isRequired).map(({ key }) => key), ...(spread.required ?? [])];
  const properties = Object.fromEntries(fields.map(({ key, schema }): [string, Schema] => [key, schema]));
  return {
    type: 'object',
    description: `Input of \`${method} ${path}\`.`,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
    ...(spread.anyOf && { anyOf: spread.anyOf }),
    properties: { ...properties, ...spread.properties },
  };
}

function fieldsIn(fields: readonly Field[], place: string): Fields {
  return Object.fromEntries(fields.filter((field) => field.in === place).map(({ key, wireName }) => [key, wireName]));
}
