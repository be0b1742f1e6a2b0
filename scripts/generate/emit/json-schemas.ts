import { jsonFile } from './banner.js';
import type { EmitContext } from './emit-context.js';
import { standardModules } from './standard.js';
import type { Model, OutputFile } from '../model/model.js';
import { reachable } from '../../json/reachable.js';
import { componentName, isObject, mapReferences, referencesIn, type Schema } from '../../json/schema.js';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** In UTF-16 units. Where everything leads to everything, complete schemas would grow with the square of the document. */
const LARGEST_OUTPUT = 50_000_000;

/**
 * `schemas/<Name>.json`: JSON Schema 2020-12, each complete in itself, for editors and other languages. Those of a very
 * large and intertwined document refer to each other as files instead. In our own package, `standard/<Name>.ts` too.
 */
export function emitJsonSchemas(model: Model, { isOwn, cache }: EmitContext): OutputFile[] {
  const schemas = jsonSchemas(model);
  const files = [...schemas].map(([name, schema]) => jsonFile(`schemas/${name}.json`, schema));
  return isOwn ? [...files, ...standardModules(model, schemas, cache)] : files;
}

/** The JSON Schema of every schema, by its name. */
function jsonSchemas(model: Model): ReadonlyMap<string, object> {
  const direct = new Map(model.schemas.map(({ name, schema }) => [name, namesIn(schema)]));
  const leadsTo = (name: string): readonly string[] => direct.get(name) ?? [];
  // One leads to itself only when it is recursive.
  const needed = model.schemas.map(({ name }) => ({ name, others: [...reachable(leadsTo(name), leadsTo)].sort() }));
  const sizes = new Map(model.schemas.map(({ name, schema }) => [name, JSON.stringify(schema).length]));
  const total = needed.flatMap(({ others }) => others).reduce((sum, other) => sum + (sizes.get(other) ?? 0), 0);
  const isTooLarge = total > LARGEST_OUTPUT;
  const move = isTooLarge ? inFile : inDefs;
  // Once each, though many schemas hold it.
  const moved = new Map(model.schemas.map(({ name, schema }) => [name, mapReferences(schema, move)]));
  const complete = needed.map(({ name, others }): [string, object] => {
    const defs = isTooLarge ? [] : others.map((other) => [other, moved.get(other)] as const);
    const body = moved.get(name);
    const own = { $schema: DIALECT, title: name, ...(isObject(body) ? body : {}) };
    return [name, defs.length === 0 ? own : { ...own, $defs: Object.fromEntries(defs) }];
  });
  return new Map(complete);
}

function namesIn(schema: Schema): string[] {
  const components = referencesIn(schema).map((ref) => /^#\/components\/schemas\/[^/]+/.exec(ref)?.[0]);
  return [...new Set(components)].flatMap((ref) => componentName(ref) ?? []);
}

function inDefs(ref: string): string {
  return ref.replace(/^#\/components\/schemas\//, '#/$defs/');
}

function inFile(ref: string): string {
  const name = componentName(ref);
  return name === undefined ? ref : `${encodeURIComponent(name)}.json`;
}
