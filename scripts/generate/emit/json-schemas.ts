import { hash } from 'node:crypto';

import { jsonFile } from './banner.js';
import type { EmitContext } from './emit-context.js';
import { standardModule, standardSupport } from './standard.js';
import type { Model, OutputFile, SchemaModel } from '../model/model.js';
import { memoize } from '../../json/memoize.js';
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
  const made = jsonSchemas(model).flatMap(({ name, file, madeFrom, make }) =>
    cache.get(`schema ${file} ${madeFrom}`, () => {
      const schema = make();
      const written = jsonFile(`schemas/${name}.json`, schema);
      return isOwn ? [written, standardModule({ name, file }, schema)] : [written];
    }),
  );
  return isOwn ? [...made, standardSupport()] : made;
}

interface JsonSchema extends Pick<SchemaModel, 'name' | 'file'> {
  /** Changes with everything that the JSON Schema is made from. */
  readonly madeFrom: string;
  readonly make: () => object;
}

/** The JSON Schema of every schema. */
function jsonSchemas(model: Model): JsonSchema[] {
  const parts = new Map(model.schemas.map(({ name, schema }) => [name, partOf(schema)]));
  const leadsTo = (name: string): readonly string[] => parts.get(name)?.leadsTo ?? [];
  // One leads to itself only when it is recursive.
  const needed = model.schemas.map(({ name }) => [...reachable(leadsTo(name), leadsTo)].sort());
  const total = needed.flat().reduce((sum, other) => sum + (parts.get(other)?.size ?? 0), 0);
  const isTooLarge = total > LARGEST_OUTPUT;
  // Once each, though many schemas hold it.
  const moved = memoize((name: string) => mapReferences(parts.get(name)?.schema, isTooLarge ? inFile : inDefs));
  return model.schemas.map(({ name, file }, index) => {
    const others = isTooLarge ? [] : (needed[index] ?? []);
    return {
      name,
      file,
      madeFrom: [String(isTooLarge), ...[name, ...others].map((each) => `${each} ${parts.get(each)?.hash}`)].join(' '),
      make: () => {
        const body = moved(name);
        const own = { $schema: DIALECT, title: name, ...(isObject(body) ? body : {}) };
        const defs = others.map((other) => [other, moved(other)] as const);
        return defs.length === 0 ? own : { ...own, $defs: Object.fromEntries(defs) };
      },
    };
  });
}

/** A schema, and what there is to know of it before its JSON Schema is made. */
interface Part {
  readonly schema: Schema;
  readonly leadsTo: readonly string[];
  readonly size: number;
  readonly hash: string;
}

function partOf(schema: Schema): Part {
  const text = JSON.stringify(schema);
  return { schema, leadsTo: namesIn(schema), size: text.length, hash: hash('sha256', text) };
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
