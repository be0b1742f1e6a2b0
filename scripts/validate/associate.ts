import path from 'node:path';

import { UsageError } from '../usage-error.js';
import type { Manifest, OperationBodies } from './generated-folder.js';

/** What the command line says about which schema to use. */
export interface Target {
  readonly schema?: string;
  readonly operation?: string;
  readonly status?: string;
}

/**
 * Turns `--schema` or `--operation` and `--status` into the name of a schema; undefined when neither is given.
 *
 * @throws {UsageError} when the name is unknown, with what there is instead.
 */
export function namedSchema({ schema, operation, status }: Target, manifest: Manifest): string | undefined {
  if (schema !== undefined && operation !== undefined) throw new UsageError('give --schema or --operation, not both');
  if (status !== undefined && operation === undefined) throw new UsageError('--status needs --operation');
  if (schema !== undefined) return knownSchema(schema, manifest);
  return operation === undefined ? undefined : operationSchema(operation, status ?? '200', manifest);
}

/**
 * Tells the schema of a file by where it lies: `<operationId>/<status|request|webhook>[.<name>].json` or
 * `<Schema>/<name>.json`.
 */
export function schemaByConvention(file: string, manifest: Manifest): string | undefined {
  const folder = path.basename(path.dirname(file));
  const operation = own(manifest.operations, folder);
  if (operation !== undefined) return own(bodiesOf(operation), path.basename(file).split('.')[0] ?? '');
  return manifest.schemas.includes(folder) ? folder : undefined;
}

function knownSchema(name: string, { schemas }: Manifest): string {
  if (schemas.includes(name)) return name;
  throw new UsageError(`there is no schema ${name}; ${nearest(name, schemas)}`);
}

function operationSchema(id: string, status: string, { operations }: Manifest): string {
  const operation = own(operations, id);
  if (operation === undefined)
    throw new UsageError(`there is no operation ${id}; ${nearest(id, Object.keys(operations))}`);
  const bodies = bodiesOf(operation);
  const schema = own(bodies, status);
  if (schema !== undefined) return schema;
  throw new UsageError(`${id} has no body for status ${status}; it has ${Object.keys(bodies).join(', ')}`);
}

/** All bodies of an operation under the words that `--status` and file names use. */
function bodiesOf({ request, webhook, responses }: OperationBodies): Readonly<Record<string, string>> {
  return { ...(request !== undefined && { request }), ...(webhook !== undefined && { webhook }), ...responses };
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function nearest(name: string, known: readonly string[]): string {
  const similar = known.filter((other) => other.toLowerCase().startsWith(name.toLowerCase().slice(0, 4)));
  return `there is ${(similar.length > 0 ? similar : known).slice(0, 8).join(', ')}${known.length > 8 ? ', …' : ''}`;
}
