import type { CallOptions } from './call-options.js';
import type { OperationRow } from './operation-row.js';

/** A write whose outcome may be unknown. */
export interface PendingWrite {
  readonly row: OperationRow;
  readonly input: Readonly<Record<string, unknown>>;
  readonly options: CallOptions;
  /** The look-up before the write; `undefined` if it was not made or failed. */
  readonly before?: LookedUp | undefined;
}

/** The result of a look-up. */
export interface LookedUp {
  readonly statusCode: number;
  /** The data without the envelope; `undefined` for 404. */
  readonly value: unknown;
}
