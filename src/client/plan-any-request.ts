import { encodeBody } from './encode-body.js';
import { IamportError } from './errors.js';
import type { OperationRow, ParameterStyle } from './operation-row.js';
import { escapeAll, escapeUnreserved, primitiveText, writeStyled } from './parameter-style.js';
import { createAnswerReader } from './read-any-answer.js';
import { assertPath, buildPath, encodeSegment } from './path.js';
import { bodyOf, headerValue, pick, type RequestManner, type RequestPlan } from './request.js';

type Fields = Readonly<Record<string, unknown>>;

/** By wire name: how a parameter is written. */
type Styles = ReadonlyMap<string, ParameterStyle>;

/** How parameters are written where their row says nothing. */
const SIMPLE: ParameterStyle = { style: 'simple', explode: false };
const FORM: ParameterStyle = { style: 'form', explode: true };

/**
 * Plans the request of an operation whose row says more than plain parameters and JSON.
 *
 * @throws {IamportError} `kind: 'input'` when a value would change the URL, or cannot be expressed where it goes.
 */
export function planAnyRequest(row: OperationRow, input: Fields, manner: RequestManner): RequestPlan {
  const path = buildStyledPath(row.path, pick(input, row.pathFields), stylesOf(row, row.pathFields));
  const query = pairsOf(pick(input, row.queryFields), stylesOf(row, row.queryFields)).join('&');
  const url = `${manner.baseUrl}${path}${query === '' ? '' : `?${query}`}`;
  assertPath(url, manner.baseUrl, path);
  const { accept = ['application/json'] } = row.wire ?? {};
  const headers = { accept: accept.join(', ') || '*/*', ...headersOf(row, { ...manner.own, ...input }) };
  const answer = createAnswerReader(row.wire ?? {}, manner.options?.parseAs);
  const { partHeaders = '' } = row.wire ?? {};
  const headerFields = { ...row.headerFields, ...row.wire?.cookieFields, ...(partHeaders && { [partHeaders]: '' }) };
  const content = bodyOf({ ...row, headerFields }, input);
  if (content === undefined || row.body === undefined) return { method: row.method, url, headers, answer };
  const wanted = contentType(row, manner) ?? row.body.mediaType;
  const { mediaType, ...payload } = encodeBody(content, wanted, {
    encodings: row.wire?.bodies?.[wanted] ?? {},
    partHeaders: input[partHeaders],
  });
  return { method: row.method, url, headers: { ...headers, 'content-type': mediaType }, payload, answer };
}

/** The media type that the caller wants for the body. */
function contentType({ wire, body }: OperationRow, { form, options }: RequestManner): string | undefined {
  const wanted = options?.contentType ?? (form ? 'application/x-www-form-urlencoded' : undefined);
  const known = Object.keys(wire?.bodies ?? { [body?.mediaType ?? '']: {} });
  if (wanted === undefined || known.includes(wanted)) return wanted;
  throw new IamportError('input', `contentType must be one of ${known.join(', ')}`);
}

/**
 * Puts values into a path template, each in its style.
 *
 * @param values By wire name.
 * @throws {IamportError} `kind: 'input'` when a value is missing or would change the URL.
 */
export function buildStyledPath(template: string, values: Fields, styles: Styles): string {
  const path = buildPath(template, values, (name, value) => {
    const how = styles.get(name) ?? SIMPLE;
    const isText = typeof value !== 'object' && value !== undefined && how.mediaType === undefined;
    if (isText && how.style === 'simple') return encodeSegment(name, primitiveText(name, value));
    const [text = ''] =
      value === undefined || value === null ? [] : writeStyled({ name, value, how, escape: escapeAll });
    if (text !== '') return text;
    throw new IamportError('input', `${name} is ${value === undefined ? 'missing' : 'empty and would change the URL'}`);
  });
  // A segment may be made of several values: `.` of a label and an empty text.
  if (!path.split('/').some((segment) => /^(%2e|\.){1,2}$/i.test(segment))) return path;
  throw new IamportError('input', 'its path fields would change the URL');
}

/** The parts of a query or a cookie; the values are by wire name. */
export function pairsOf(values: Fields, styles: Styles): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const how = styles.get(name) ?? FORM;
    return writeStyled({ name, value, how, escape: how.allowReserved === true ? escapeUnreserved : escapeAll });
  });
}

function headersOf(row: OperationRow, input: Fields): Record<string, string> {
  const headers = headerTexts(pick(input, row.headerFields), stylesOf(row, row.headerFields));
  const cookieFields = row.wire?.cookieFields;
  const cookies = pairsOf(pick(input, cookieFields), stylesOf(row, cookieFields));
  // `&` stands in no cookie: each part is one of its own.
  if (cookies.length > 0) headers.cookie = cookies.join('; ');
  return headers;
}

/** The texts of headers, by name in lower case; the values are by wire name. */
export function headerTexts(values: Fields, styles: Styles): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const [text] = writeStyled({ name, value, how: styles.get(name) ?? SIMPLE, escape: (unchanged) => unchanged });
    if (text !== undefined) headers[name.toLowerCase()] = headerValue(name, text);
  }
  return headers;
}

/** The styles of the fields that go to one place, by wire name. */
export function stylesOf({ wire }: OperationRow, fields: Readonly<Record<string, string>> = {}): Styles {
  const styles = Object.entries(fields).flatMap(([key, name]) => {
    const how = wire?.styles !== undefined && Object.hasOwn(wire.styles, key) ? wire.styles[key] : undefined;
    return how === undefined ? [] : [[name, how] as const];
  });
  return new Map(styles);
}
