import type { IamportError } from './errors.js';
import type { PendingWrite } from './pending-write.js';

/** Maximum time reserved for reading back, in milliseconds. */
const LONGEST_READ_BACK = 10_000;

/**
 * Milliseconds of a call's time limit reserved for reading back a write with an unknown outcome: a third, at most 10
 * seconds, and nothing if no look-up could prove anything.
 */
export function readBackTime({ row, options }: PendingWrite, timeoutMs: number): number {
  const isProvable = options.judge !== undefined || row.readBack?.done !== undefined;
  return isProvable ? Math.min(LONGEST_READ_BACK, timeoutMs / 3) : 0;
}

/**
 * Whether a write that failed this way may have happened. It has not if the request was never sent, or if the API
 * itself rejected it: an error code with HTTP 2xx, or 400, 401, 403, 404. Everything else proves nothing: 5xx, 408,
 * 409, 429, a response of a proxy, a broken connection, an abort.
 */
export function mayHaveHappened({ kind, sent, httpStatus = 0 }: IamportError): boolean {
  if (sent === 'no' || kind === 'input' || kind === 'auth') return false;
  // The response was a success that does not match the spec.
  if (kind === 'validation') return false;
  return !(kind === 'api' && (httpStatus < 300 || [400, 401, 403, 404].includes(httpStatus)));
}
