import { IamportError } from './errors.js';

/** Maximum length of a path field, in characters: many servers refuse a URL of more than 8,000 bytes. */
const LONGEST = 2000;

/** A value that is the same in a path: at most {@link LONGEST} letters, digits, `_` and `-`. */
const PLAIN = /^[\w-]{1,2000}$/;

/** A path that URL parsing does not change: letters, digits and escapes, and no segment that begins with a dot. */
const STEADY = /^(?:\/(?!\.|%2e)[\w.~!*'()%-]*)+$/i;

/**
 * Expands a path template. Every operation and the raw client use it.
 *
 * Encoding is not enough: the URL standard treats `.`, `..` and even `%2e%2e` as relative segments, so an ID of `..`
 * would reach another operation. Such values are rejected before anything is sent.
 *
 * @param encode Writes the value of a name. Default: as text.
 * @throws {IamportError} `kind: 'input'` if a value is missing or would change the URL.
 * @see https://url.spec.whatwg.org/#double-dot-path-segment
 */
export function buildPath(
  template: string,
  values: Readonly<Record<string, unknown>>,
  encode: (name: string, value: unknown) => string = encodeSegment,
): string {
  let path = '';
  let isName = false;
  // Text, name, text, …: faster than `replace` with a function.
  for (const part of template.split(/[{}]/)) {
    path += isName ? encode(part, Object.hasOwn(values, part) ? values[part] : undefined) : part;
    isName = !isName;
  }
  return path;
}

/**
 * Checks that a parsed URL still consists of its base and path.
 *
 * @throws {IamportError} `kind: 'input'` if it points elsewhere.
 */
export function assertPath(url: string, baseUrl: string, path: string): void {
  if (STEADY.test(path) && url.split('?')[0] === baseUrl + path) return;
  const [actual, base] = [new URL(url), new URL(baseUrl)];
  const wanted = `${base.pathname.replace(/\/+$/, '')}${path}`;
  if (actual.origin === base.origin && actual.pathname === wanted) return;
  throw new IamportError('input', 'its path fields would change the URL');
}

/**
 * Percent-encodes a value for a path.
 *
 * @throws {IamportError} `kind: 'input'` if it is not a string or would change the URL.
 */
export function encodeSegment(name: string, value: unknown): string {
  // Most IDs: nothing to escape, no dot.
  if (typeof value === 'string' && PLAIN.test(value)) return value;
  if (typeof value !== 'string') throw refusal(name, value === undefined ? 'is missing' : 'is not a string');
  if (value === '') throw refusal(name, 'is empty and would change the URL');
  if (value.length > LONGEST) throw refusal(name, `is longer than ${LONGEST} characters`);
  if (/^(%2e|\.){1,2}$/i.test(value)) throw refusal(name, `is "${value}" and would change the URL`);
  if (/\p{Cc}/u.test(value)) throw refusal(name, 'contains control characters');
  try {
    return encodeURIComponent(value);
  } catch {
    throw refusal(name, 'is not well-formed Unicode');
  }
}

function refusal(name: string, why: string): IamportError {
  return new IamportError('input', `${name} ${why}`);
}
