import { IamportError } from '../client/errors.js';

// 10^11 seconds is the year 5138; 10^11 milliseconds is 1973. Nobody means either.
const TOO_LARGE = 1e11;

/** A time of the API as a `Date`. `0`, `null` and `undefined` mean "not yet" and give `null`. */
export function toDate(seconds: number | null | undefined): Date | null {
  return seconds === 0 || seconds === null || seconds === undefined ? null : new Date(seconds * 1000);
}

/**
 * A `Date` in unix seconds, as the API wants it.
 *
 * @throws {IamportError} `kind: 'input'` when it is an invalid date.
 */
export function toUnixTime(date: Date): number {
  const seconds = Math.floor(date.getTime() / 1000);
  if (Number.isFinite(seconds)) return seconds;
  throw new IamportError('input', 'the date is invalid');
}

/**
 * Unix seconds of a `Date` or a number of unix seconds.
 *
 * @throws {IamportError} `kind: 'input'` for milliseconds and for what is no time at all.
 */
export function readUnixTime(name: string, time: Date | number): number {
  const seconds = time instanceof Date ? toUnixTime(time) : time;
  if (Number.isInteger(seconds) && seconds >= 0 && seconds < TOO_LARGE) return seconds;
  throw new IamportError('input', `${name} must be a Date or whole unix seconds, not milliseconds`);
}
