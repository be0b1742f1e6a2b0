import { IamportError } from './errors.js';

// 10^11 seconds is in the year 5138, 10^11 milliseconds in 1973, so larger numbers are milliseconds.
const TOO_LARGE = 1e11;

/** An input whose fields with these names, at any depth, may hold `Date`s instead of Unix seconds. */
export type WithDates<Input, Names extends string> = Input extends readonly (infer Item)[]
  ? WithDates<Item, Names>[]
  : Input extends object
    ? { [Key in keyof Input]: Key extends Names ? OrDate<Input[Key]> : WithDates<Input[Key], Names> }
    : Input;

/** A time, or a list or record of times. */
type OrDate<Time> = Time extends object ? { [Key in keyof Time]: OrDate<Time[Key]> } : Time | Date;

/**
 * Converts a timestamp of the API to a `Date`. `0`, `null` and `undefined` mean "not yet" and return `null`.
 *
 * @param seconds Unix seconds.
 * @throws {IamportError} `kind: 'input'` for milliseconds.
 */
export function toDate(seconds: number | null | undefined): Date | null {
  if (seconds === 0 || seconds === null || seconds === undefined) return null;
  return new Date(refuseMilliseconds('the time', seconds) * 1000);
}

/**
 * Converts a `Date` to Unix seconds, as the API expects.
 *
 * @throws {IamportError} `kind: 'input'` for an invalid date.
 */
export function toUnixTime(date: Date): number {
  const seconds = Math.floor(date.getTime() / 1000);
  if (Number.isFinite(seconds)) return seconds;
  throw new IamportError('input', 'the date is invalid');
}

/**
 * Converts a `Date` or a number of Unix seconds to Unix seconds.
 *
 * @throws {IamportError} `kind: 'input'` for milliseconds and for anything that is not a timestamp.
 */
export function readUnixTime(name: string, time: Date | number): number {
  const seconds = time instanceof Date ? toUnixTime(time) : refuseMilliseconds(name, time);
  if (Number.isInteger(seconds) && seconds >= 0) return seconds;
  throw new IamportError('input', `${name} must be a Date or Unix time in whole seconds`);
}

/**
 * The same seconds.
 *
 * @param name What has them, for the error.
 * @throws {IamportError} `kind: 'input'` for milliseconds.
 */
export function refuseMilliseconds(name: string, time: number): number {
  if (!(time >= TOO_LARGE)) return time;
  const seconds = Math.floor(time / 1000);
  throw new IamportError('input', `${name} is ${time}, which is milliseconds; use seconds (${seconds}) or a Date`);
}
