import { referredBy, typesOf, type Schema, type Schemas } from '../../json/schema.js';
import type { Parameter } from '../../openapi/document.js';
import { parameterSchema } from '../../openapi/parameter-schema.js';

/** How a parameter is written: the words of OpenAPI, with their defaults put in. */
export interface ParameterStyle {
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved?: boolean;
  /** Of a parameter with `content`. */
  readonly mediaType?: string;
}

/** The default of the runtime: text, and arrays in a query as repeated names. */
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  path: ['string'],
  query: ['string', 'integer', 'number', 'boolean', 'null', 'array'],
  header: ['string', 'integer', 'number', 'boolean', 'null'],
};

/**
 * How a parameter is serialized, or `undefined` for the default of the runtime.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function parameterStyle(parameter: Parameter, schemas: Schemas): ParameterStyle | undefined {
  const { in: place, allowReserved, content } = parameter;
  const [mediaType] = Object.keys(content ?? {});
  const style = parameter.style ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  const explode = parameter.explode ?? (style === 'form' || style === 'deepObject');
  const how: ParameterStyle = {
    ...{ style, explode },
    ...(allowReserved === true && place === 'query' && { allowReserved }),
    ...(mediaType !== undefined && { mediaType }),
  };
  const isDefault = place === 'query' ? style === 'form' && explode : style === 'simple';
  const types = typesIn(parameterSchema(parameter), schemas);
  const isPlain = isDefault && types.every((type) => PLAIN[place]?.includes(type) === true);
  return isPlain && mediaType === undefined && how.allowReserved === undefined ? undefined : how;
}

/** The types a schema allows, through references and alternatives; `any` where it does not say. */
function typesIn(schema: Schema, schemas: Schemas, depth = 0): readonly string[] {
  const own = typesOf(schema);
  if (own.length > 0) return own;
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values !== undefined) return values.map((value) => (typeof value === 'object' ? 'any' : typeof value));
  const target = referredBy(schema, schemas);
  const parts = [...(target === undefined ? [] : [target]), ...(schema.allOf ?? []).slice(0, 1)];
  const inside = [...parts, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (inside.length === 0 || depth > 8) return ['any'];
  return inside.flatMap((part) => typesIn(part, schemas, depth + 1));
}
