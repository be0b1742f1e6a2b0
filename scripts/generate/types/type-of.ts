import { componentName, isObject, mapValues, typesOf, type Schema, type Schemas } from '../../json/schema.js';
import { isSchema } from '../../json/subschemas.js';
import { ALIAS, BINARY } from '../rewrite/desugar-schemas.js';
import { docComment, literal, propertyName } from '../text.js';
import { demandedElsewhere } from './demanded.js';
import { intersection, listOf, NEVER, NULL, plain, union, UNKNOWN, type Piece } from './piece.js';

/** What types are written with. */
export interface TypeContext {
  /** The named schemas of the document, as `nameEnums` leaves them. */
  readonly schemas: Schemas;
  /** Called with every name that a type refers to. */
  readonly use: (name: string) => void;
  /** Spaces in front of the line a type begins in. */
  readonly indent: string;
}

// A stream can be sent once only: its call is not tried again.
const SENT = ['ArrayBuffer', 'Blob', 'ReadableStream', 'string', 'Uint8Array'];

/**
 * The TypeScript type of the values that a schema accepts, as far as types can say it. A schema without `type` that has
 * properties counts as an object, which is what authors mean.
 *
 * @param outer the schemas that this one is an alternative or a part of, innermost first.
 */
export function typeOf(schema: Schema | boolean, context: TypeContext, outer: readonly Schema[] = []): Piece {
  if (typeof schema === 'boolean') return schema ? UNKNOWN : NEVER;
  if (isImpossible(schema)) return NEVER;
  const alias = schema[ALIAS];
  // Set by `nameEnums` and an identifier, never text of the spec.
  if (typeof alias === 'string') return named(alias, typesOf(schema).includes('null'), context);
  if (schema[BINARY] === 'sent') return union(SENT.map(plain));
  if (schema[BINARY] === 'received') return plain('Uint8Array');
  const inside = [schema, ...outer];
  const alternatives = [schema.anyOf, schema.oneOf].flatMap((branches) =>
    branches === undefined ? [] : [union(branches.map((branch) => typeOf(branch, context, inside)))],
  );
  const parts = [...referenceOf(schema, context), ...(schema.allOf ?? []).map((part) => typeOf(part, context, inside))];
  const isComposed = parts.length + alternatives.length > 0;
  return intersection([...parts, ownType(schema, { isComposed, outer, context }), ...alternatives]);
}

function isImpossible({ not }: Schema): boolean {
  return isObject(not) && Object.keys(not).length === 0;
}

function named(name: string, isNullable: boolean, { use }: TypeContext): Piece {
  use(name);
  return isNullable ? union([plain(name), NULL]) : plain(name);
}

function referenceOf(schema: Schema, context: TypeContext): Piece[] {
  const name = componentName(schema.$ref);
  return name === undefined ? [] : [named(name, false, context)];
}

interface Place {
  /** Whether `$ref`, `allOf`, `anyOf` or `oneOf` say more. */
  readonly isComposed: boolean;
  readonly outer: readonly Schema[];
  readonly context: TypeContext;
}

/** The type from the keywords of a schema itself, without the schemas it is composed of. */
function ownType(schema: Schema, place: Place): Piece {
  if (Object.hasOwn(schema, 'const')) return literalType(schema.const);
  if (schema.enum !== undefined) return union(schema.enum.map(literalType));
  const types = typesOf(schema);
  if (types.length === 0) return objectType(schema, place);
  return union(types.map((type) => primitive(type) ?? structure(type, schema, place)));
}

function primitive(type: string): Piece | undefined {
  if (type === 'integer') return plain('number');
  return ['string', 'number', 'boolean', 'null'].includes(type) ? plain(type) : undefined;
}

function structure(type: string, schema: Schema, place: Place): Piece {
  if (type === 'array') return listType(schema, place.context);
  if (type !== 'object') return UNKNOWN;
  const object = objectType(schema, place);
  return object === UNKNOWN && !place.isComposed ? plain(`{ ${indexSignature(UNKNOWN)} }`) : object;
}

/** The type of an object; `unknown` when the schema does not mention properties. */
function objectType(schema: Schema, { isComposed, outer, context }: Place): Piece {
  const demanded = demandedElsewhere(schema, outer, context.schemas);
  const isLoose = schema.type === undefined || isComposed || schema.properties !== undefined;
  const whole: Schema = { ...schema, properties: { ...schema.properties, ...demanded } };
  if (!hasMembers(whole)) return UNKNOWN;
  const isOpen = !isLoose && schema.additionalProperties === undefined;
  const body = members(isOpen ? { ...whole, additionalProperties: true } : whole, context);
  return plain(`{\n${body}\n${context.indent}}`);
}

/**
 * The type of an array. A tuple is as long as `minItems` says at least; more may follow unless `items` or `maxItems`
 * forbid it.
 */
function listType({ prefixItems = [], items = true, minItems, maxItems }: Schema, context: TypeContext): Piece {
  const least = typeof minItems === 'number' ? minItems : 0;
  const elements = prefixItems.map((part, index) => {
    const { text, kind } = typeOf(part, context);
    if (index < least) return text;
    return kind === 'plain' ? `${text}?` : `(${text})?`;
  });
  const isFull = items === false || (prefixItems.length > 0 && maxItems === prefixItems.length);
  if (isFull) return plain(`[${elements.join(', ')}]`);
  const rest = listOf(typeOf(isSchema(items) ? items : true, context));
  return elements.length === 0 ? rest : plain(`[${[...elements, `...${rest.text}`].join(', ')}]`);
}

/** The type of one value of JSON. */
function literalType(value: unknown): Piece {
  if (value === null) return NULL;
  if (typeof value === 'string' || typeof value === 'number') return plain(literal(value));
  if (typeof value === 'boolean') return plain(String(value));
  if (Array.isArray(value)) return plain(`[${value.map((item) => literalType(item).text).join(', ')}]`);
  if (!isObject(value)) return UNKNOWN;
  const pairs = Object.entries(value).map(([key, item]) => `${propertyOf(key)}: ${literalType(item).text}`);
  return pairs.length === 0 ? plain('{ [key: string]: never }') : plain(`{ ${pairs.join('; ')} }`);
}

function propertyOf(key: string): string {
  return key === '__proto__' ? '["__proto__"]' : literal(key);
}

/** Whether a schema mentions properties of an object. */
export function hasMembers(schema: Schema): boolean {
  const { properties = {}, additionalProperties, patternProperties } = schema;
  return Object.keys(properties).length > 0 || additionalProperties !== undefined || patternProperties !== undefined;
}

/** The lines between the braces of an object type or an interface: properties with their docs, and what else may be there. */
export function members(schema: Schema, context: TypeContext): string {
  const indent = `${context.indent}  `;
  const inner = { ...context, indent };
  const types = mapValues(schema.properties ?? {}, (property) => typeOf(property, inner));
  const lines = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const mark = schema.required?.includes(name) === true ? '' : '?';
    const type = types[name] ?? UNKNOWN;
    return `${docComment(schemaDoc(property), indent)}${indent}${propertyName(name)}${mark}: ${type.text};`;
  });
  const others = extras(schema, Object.values(types), inner);
  if (others !== undefined) lines.push(`${indent}${indexSignature(others)};`);
  return lines.join('\n');
}

/** The index signature for all properties that are not named. */
function indexSignature({ text }: Piece): string {
  return `[key: string]: ${text}`;
}

/**
 * The type of the properties not named; undefined when there are none, or the schema does not mention them. TypeScript
 * wants it to hold what the named ones have, too.
 */
function extras(schema: Schema, declared: readonly Piece[], context: TypeContext): Piece | undefined {
  const { additionalProperties, patternProperties } = schema;
  const byPattern = isObject(patternProperties) ? Object.values(patternProperties) : [];
  if (additionalProperties === false && byPattern.length === 0) return declared.length === 0 ? NEVER : undefined;
  if (additionalProperties === undefined && byPattern.length === 0) return undefined;
  const others = additionalProperties === false ? [] : [additionalProperties ?? true];
  const named = [...others, ...byPattern].map((part) => (isSchema(part) ? typeOf(part, context) : UNKNOWN));
  if (declared.length === 0) return union(named);
  const all = union([...named, ...declared, plain('undefined')]);
  return all.text.includes('{') ? UNKNOWN : all;
}

/** The documentation of a schema: title, description, default and examples. */
export function schemaDoc({ description, deprecated }: Schema): string {
  return [description?.trim(), deprecated === true ? '@deprecated' : ''].filter(Boolean).join('\n\n');
}
