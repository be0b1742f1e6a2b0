import {
  componentName,
  isObject,
  composedOf,
  resolved,
  typesOf,
  type Schema,
  type Schemas,
} from '../../json/schema.js';
import { mapSchema } from '../../json/subschemas.js';
import type { OpenApi } from '../../openapi/document.js';
import { mapDocumentSchemas } from '../../openapi/map-document-schemas.js';
import { unfoldHierarchies } from './unfold-hierarchies.js';

/** The keyword `discriminator`, as far as it can be used. */
interface Discriminator {
  readonly propertyName: string;
  /** Value of the property → the schema it means. */
  readonly mapping: ReadonlyMap<string, string>;
}

/**
 * Writes out what a discriminator means: each alternative demands the values of the property that mean it. To JSON Schema
 * the keyword is an annotation, so without this a value of one kind would be held against all others too.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export function applyDiscriminators(document: OpenApi): OpenApi {
  const unfolded = unfoldHierarchies(document);
  const schemas = unfolded.components?.schemas ?? {};
  return mapDocumentSchemas(unfolded, (schema) => mapSchema(schema, (part) => apply(part, schemas)));
}

function apply(schema: Schema, schemas: Schemas): Schema {
  const discriminator = discriminatorOf(schema, schemas);
  if (discriminator === undefined) return schema;
  const { discriminator: _, ...rest } = schema;
  const keyword = schema.oneOf === undefined ? 'anyOf' : 'oneOf';
  const branches = schema[keyword];
  if (branches === undefined) return rest;
  return { ...rest, [keyword]: branches.map((branch) => demandValues(branch, discriminator, schemas)) };
}

/** The discriminator of a schema; undefined when there is none. */
export function discriminatorOf({ discriminator }: Schema, schemas: Schemas): Discriminator | undefined {
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return undefined;
  const entries = Object.entries(isObject(discriminator.mapping) ? discriminator.mapping : {});
  const mapping = entries.flatMap(([value, target]): [string, string][] => {
    // A target is a reference or the bare name of a schema.
    const name = typeof target === 'string' ? (componentName(target) ?? target) : '';
    return Object.hasOwn(schemas, name) ? [[value, name]] : [];
  });
  return { propertyName: discriminator.propertyName, mapping: new Map(mapping) };
}

function demandValues(branch: Schema, { propertyName, mapping }: Discriminator, schemas: Schemas): Schema {
  const name = componentName(branch.$ref);
  const target = name === undefined ? undefined : schemas[name];
  if (name === undefined || target === undefined) return branch;
  const mapped = [...mapping].filter(([, other]) => other === name).map(([value]) => value);
  const declared = propertyOf(target, propertyName, schemas);
  const own = declared === undefined ? [] : listedValues(declared);
  // A schema that lists its values keeps them where no value, or no matching value, is mapped to it.
  const values = (mapped.length > 0 ? mapped : [name]).map((value) => ofType(value, declared));
  const isListed = own.length > 0 && !values.some((value) => own.includes(value));
  const isUnion = mapped.length === 0 && (target.oneOf ?? target.anyOf) !== undefined;
  if (isListed || isUnion) return branch;
  const value: Schema = values.length === 1 ? { const: values[0] } : { enum: values };
  const demand: Schema = { type: 'object', required: [propertyName], properties: { [propertyName]: value } };
  return { allOf: [branch, demand] };
}

/** The schema of a property, through references and `allOf`; the first one that is found. */
function propertyOf(schema: Schema, name: string, schemas: Schemas): Schema | undefined {
  const owner = [...composedOf(schema, schemas)].find(({ properties = {} }) => Object.hasOwn(properties, name));
  const own = owner?.properties?.[name];
  return own && resolved(own, schemas);
}

function listedValues(schema: Schema): readonly unknown[] {
  return Object.hasOwn(schema, 'const') ? [schema.const] : (schema.enum ?? []);
}

/** Keys of a mapping are strings, whatever the type of the property. */
function ofType(value: string, declared: Schema | undefined): string | number | boolean {
  const types = declared === undefined ? [] : typesOf(declared);
  if (types.includes('string') || types.length === 0) return value;
  if (types.includes('boolean') && /^(true|false)$/.test(value)) return value === 'true';
  const number = Number(value);
  return (types.includes('integer') || types.includes('number')) && Number.isFinite(number) ? number : value;
}
