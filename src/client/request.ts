import type { ResponseOptions } from './call-options.js';
import { IamportError } from './errors.js';
import { encodeForm } from './form.js';
import type { OperationRow } from './operation-row.js';
import { assertPath, buildPath } from './path.js';
import type { AnswerContext, ReadAnswer } from './response.js';
import type { Answer, BodyReader } from './send-request.js';

const FORM = 'application/x-www-form-urlencoded';

type Fields = Readonly<Record<string, unknown>>;

/** A request without credentials, which can be sent repeatedly. */
export interface RequestPlan {
  readonly method: string;
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** What `fetch` needs to send the body; absent when there is none. */
  readonly payload?: { readonly body: NonNullable<RequestInit['body']>; readonly duplex?: 'half' };
  /** How answers are read. Default: as JSON. */
  readonly answer?: AnswerReader;
}

/** Reads the answers of one call. */
export interface AnswerReader {
  readonly receive: BodyReader;
  readonly read: (context: AnswerContext, answer: Answer) => ReadAnswer;
  /** How strictly answers are compared with the document. Default: as the client says. */
  readonly mode?: 'off' | undefined;
}

/** Options for building requests. */
export interface RequestManner {
  readonly baseUrl: string;
  /** Whether the body is sent as a form instead of JSON. */
  readonly form: boolean;
  /** Header fields that the input may leave out: the options that the document adds. */
  readonly own: Fields;
  readonly options?: ResponseOptions | undefined;
}

/** Plans a request from a row and an input. */
export type Planner = (row: OperationRow, input: Fields, manner: RequestManner) => RequestPlan;

/**
 * Plans the request of an operation from its input, which must be an object.
 *
 * @throws {IamportError} `kind: 'input'` if a path value would change the URL, or a number is not finite.
 */
export function planRequest(row: OperationRow, input: Fields, { baseUrl, form, own }: RequestManner): RequestPlan {
  const path = buildPath(row.path, pick(input, row.pathFields));
  const query = encodeQuery(pick(input, row.queryFields));
  const url = `${baseUrl}${path}${query === '' ? '' : `?${query}`}`;
  assertPath(url, baseUrl, path);
  const headers: Record<string, string> = { accept: 'application/json' };
  const named = pick({ ...own, ...input }, row.headerFields);
  for (const name in named) headers[name.toLowerCase()] = headerValue(name, named[name]);
  const content = bodyOf(row, input);
  if (content === undefined || row.body === undefined) return { method: row.method, url, headers };
  assertFinite(content);
  const mediaType = form ? FORM : row.body.mediaType;
  headers['content-type'] = mediaType;
  const body = mediaType === FORM ? encodeForm(content) : JSON.stringify(content);
  return { method: row.method, url, headers, payload: { body } };
}

/**
 * Encodes a query: arrays as repeated names (style `form`, exploded), objects in brackets (`deepObject`).
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
function encodeQuery(fields: Fields): string {
  if (fields === NO_FIELDS) return '';
  const pairs = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    if (Array.isArray(value)) return value.map((entry) => [name, entry]);
    if (typeof value !== 'object' || value === null) return [[name, value]];
    return Object.entries(value).map(([key, inner]) => [`${name}[${key}]`, inner]);
  });
  return pairs
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
}

/** The text of a header. @throws {IamportError} `kind: 'input'` for what a header cannot hold. */
export function headerValue(name: string, value: unknown): string {
  const text = String(value);
  if (/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) return text;
  throw new IamportError('input', `${name} contains characters that are not allowed in a header`);
}

const NO_FIELDS: Fields = {};

/** The fields that go to one place, by wire name. */
export function pick(input: Fields, fields?: Readonly<Record<string, string>>): Fields {
  const picked: [string, unknown][] = [];
  for (const name in fields) {
    const value = Object.hasOwn(input, name) ? input[name] : undefined;
    if (value !== undefined && value !== null) picked.push([fields[name] ?? name, value]);
  }
  // `fromEntries` takes "__proto__" for a name like any other.
  return picked.length === 0 ? NO_FIELDS : Object.fromEntries(picked);
}

/** What the body is made of; `undefined` when there is none. */
export function bodyOf(row: OperationRow, input: Fields): unknown {
  if (row.body === undefined) return undefined;
  if (row.body.isWhole) return input.body;
  const elsewhere = { ...row.pathFields, ...row.queryFields, ...row.headerFields };
  return Object.fromEntries(Object.entries(input).filter(([name]) => !Object.hasOwn(elsewhere, name)));
}

// JSON writes NaN as null, which may mean everything where a number means a part.
/** Rejects numbers that JSON cannot express. */
export function assertFinite(value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new IamportError('input', 'a number is not finite');
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(assertFinite);
}
