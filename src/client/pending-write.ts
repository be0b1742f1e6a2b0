import type { CallOptions } from './call-options.js';
import type { OperationRow } from './operation-row.js';

/** A write whose outcome may have to be found out. */
export interface PendingWrite {
  readonly row: OperationRow;
  readonly input: Readonly<Record<string, unknown>>;
  readonly options: CallOptions;
  /** What the look-up gave before the write; `undefined` when it was not made or failed. */
  readonly before?: LookedUp | undefined;
}

/** What a look-up gave. */
export interface LookedUp {
  readonly statusCode: number;
  /** The envelope opened; `undefined` when there is nothing (404). */
  readonly value: unknown;
}
