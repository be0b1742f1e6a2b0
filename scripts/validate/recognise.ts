import { readFileSync } from 'node:fs';
import path from 'node:path';

import { isObject, typesOf, type Schema } from '../json/schema.js';
import { UsageError } from '../messages/usage-error.js';
import { compareText } from '../messages/diagnostic.js';
import type { GeneratedFolder, Manifest } from './generated-folder.js';
import { unescapePointer } from '../json/pointer.js';

/** Tells schemas by the shape of a value: none, one, or those that fit equally well. */
export type Recogniser = (value: unknown) => readonly string[];

/** How well a value fits. */
interface Fit {
  /** Properties that the schema knows. */
  readonly known: number;
  /** Values that are of the right type. */
  readonly hits: number;
  /** Unknown and missing properties, and values of a wrong type. */
  readonly faults: number;
  /** Properties that the schema has and the value has not. */
  readonly unused: number;
}

const NOTHING: Fit = { known: 0, hits: 0, faults: 0, unused: 0 };

/**
 * Prepares to tell schemas by shape: answers of operations, and what reaches a backend otherwise, which are webhooks and
 * the schemas named `…Callback`, `…Redirect` and `…Webhook`. Requests have too little shape.
 */
export function createRecogniser({ path: folder, manifest }: GeneratedFolder): Recogniser {
  let candidates: readonly Candidate[] | undefined;
  return (value) => {
    candidates ??= candidatesOf(folder, manifest);
    const ranked = candidates
      .map(({ name, schema }) => ({ name, fit: fitOf(value, schema, { root: schema, depth: 0 }) }))
      // A shape of one property, or one with more wrong than right, says nothing.
      .filter(({ fit }) => fit.known >= 2 && fit.faults * 2 <= fit.known + fit.hits)
      .sort((a, b) => compareFits(a.fit, b.fit) || compareText(a.name, b.name));
    const [best] = ranked;
    return best === undefined
      ? []
      : ranked.filter(({ fit }) => !isClearlyBetter(best.fit, fit)).map(({ name }) => name);
  };
}

interface Candidate {
  readonly name: string;
  readonly schema: Schema;
}

/** Unions stand for their branches: `PaymentResponse` is either `PaymentResult` or the `ErrorResponse` of all answers. */
function candidatesOf(folder: string, manifest: Manifest): Candidate[] {
  const branches = candidateNames(manifest).flatMap((name) => {
    const { anyOf = [] } = readSchema(folder, name);
    const names = anyOf.map((branch) => definitionName(branch) ?? '');
    return names.length > 0 && names.every((each) => manifest.schemas.includes(each)) ? names : [name];
  });
  return [...new Set(branches)].sort(compareText).map((name) => ({ name, schema: readSchema(folder, name) }));
}

function definitionName({ $ref }: Schema): string | undefined {
  return $ref?.startsWith('#/$defs/') === true ? unescapePointer($ref.slice('#/$defs/'.length)) : undefined;
}

function candidateNames({ operations, schemas }: Manifest): string[] {
  const bodies = Object.values(operations).flatMap(({ responses, webhook }) => [
    ...Object.values(responses),
    ...(webhook === undefined ? [] : [webhook]),
  ]);
  const others = schemas.filter((name) => /(Callback|Redirect|Webhook)$/.test(name));
  return [...new Set([...bodies, ...others])];
}

function readSchema(folder: string, name: string): Schema {
  const file = path.join(folder, 'schemas', `${name}.json`);
  try {
    // Edge: a generated schema; what is no object in it simply does not fit.
    return JSON.parse(readFileSync(file, 'utf8')) as Schema;
  } catch (cause) {
    throw new UsageError('generated-unreadable', { file }, { cause });
  }
}

function compareFits(a: Fit, b: Fit): number {
  return a.faults - b.faults || b.known - a.known || b.hits - a.hits || a.unused - b.unused;
}

/** With the same faults, the value must nearly fill the better schema, and fill the other far less: else either may be meant. */
function isClearlyBetter(best: Fit, other: Fit): boolean {
  if (best.faults !== other.faults || best.known !== other.known || best.hits !== other.hits) return true;
  return best.unused * 3 <= best.known && best.unused * 2 < other.unused;
}

interface Place {
  readonly root: Schema;
  readonly depth: number;
}

function fitOf(value: unknown, schema: Schema, place: Place): Fit {
  const branches = branchesOf(schema, place);
  const fits = branches.map((branch) => fitOfBranch(value, branch, place)).sort(compareFits);
  return fits[0] ?? NOTHING;
}

/** Looks through references and unions. */
function branchesOf(schema: Schema, place: Place, hops = 0): Schema[] {
  const name = definitionName(schema);
  const target = name === undefined ? undefined : isObject(place.root.$defs) ? place.root.$defs[name] : undefined;
  if (isObject(target) && hops < 20) return branchesOf(target, place, hops + 1);
  const union = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  // Beside properties a union only says which of them must be there.
  if (union.length === 0 || schema.properties !== undefined || hops >= 20) return [schema];
  return union.flatMap((branch) => branchesOf(branch, place, hops + 1));
}

function fitOfBranch(value: unknown, schema: Schema, place: Place): Fit {
  if (!isOfType(value, schema)) return { ...NOTHING, faults: 1 };
  if ('const' in schema && schema.const !== value) return { ...NOTHING, faults: 1 };
  if (schema.not !== undefined && 'const' in schema.not && schema.not.const === value) return { ...NOTHING, faults: 1 };
  if (Array.isArray(value)) {
    // The first item is enough to tell what all of them are.
    return value.length > 0 && isObject(schema.items)
      ? fitOf(value[0], schema.items, deeper(place))
      : { ...NOTHING, hits: 1 };
  }
  return isObject(value) ? fitOfObject(value, schema, place) : { ...NOTHING, hits: 1 };
}

function fitOfObject(value: Record<string, unknown>, schema: Schema, place: Place): Fit {
  const { properties = {}, required = [] } = schema;
  const names = Object.keys(value);
  const fits = names.map((name): Fit => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property === undefined) return { ...NOTHING, faults: schema.properties === undefined ? 0 : 1 };
    if (place.depth > 4) return { ...NOTHING, known: 1 };
    const fit = fitOf(value[name], property, deeper(place));
    return { ...fit, known: fit.known + 1 };
  });
  const missing = required.filter((name) => !Object.hasOwn(value, name)).length;
  const unused = Object.keys(properties).filter((name) => !Object.hasOwn(value, name)).length;
  return fits.reduce(addFits, { ...NOTHING, faults: missing, unused });
}

function addFits(a: Fit, b: Fit): Fit {
  return { known: a.known + b.known, hits: a.hits + b.hits, faults: a.faults + b.faults, unused: a.unused + b.unused };
}

function deeper({ root, depth }: Place): Place {
  return { root, depth: depth + 1 };
}

function isOfType(value: unknown, schema: Schema): boolean {
  const types = typesOf(schema);
  if (types.length === 0) return true;
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return types.includes(type) || (type === 'number' && types.includes('integer') && Number.isInteger(value));
}
