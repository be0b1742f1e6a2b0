import path from 'node:path';

import { readJsonQuietly } from '../files/read-quietly.js';
import { memoize } from '../json/memoize.js';
import { isObject, typesOf, type Schema } from '../json/schema.js';
import type { GeneratedFolder, OperationBodies } from '../validate/generated-folder.js';
import { createSchemaReader } from '../validate/read-schema.js';
import { pointOf, type Point } from './point.js';
import { openSchema, pointsOfSchema, referenced, type NamedSchema } from './walk-schema.js';

/** Everything that the fixtures of an API could show. */
export interface Contract {
  readonly operations: readonly ContractOperation[];
  /** The schema of that name, read on first use. */
  readonly schemaOf: (name: string) => NamedSchema;
}

/** One operation or webhook, and what its fixtures could show. */
export interface ContractOperation {
  readonly id: string;
  /** Its first tag. */
  readonly group: string;
  /** Statuses of the manifest, in its order. */
  readonly statuses: readonly string[];
  readonly bodies: readonly ContractBody[];
}

/** One body of an operation. Its points are those of its schema; the ones of the operation come first. */
export interface ContractBody {
  readonly kind: 'request' | 'answer';
  readonly outcome: Outcome;
  readonly own: Point;
  readonly points: readonly Point[];
}

/** One way an operation can answer. */
export interface Outcome {
  /** The status as the manifest names it, or `webhook`. */
  readonly status: string;
  /** Whether it is a refusal: `code` ≠ 0 under a 2xx status. */
  readonly isRefusal: boolean;
}

/**
 * Reads what there is to show from a generated folder.
 *
 * @throws {UsageError} when a JSON Schema of it is missing or broken.
 */
export function readContract(folder: GeneratedFolder): Contract {
  const { manifest } = folder;
  const readSchema = createSchemaReader(folder);
  const schemaOf = memoize((name: string) => openSchema(name, readSchema(name), readSchema));
  const pointsOf = memoize((name: string) => pointsOfSchema(schemaOf(name)));
  const groups = readGroups(folder.path);
  const operations = Object.entries(manifest.operations).map(([id, bodies]): ContractOperation => ({
    id,
    group: groups.get(id) ?? (bodies.webhook === undefined ? 'other' : 'webhooks'),
    statuses: Object.keys(bodies.responses),
    bodies: [...requestsOf(id, bodies), ...answersOf(id, bodies)].map(({ schema, ...body }) => ({
      ...body,
      points: pointsOf(schema),
    })),
  }));
  const places = [...groups.keys()];
  operations.sort((a, b) => placeOf(a.id) - placeOf(b.id));
  return { operations, schemaOf };

  /** In the order of the document; what it does not list comes last. */
  function placeOf(id: string): number {
    return groups.has(id) ? places.indexOf(id) : places.length;
  }

  function answersOf(id: string, { webhook, responses }: OperationBodies): NewBody[] {
    const answers = Object.entries(responses).flatMap(([status, schema]) =>
      outcomesOf(status, schemaOf(schema)).map((outcome): NewBody => answer(id, outcome, schema)),
    );
    if (webhook === undefined) return answers;
    return [answer(id, { status: 'webhook', isRefusal: false }, webhook), ...answers];
  }
}

type NewBody = Omit<ContractBody, 'points'> & { readonly schema: string };

function requestsOf(id: string, { request }: OperationBodies): NewBody[] {
  if (request === undefined) return [];
  const outcome = { status: 'request', isRefusal: false };
  return [{ kind: 'request', outcome, own: pointOf('requests', `${id} request`), schema: request }];
}

function answer(id: string, outcome: Outcome, schema: string): NewBody {
  return { kind: 'answer', outcome, own: outcomePoint(id, outcome), schema };
}

/** The point of one outcome of an operation. */
export function outcomePoint(id: string, { status, isRefusal }: Outcome): Point {
  return pointOf('outcomes', `${id} ${status}${isRefusal ? ' code≠0' : ''}`, isRefusal ? 'refused' : '');
}

/** The outcomes of one body: two where its envelope can be a refusal under a 2xx status. */
function outcomesOf(status: string, body: NamedSchema): Outcome[] {
  const succeeds = { status, isRefusal: false };
  return status.startsWith('2') && hasTwoCodes(body) ? [succeeds, { status, isRefusal: true }] : [succeeds];
}

/** Whether a body is an envelope whose `code` may be 0 and may be something else. */
function hasTwoCodes(body: NamedSchema): boolean {
  const codes = objectsOf(body.schema, body, 0)
    .flatMap(({ properties: { code } = {} }) => (isObject(code) ? [code] : []))
    .filter((code) => typeof code.const === 'number' || typesOf(code).some((type) => /^(integer|number)$/.test(type)));
  const mayBeZero = codes.some((code) => (code.const ?? 0) === 0 && code.not?.const !== 0);
  return mayBeZero && codes.some((code) => code.const !== 0);
}

function objectsOf(schema: Schema, root: NamedSchema, depth: number): Schema[] {
  if (depth > 8) return [];
  const target = referenced(schema, root);
  const branches = [...(target ? [target.schema] : []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...branches.flatMap((branch) => objectsOf(branch, root, depth + 1))];
}

/** The first tag of each operation; none where the folder has no document. */
function readGroups(folder: string): ReadonlyMap<string, string> {
  const document = readJsonQuietly(path.join(folder, 'openapi.json'));
  const paths = isObject(document) && isObject(document.paths) ? Object.values(document.paths) : [];
  const methods = paths.filter(isObject).flatMap(Object.values).filter(isObject);
  return new Map(
    methods.flatMap(({ operationId, tags }) => {
      const tag: unknown = Array.isArray(tags) ? tags[0] : undefined;
      return typeof operationId === 'string' && typeof tag === 'string' ? [[operationId, tag]] : [];
    }),
  );
}
