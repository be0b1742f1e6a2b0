import { isObject, mapValues, type Schema } from '../../json/schema.js';
import { isSchema } from '../../json/subschemas.js';
import { docComment, propertyName } from '../text.js';
import { NEVER, plain, union, UNKNOWN, type Piece } from './piece.js';

/** Where members are written: what `TypeContext` of type-of.ts says of the lines, and more that is handed on. */
interface Place {
  readonly indent: string;
}

type TypeOf<Context> = (schema: Schema | boolean, context: Context) => Piece;

/** Whether a schema mentions properties of an object. */
export function hasMembers(schema: Schema): boolean {
  const { properties = {}, additionalProperties, patternProperties } = schema;
  return Object.keys(properties).length > 0 || additionalProperties !== undefined || patternProperties !== undefined;
}

/** The lines between the braces of an object type or an interface: properties with their docs, and what else may be there. */
export function members<Context extends Place>(schema: Schema, context: Context, typeOf: TypeOf<Context>): string {
  const indent = `${context.indent}  `;
  const inner = { ...context, indent };
  const types = mapValues(schema.properties ?? {}, (property) => typeOf(property, inner));
  const lines = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const mark = schema.required?.includes(name) === true ? '' : '?';
    const type = types[name] ?? UNKNOWN;
    return `${docComment(schemaDoc(property), indent)}${indent}${propertyName(name)}${mark}: ${type.text};`;
  });
  const others = extras(schema, Object.values(types), (part) => typeOf(part, inner));
  if (others !== undefined) lines.push(`${indent}${indexSignature(others)};`);
  return lines.join('\n');
}

/** The index signature for all properties that are not named. */
export function indexSignature({ text }: Piece): string {
  return `[key: string]: ${text}`;
}

/**
 * The type of the properties not named; undefined when there are none, or the schema does not mention them. TypeScript
 * wants it to hold what the named ones have, too.
 */
function extras(
  schema: Schema,
  declared: readonly Piece[],
  typeOf: (part: Schema | boolean) => Piece,
): Piece | undefined {
  const { additionalProperties, patternProperties } = schema;
  const byPattern = isObject(patternProperties) ? Object.values(patternProperties) : [];
  if (additionalProperties === false && byPattern.length === 0) return declared.length === 0 ? NEVER : undefined;
  if (additionalProperties === undefined && byPattern.length === 0) return undefined;
  const others = additionalProperties === false ? [] : [additionalProperties ?? true];
  const named = [...others, ...byPattern].map((part) => (isSchema(part) ? typeOf(part) : UNKNOWN));
  if (declared.length === 0) return union(named);
  const all = union([...named, ...declared, plain('undefined')]);
  return all.text.includes('{') ? UNKNOWN : all;
}

/** The documentation of a schema: title, description, default and examples. */
export function schemaDoc({ description, deprecated }: Schema): string {
  return [description?.trim(), deprecated === true ? '@deprecated' : ''].filter(Boolean).join('\n\n');
}
