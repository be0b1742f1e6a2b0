import { didYouMean } from '../messages/did-you-mean.js';
import { UsageError } from '../messages/usage-error.js';
import type { Manifest, OperationBodies } from './generated-folder.js';

/** What a flag, a config or a document says about the schema to use. */
export interface Target {
  readonly schema?: string | undefined;
  readonly operation?: string | undefined;
  readonly status?: string | undefined;
}

/** A schema, and the body that it is of where an operation was named. */
export interface NamedSchema {
  readonly schema: string;
  readonly operationId?: string;
  readonly status?: string;
}

/** Looks a name up; gives the reason, with what there is instead, where there is nothing of that name. */
export function nameSchema({ schema, operation = '', status }: Target, manifest: Manifest): NamedSchema | UsageError {
  if (schema !== undefined)
    return manifest.schemas.includes(schema) ? { schema } : unknown('schema', schema, manifest.schemas);
  const operations = Object.keys(manifest.operations);
  const bodies = bodiesOf(operation, manifest);
  if (bodies === undefined) return unknown('operation', operation, operations);
  const wanted = status ?? '200';
  const found = own(bodies, wanted);
  if (found !== undefined) return { schema: found, operationId: operation, status: wanted };
  return new UsageError('unknown-body', { operation, status: wanted, bodies: Object.keys(bodies) });
}

/** All bodies of an operation under the words that `--status` and file names use; undefined for an unknown one. */
export function bodiesOf(operation: string, { operations }: Manifest): Readonly<Record<string, string>> | undefined {
  const found: OperationBodies | undefined = own(operations, operation);
  if (found === undefined) return undefined;
  const { request, webhook, responses } = found;
  if (request === undefined && webhook === undefined) return responses;
  return { ...(request !== undefined && { request }), ...(webhook !== undefined && { webhook }), ...responses };
}

/** One of {@link bodiesOf}, without putting them together: `validate` asks for every file. */
export function bodyOf({ request, webhook, responses }: OperationBodies, name: string): string | undefined {
  return own(responses, name) ?? (name === 'request' ? request : name === 'webhook' ? webhook : undefined);
}

/** Reads a property of a record that any text may be asked of. */
export function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function unknown(kind: 'schema' | 'operation', name: string, all: readonly string[]): UsageError {
  const similar = all.filter((other) => other.toLowerCase().startsWith(name.toLowerCase().slice(0, 4)));
  const known = similar.length > 0 ? similar : all;
  return new UsageError('unknown-name', { kind, name, near: didYouMean(name, all), known });
}
