import { IamportError } from './errors.js';
import { refuseMilliseconds, toUnixTime } from './unix-time.js';

/**
 * Converts every `Date` of an input at one of the places to Unix seconds. Does not modify the input.
 *
 * @param places JSON Pointers, with `*` for every entry of an array.
 * @throws {IamportError} `kind: 'input'` for milliseconds and invalid dates.
 */
export function toWireTimes(input: unknown, places: readonly string[]): unknown {
  return places.reduce((value, place) => convert(value, place.split('/').slice(1), ''), input);
}

function convert(value: unknown, [key, ...rest]: readonly string[], name: string): unknown {
  if (key === undefined) return convertTime(value, name);
  if (key === '*') {
    if (!Array.isArray(value)) return value;
    return value.map((entry, index) => convert(entry, rest, `${name}[${index}]`));
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  // An object with the key.
  const fields = value as Readonly<Record<string, unknown>>;
  const converted = convert(fields[key], rest, name === '' ? key : `${name}.${key}`);
  return converted === fields[key] ? value : { ...fields, [key]: converted };
}

function convertTime(value: unknown, name: string): unknown {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new IamportError('input', `${name} is an invalid Date`);
    return toUnixTime(value);
  }
  return typeof value === 'number' ? refuseMilliseconds(name, value) : value;
}
