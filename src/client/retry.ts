import type { IamportError } from './errors.js';

/** Upper limit of the first backoff in milliseconds; doubles with each attempt. */
const BASE = 300;

/** Upper limit of every backoff in milliseconds. */
const LONGEST = 5000;

/** Upper limit of `Retry-After` in milliseconds. */
const LONGEST_ASKED = 10_000;

/** Whether a failure may be temporary: no response, 408, 429 or 5xx. */
export function isTransient({ kind, httpStatus = 0 }: IamportError): boolean {
  return kind === 'network' || httpStatus === 408 || httpStatus === 429 || httpStatus >= 500;
}

/**
 * Milliseconds to wait before the next attempt: the server's `Retry-After`, capped, else exponential backoff with full
 * jitter, so that many clients do not retry at the same moment.
 *
 * @param attempt The attempt that failed, from 1.
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
