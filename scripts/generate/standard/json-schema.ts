import type { StandardSchema } from '../validators/runtime.js';

/** Which JSON Schema a library wants, as it asks for it. */
export interface JsonSchemaOptions {
  /** The dialect: `draft-2020-12` or `draft-07`. */
  readonly target: string;
  readonly libraryOptions?: Readonly<Record<string, unknown>> | undefined;
}

/** A Standard Schema that gives its JSON Schema, too. @see https://standardschema.dev/json-schema */
export interface StandardJsonSchema<Value> {
  readonly '~standard': StandardSchema<Value>['~standard'] & {
    readonly jsonSchema: {
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
    };
  };
}

/** What draft 07 has no words for, and would change what a schema accepts. */
const NOT_IN_DRAFT_07 = ['unevaluatedProperties', 'unevaluatedItems', 'minContains', 'maxContains', '$dynamicRef'];

/** Keywords whose values are data, or names and not schemas. */
const DATA = new Set(['const', 'default', 'enum', 'example', 'examples', 'required']);

/** Keywords whose members have names of their own. */
const NAMED = new Set(['$defs', 'properties', 'patternProperties', 'dependentSchemas']);

/**
 * Gives the JSON Schema that a library asks for, a new one each time.
 *
 * @param text The schema in JSON, draft 2020-12.
 * @throws {Error} for other dialects, and where the dialect cannot say what the schema does.
 */
export function jsonSchemaFor({ target }: JsonSchemaOptions, text: string): Record<string, unknown> {
  // Our own text: the root is an object.
  const schema = JSON.parse(text) as Record<string, unknown>;
  if (target === 'draft-2020-12') return schema;
  if (target !== 'draft-07') throw new Error(`JSON Schema is given as draft-2020-12 or draft-07, not as ${target}`);
  return { ...toDraft07(schema), $schema: 'http://json-schema.org/draft-07/schema#' };
}

function toDraft07(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const unknown = NOT_IN_DRAFT_07.find((keyword) => keyword in schema);
  if (unknown !== undefined) throw new Error(`draft-07 has no ${unknown}`);
  const { $ref, $defs, prefixItems, items, dependentRequired, dependentSchemas, ...others } = schema;
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(others)) rest[key] = DATA.has(key) ? value : inside(value, NAMED.has(key));
  if ($defs !== undefined) rest.definitions = inside($defs, true);
  if (prefixItems === undefined) {
    if (items !== undefined) rest.items = inside(items);
  } else {
    rest.items = inside(prefixItems);
    if (items !== undefined) rest.additionalItems = inside(items);
  }
  const dependencies = [dependentRequired, dependentSchemas].map((each) => (isRecord(each) ? inside(each, true) : {}));
  if ((dependentRequired ?? dependentSchemas) !== undefined) rest.dependencies = Object.assign({}, ...dependencies);
  if (typeof $ref !== 'string') return rest;
  // Beside a reference, draft 07 reads nothing.
  const reference = { $ref: $ref.replace(/^#\/\$defs\//, '#/definitions/') };
  if (Object.keys(rest).length === 0) return reference;
  const parts: readonly unknown[] = Array.isArray(rest.allOf) ? rest.allOf : [];
  return { ...rest, allOf: [reference, ...parts] };
}

/** A schema, a list of them, or named ones. */
function inside(value: unknown, isNamed = false): unknown {
  if (Array.isArray(value)) return value.map((item) => inside(item));
  if (!isRecord(value)) return value;
  if (!isNamed) return toDraft07(value);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inside(part)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
