import { ALIAS } from '../rewrite/desugar-schemas.js';
import type { EnumModel } from './model.js';
import { isObject, mapValues, typesOf, type Schema, type Schemas } from '../../json/schema.js';
import { mapSubschemas, subschemasOf } from '../../json/subschemas.js';
import { createNamer, listName, pascalCase } from '../../openapi/identifiers.js';

/** The alias of `type: integer, format: unixtime`, unless a schema has this name. */
const UNIX_TIME = 'UnixTime';

/** Schemas whose enums are aliases now, and the enums. */
export interface NamedEnums {
  readonly schemas: Schemas;
  readonly enums: readonly EnumModel[];
  /** The alias of `type: integer, format: unixtime`; undefined where no schema is such. */
  readonly unixTime?: string;
}

/**
 * Gives every list of known values a name: `x-enum-name`, that of the component it is, or the schema's and the property's
 * name together. Equal lists may share a name; where a component has it, `Value` is added.
 */
export function nameEnums(schemas: Schemas): NamedEnums {
  const unique = createNamer();
  Object.keys(schemas).forEach(unique);
  const unixTime = Object.values(schemas).some(holdsUnixTime) ? unique(UNIX_TIME) : undefined;
  const uniqueList = createNamer();
  const byWantedName = new Map<string, EnumModel[]>();
  const add = (name: string, schema: Schema): EnumModel => {
    const text = schema.description ?? '';
    return { name, listName: uniqueList(listName(name)), ...knownValues(schema), description: text };
  };
  for (const [name, schema] of Object.entries(schemas)) {
    if (isEnum(name, schema) && unique(`Known${name}`) === `Known${name}`) byWantedName.set(name, [add(name, schema)]);
  }
  // The fields of a body are the very same schemas in the operation's input: they keep the body's name.
  const named = new Map<Schema, string>();
  const nameOf = (schema: Schema, hint: Hint): string => {
    const name = named.get(schema) ?? chooseName(schema, hint());
    named.set(schema, name);
    return name;
  };
  const chooseName = (schema: Schema, hint: string): string => {
    const known = knownValues(schema);
    const wanted = pascalCase(typeof schema['x-enum-name'] === 'string' ? schema['x-enum-name'] : hint);
    const sharing = byWantedName.get(wanted) ?? [];
    const equal = sharing.find(({ members, isOpen }) => isOpen === known.isOpen && sameMembers(members, known.members));
    if (equal !== undefined) return equal.name;
    const name = withKnown(Object.hasOwn(schemas, wanted) ? `${wanted}Value` : wanted, unique);
    byWantedName.set(wanted, [...sharing, add(name, schema)]);
    return name;
  };
  const aliased = mapValues(schemas, (schema, name) => aliasEnums(schema, () => name, { nameOf, unixTime }));
  const enums = [...byWantedName.values()].flat().sort((a, b) => (a.name < b.name ? -1 : 1));
  return { schemas: aliased, enums, ...(unixTime !== undefined && { unixTime }) };
}

/** Whether a component is a list of known values, and nothing else: its type is that of the list. */
function isEnum(name: string, schema: Schema): boolean {
  const types = typesOf(schema);
  const isNullable = types.includes('null') || schema.enum?.includes(null) === true;
  if (isNullable || types.length > 1 || schema['x-enum-name'] !== undefined) return false;
  return name === pascalCase(name) && knownValues(schema).members.length > 0;
}

/** A name whose `Known…`, the type of the listed values, is free too. */
function withKnown(wanted: string, unique: (name: string) => string): string {
  const name = unique(wanted);
  return unique(`Known${name}`) === `Known${name}` ? name : withKnown(wanted, unique);
}

/** Gives the name of a schema and a property together. Most schemas have no enum that needs it. */
type Hint = () => string;

interface Names {
  readonly nameOf: (schema: Schema, hint: Hint) => string;
  readonly unixTime: string | undefined;
}

function aliasEnums(schema: Schema, hint: Hint, names: Names): Schema {
  const inside = mapSubschemas(schema, (part, { keyword, applies, key = '' }) =>
    isObject(part) && (applies === 'value' || applies === 'part')
      ? aliasEnums(part, keyword === 'properties' ? () => hint() + pascalCase(key) : hint, names)
      : part,
  );
  const alias = aliasOf(schema, hint, names);
  if (alias === undefined) return inside;
  const { enum: members, ...rest } = inside;
  const isNullable = typesOf(inside).includes('null') || members?.includes(null) === true;
  const base = typesOf(inside).find((type) => type !== 'null') ?? typeof knownValues(inside).members[0];
  return { ...rest, type: isNullable ? [base, 'null'] : base, [ALIAS]: alias };
}

function aliasOf(schema: Schema, hint: Hint, { nameOf, unixTime }: Names): string | undefined {
  const types = typesOf(schema).filter((type) => type !== 'null');
  if (types.length > 1) return undefined;
  if (isUnixTime(schema)) return unixTime;
  return knownValues(schema).members.length > 0 ? nameOf(schema, hint) : undefined;
}

function isUnixTime(schema: Schema): boolean {
  const types = typesOf(schema).filter((type) => type !== 'null');
  return schema.format === 'unixtime' && types.length === 1 && types[0] === 'integer';
}

function holdsUnixTime(schema: Schema): boolean {
  return isUnixTime(schema) || subschemasOf(schema).some((part) => holdsUnixTime(part.schema));
}

/** The known values of a schema; none when it has no list, or when the list contains other values than strings and numbers. */
function knownValues(schema: Schema): { members: readonly (string | number)[]; isOpen: boolean } {
  const extensible = schema['x-extensible-enum'];
  const isOpen = schema.enum === undefined;
  const listed: readonly unknown[] = schema.enum ?? (Array.isArray(extensible) ? extensible : []);
  const values = listed.filter((value) => value !== null);
  const members = values.filter((value) => typeof value === 'string' || typeof value === 'number');
  const isUniform = members.length === values.length && new Set(members.map((value) => typeof value)).size === 1;
  return { members: isUniform ? members : [], isOpen };
}

function sameMembers(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}
