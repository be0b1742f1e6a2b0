import { typesOf, type Schema } from '../../json/schema.js';
import { docComment } from '../text.js';
import { hasMembers, members, schemaDoc, typeOf, type TypeContext } from './type-of.js';

/** Exports the type of a schema with its docs: an interface for a plain object, else an alias. */
export function declaration(name: string, schema: Schema, place: Omit<TypeContext, 'indent'>): string {
  const context = { ...place, indent: '' };
  const type = isPlainObject(schema)
    ? `interface ${name} {\n${members(declareRequired(schema), context)}\n}`
    : `type ${name} = ${typeOf(schema, context).text};`;
  return `${docComment(schemaDoc(schema))}export ${type}`;
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
