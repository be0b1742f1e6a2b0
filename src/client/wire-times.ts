import { IamportError } from './errors.js';
import { pointerKeys } from './pointer.js';
import { refuseMilliseconds, toUnixTime } from './unix-time.js';

/**
 * Converts every `Date` of an input at one of the places to Unix seconds. Does not modify the input.
 *
 * @param places See `times` of `OperationRow`.
 * @throws {IamportError} `kind: 'input'` for milliseconds and invalid dates.
 */
export function toWireTimes(input: unknown, places: readonly string[]): unknown {
  return places.reduce((value, place) => convert(value, pointerKeys(place), ''), input);
}

function convert(value: unknown, [step, ...rest]: readonly string[], name: string): unknown {
  if (step === undefined) return convertTime(value, name);
  if (typeof value !== 'object' || value === null) return value;
  const changed = keysAt(value, step).flatMap((key): [string, unknown][] => {
    // An object with the property, or an array with the item.
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    const own = Array.isArray(value) ? `[${key}]` : name === '' ? key : `.${key}`;
    const converted = convert(inner, rest, name + own);
    return Object.is(converted, inner) ? [] : [[key, converted]];
  });
  if (changed.length === 0) return value;
  const converted = Object.fromEntries(changed);
  return Array.isArray(value) ? Object.assign(value.slice(), converted) : { ...value, ...converted };
}

/** The keys of an object or array that a step of a place means. */
function keysAt(value: object, step: string): string[] {
  if (!step.startsWith('*')) return Object.hasOwn(value, step) ? [step] : [];
  const pattern = new RegExp(step.slice(1), 'u');
  return Object.keys(value).filter((key) => pattern.test(key));
}

function convertTime(value: unknown, name: string): unknown {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new IamportError('input', `${name} is an invalid Date`);
    return toUnixTime(value);
  }
  return typeof value === 'number' ? refuseMilliseconds(name, value) : value;
}
