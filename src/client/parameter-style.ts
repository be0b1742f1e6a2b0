import { IamportError } from './errors.js';
import type { ParameterStyle } from './operation-row.js';

/** One value to write: a field of the input that is neither `undefined` nor `null`. */
export interface StyledValue {
  /** Name on the wire. */
  readonly name: string;
  readonly value: unknown;
  readonly how: ParameterStyle;
  /** Escapes a text for the place it goes to. */
  readonly escape: (text: string) => string;
}

/** A text, with the key it has in an object. */
type Member = readonly [key: string | undefined, text: string];

/** RFC 6570: what stands before the first part and between parts, and whether parts have the parameter's name. */
interface Operator {
  readonly first: string;
  readonly separator: string;
  readonly isNamed: boolean;
}

const OPERATORS: Readonly<Partial<Record<string, Operator>>> = {
  simple: { first: '', separator: ',', isNamed: false },
  label: { first: '.', separator: '.', isNamed: false },
  matrix: { first: ';', separator: ';', isNamed: true },
};

const FORM: Operator = { first: '', separator: '&', isNamed: true };

/** What stands between the members of a value that is not exploded. */
const DELIMITERS: Readonly<Partial<Record<string, string>>> = { spaceDelimited: '%20', pipeDelimited: '%7C' };

/**
 * Writes the value of a parameter in a style of OpenAPI. The parts are still apart: `&` or `; ` goes between those of a
 * query or a cookie. None: an empty array or object, which RFC 6570 takes for a value that is not there.
 *
 * @throws {IamportError} `kind: 'input'` for a value that the style cannot express.
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 * @see https://www.rfc-editor.org/rfc/rfc6570#section-3.2.1
 */
export function writeStyled(styled: StyledValue): string[] {
  const { name, value, how, escape } = styled;
  const { first, separator, isNamed } = OPERATORS[how.style] ?? FORM;
  const pair = (key: string, text: string): string => (how.style === 'matrix' && text === '' ? key : `${key}=${text}`);
  if (how.mediaType !== undefined) {
    const text = escape(contentText(name, value, how.mediaType));
    return [isNamed ? pair(escape(name), text) : text];
  }
  if (how.style === 'deepObject') return deepPairs(name, value, escape);
  const members = membersOf(name, value);
  if (members.length === 0) return [];
  if (!how.explode || typeof value !== 'object') {
    const texts = members.flatMap(([key, text]) => (key === undefined ? [text] : [key, text])).map(escape);
    const list = texts.join(DELIMITERS[how.style] ?? ',');
    return [first + (isNamed ? pair(escape(name), list) : list)];
  }
  const parts = members.map(([key, text]) => {
    if (key !== undefined) return pair(escape(key), escape(text));
    return isNamed ? pair(escape(name), escape(text)) : escape(text);
  });
  return separator === '&' ? parts : [first + parts.join(separator)];
}

/**
 * Percent-encodes everything but unreserved characters, as RFC 6570 does.
 *
 * @throws {IamportError} `kind: 'input'` for half a surrogate pair.
 */
export function escapeAll(text: string): string {
  return encode(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The same, leaving reserved characters and finished escapes alone (`allowReserved`). Characters that would end the value,
 * the query or the URL are escaped all the same.
 */
export function escapeUnreserved(text: string): string {
  return text.replace(/%[0-9a-f]{2}|[:/?@!$'()*,;=]|[^:/?@!$'()*,;=%]+|%/gi, (part) =>
    /^(%..|[:/?@!$'()*,;=])$/.test(part) ? part : encode(part),
  );
}

function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new IamportError('input', 'a text is not well-formed Unicode');
  }
}

/**
 * A value that is neither array nor object, as text.
 *
 * @throws {IamportError} `kind: 'input'` for anything else, and for numbers that are not finite.
 */
export function primitiveText(name: string, value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new IamportError('input', `${name} is not finite`);
  if (['string', 'number', 'boolean', 'bigint'].includes(typeof value)) return String(value);
  throw new IamportError('input', `${name} holds a value that this parameter cannot express`);
}

function membersOf(name: string, value: unknown): Member[] {
  if (typeof value !== 'object' || value === null) return [[undefined, primitiveText(name, value)]];
  const isList = Array.isArray(value);
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined && inner !== null)
    .map(([key, inner]): Member => [isList ? undefined : key, primitiveText(`${name}.${key}`, inner)]);
}

/** `a[b]=1`; what is deeper gets further brackets, as PHP and qs read them. */
function deepPairs(name: string, value: unknown, escape: (text: string) => string): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [`${escapeAll(name)}=${escape(primitiveText(name, value))}`];
  return Object.entries(value).flatMap(([key, inner]) => deepPairs(`${name}[${key}]`, inner, escape));
}

function contentText(name: string, value: unknown, mediaType: string): string {
  return /[/+]json\b/i.test(mediaType) ? JSON.stringify(value) : primitiveText(name, value);
}
