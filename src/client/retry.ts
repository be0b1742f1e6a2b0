import type { IamportError } from './errors.js';

/** Milliseconds: the first backoff is up to this long, each further one up to twice as long as the one before. */
const BASE = 300;

/** Milliseconds: the longest backoff of our own. */
const LONGEST = 5000;

/** Milliseconds: the longest wait that `Retry-After` can ask for. */
const LONGEST_ASKED = 10_000;

/** Whether a failure may pass by itself: no answer, 408, 429 or 5xx. */
export function isTransient({ kind, httpStatus = 0 }: IamportError): boolean {
  return kind === 'network' || httpStatus === 408 || httpStatus === 429 || httpStatus >= 500;
}

/**
 * Milliseconds to wait before trying again: what the server asked for, capped, else a random part of a growing span, so
 * that many clients do not come back at the same moment.
 *
 * @param attempt The try that failed, from 1.
 * @param retryAfter The header: seconds or an HTTP date.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function backoff(attempt: number, retryAfter: string | null): number {
  const asked = readRetryAfter(retryAfter);
  if (asked !== undefined) return Math.min(asked, LONGEST_ASKED);
  return Math.random() * Math.min(LONGEST, BASE * 2 ** (attempt - 1));
}

function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
