import type { IamportError } from './errors.js';
import type { PendingWrite } from './pending-write.js';

/** Milliseconds: the longest part of a call's time that reading back may take. */
const LONGEST_READ_BACK = 10_000;

/**
 * Milliseconds of a call's time that are kept for reading back when the outcome of a write is unknown: a third, at most 10
 * seconds, and nothing when no look-up could prove anything.
 */
export function readBackTime({ row, options }: PendingWrite, timeoutMs: number): number {
  const isProvable = options.judge !== undefined || row.readBack?.done !== undefined;
  return isProvable ? Math.min(LONGEST_READ_BACK, timeoutMs / 3) : 0;
}

/**
 * Whether a write that failed this way may have happened. It is proven that nothing did when the request never left, and
 * when the API itself refused: a code other than success under HTTP 2xx, or 400, 401, 403, 404. Everything else proves
 * nothing: 5xx, 408, 409, 429, an answer of something in between, a connection that broke. Nor does an abort.
 */
export function mayHaveHappened({ kind, sent, httpStatus = 0 }: IamportError): boolean {
  if (sent === 'no' || kind === 'input' || kind === 'auth') return false;
  // The answer was a success, only not as described.
  if (kind === 'validation') return false;
  return !(kind === 'api' && (httpStatus < 300 || [400, 401, 403, 404].includes(httpStatus)));
}
