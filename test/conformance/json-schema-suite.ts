import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { isObject } from '../../scripts/json/schema.js';
import { mapSubschemas } from '../../scripts/json/subschemas.js';

/** One value and what the suite says about it. */
export interface SuiteCase {
  readonly description: string;
  readonly data: unknown;
  readonly valid: boolean;
}

/** One schema of the suite and its cases. */
export interface SuiteGroup {
  /** The file in the draft's folder, such as `optional/bignum.json`. */
  readonly file: string;
  readonly description: string;
  /** In the words of draft 2020-12; references within it start at `#`. */
  readonly schema: unknown;
  readonly tests: readonly SuiteCase[];
}

/** Where Debian's package `json-schema-test-suite` puts its files. A checkout of the suite's repository can stand in for it. */
const FOLDER = process.env.JSON_SCHEMA_TEST_SUITE ?? '/usr/share/json-schema-test-suite';

/** The newest first. What Debian packs ends at draft 7, whose keywords are translated. */
const DRAFTS = ['draft2020-12', 'draft7'];

/** The draft that the installed suite has, or undefined when there is no suite. */
export const INSTALLED_DRAFT = DRAFTS.find((draft) => existsSync(path.join(FOLDER, 'tests', draft)));

/** Every group of the installed suite, by file. */
export function readSuite(draft: string): ReadonlyMap<string, readonly SuiteGroup[]> {
  const folder = path.join(FOLDER, 'tests', draft);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  return new Map(files.sort().map((file) => [file, readGroups(folder, file, draft)]));
}

function readGroups(folder: string, file: string, draft: string): SuiteGroup[] {
  // The suite's own format.
  const groups = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Omit<SuiteGroup, 'file'>[];
  return groups.map((group) => ({
    ...group,
    file,
    schema: draft === 'draft7' ? translate(group.schema) : group.schema,
  }));
}

/** The same schema as a component of a document: its references start at the component. */
export function asComponent(schema: unknown, name: string): unknown {
  if (!isObject(schema)) return schema;
  const { $ref: ref } = schema;
  const moved = typeof ref === 'string' && ref.startsWith('#') && !/^#[^/]/.test(ref);
  const own = moved ? { ...schema, $ref: `#/components/schemas/${name}${ref.slice(1)}` } : schema;
  return mapSubschemas(own, (part) => asComponent(part, name));
}

/** Writes the keywords of draft 7 as those of draft 2020-12, at every depth. What is beside `$ref` has no meaning there. */
function translate(schema: unknown): unknown {
  return isObject(schema) ? mapSubschemas(renameKeywords(schema), translate) : schema;
}

function renameKeywords(schema: Record<string, unknown>): Record<string, unknown> {
  if (typeof schema.$ref === 'string')
    return {
      $ref: schema.$ref.replace('/definitions/', '/$defs/').replace('/items/', '/prefixItems/'),
      $defs: schema.definitions ?? {},
      ...(schema.$id !== undefined && { $id: schema.$id }),
    };
  const { definitions, dependencies = {}, items, additionalItems, ...rest } = schema;
  const [lists, schemas] = splitDependencies(dependencies);
  return {
    ...rest,
    ...(definitions !== undefined && { $defs: definitions }),
    ...(lists.length > 0 && { dependentRequired: Object.fromEntries(lists) }),
    ...(schemas.length > 0 && { dependentSchemas: Object.fromEntries(schemas) }),
    ...(Array.isArray(items) && items.length > 0 && { prefixItems: items }),
    ...(Array.isArray(items) && additionalItems !== undefined && { items: additionalItems }),
    ...(items !== undefined && !Array.isArray(items) && { items }),
  };
}

function splitDependencies(dependencies: unknown): [[string, unknown][], [string, unknown][]] {
  const entries = Object.entries(isObject(dependencies) ? dependencies : {});
  const isList = ([, value]: [string, unknown]): boolean => Array.isArray(value);
  return [entries.filter(isList), entries.filter((entry) => !isList(entry))];
}
