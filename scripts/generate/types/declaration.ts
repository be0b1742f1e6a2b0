import { typesOf, type Schema } from '../../json/schema.js';
import { hasMembers, members } from './object-type.js';
import { typeOf, type TypeContext } from './type-of.js';

/** Declares the type of a schema: an interface for a plain object, else an alias. */
export function declaration(name: string, schema: Schema, context: TypeContext): string {
  if (!isPlainObject(schema)) return `type ${name} = ${typeOf(schema, context).text};`;
  const body = members(declareRequired(schema), context, (part, inner) => typeOf(part, inner));
  return `interface ${name} {\n${body}\n${context.indent}}`;
}

function isPlainObject(schema: Schema): boolean {
  const isComposed = schema.$ref ?? schema.allOf ?? schema.anyOf ?? schema.oneOf ?? schema.enum ?? schema.not;
  const isObject = typesOf(schema).length === 1 && schema.type === 'object' && !Object.hasOwn(schema, 'const');
  return isObject && isComposed === undefined && hasMembers(schema);
}

/** What is required and not declared may hold anything, but must be there. */
function declareRequired(schema: Schema): Schema {
  const undeclared = (schema.required ?? []).filter((name) => !Object.hasOwn(schema.properties ?? {}, name));
  if (undeclared.length === 0) return schema;
  const anything = Object.fromEntries(undeclared.map((name): [string, Schema] => [name, {}]));
  return { ...schema, properties: { ...schema.properties, ...anything } };
}
