import { outcomePoint, type Contract } from './contract.js';
import { isObject } from '../json/schema.js';
import { exercisedBy } from './walk-schema.js';

/** One valid document and what it is a body of. */
export interface CoveredDocument {
  readonly operationId?: string;
  /** A status, `request` or `webhook`. */
  readonly status?: string;
  readonly schema: string;
  readonly value: unknown;
}

/** What has been seen: IDs of points, under the operation whose documents show them, `''` for those of none. */
export type Shown = ReadonlyMap<string, ReadonlySet<string>>;

/** All IDs, whichever operation showed them. */
export function allShown(shown: Shown): Set<string> {
  return new Set([...shown.values()].flatMap((ids) => [...ids]));
}

/** Takes documents one by one and keeps only which points they show, so that a stream of any length fits in memory. */
export interface Recorder {
  add(document: CoveredDocument): void;
  readonly shown: Shown;
}

/** Starts empty. */
export function createRecorder(contract: Contract): Recorder {
  const shown = new Map<string, Set<string>>();
  return {
    shown,
    add: (document) => {
      const owner = document.operationId ?? '';
      const ids = shown.get(owner) ?? new Set();
      shown.set(owner, ids);
      for (const id of idsOf(document, contract)) ids.add(id);
    },
  };
}

/** Gives the IDs of all points that one document shows. */
function idsOf({ operationId, status, schema, value }: CoveredDocument, contract: Contract): Set<string> {
  const ids = exercisedBy(value, contract.schemaOf(schema));
  const operation = contract.operations.find(({ id }) => id === operationId);
  if (operation === undefined || status === undefined) return ids;
  if (status === 'request') return ids.add(`${operation.id} request`);
  const key = status === 'webhook' ? status : statusKey(status, operation.statuses);
  if (key === undefined) return ids;
  ids.add(operation.id);
  return ids.add(outcomePoint(operation.id, { status: key, isRefusal: isRefusal(key, value) }).id);
}

/** Whether a body under a status is a refusal. */
function isRefusal(status: string, value: unknown): boolean {
  return status.startsWith('2') && isObject(value) && typeof value.code === 'number' && value.code !== 0;
}

/** The key of the manifest for a status: itself, its class such as `4XX`, or `default`. */
function statusKey(status: string, known: readonly string[]): string | undefined {
  return [status, `${status.slice(0, 1)}XX`, `${status.slice(0, 1)}xx`, 'default'].find((key) => known.includes(key));
}
