import type { Envelope } from './api-description.js';
import { IamportError } from './errors.js';
import type { OperationRow } from './operation-row.js';
import type { Answer } from './send-request.js';

/** A parsed response: the whole body, and the data in it. */
export interface ReadAnswer {
  readonly body: unknown;
  readonly value: unknown;
}

/** What is needed to interpret a response. */
export interface AnswerContext {
  readonly operationId: string;
  readonly row: Pick<OperationRow, 'hasEnvelope'>;
  readonly envelope: Envelope | undefined;
}

/**
 * Interprets a response: returns the data of the envelope, or the whole body if there is no envelope. Checks the HTTP
 * status first, then the code in the envelope. 207 is a success with some items missing.
 *
 * @throws {IamportError} `'auth'` for 401; `'api'` if the API rejects the request (an HTTP error or an error code);
 *   `'http'` if the response is not from the API.
 */
export function readAnswer({ operationId, row, envelope }: AnswerContext, answer: Answer): ReadAnswer {
  const { status } = answer;
  const isOk = status >= 200 && status < 300;
  const details = { operationId, httpStatus: status, attempts: 1, sent: 'yes' } as const;
  const fail = (words: string): IamportError =>
    new IamportError(status === 401 ? 'auth' : 'http', `${operationId}: ${words}`, details);
  const body = parseAnswer(answer);
  if (body === undefined) throw fail(strangeAnswer(answer));
  if (!row.hasEnvelope || envelope === undefined) {
    if (isOk) return { body, value: body };
    throw fail(`HTTP ${status}`);
  }
  const opened = openEnvelope(body, envelope);
  if (opened === undefined) {
    const { code, message, data } = envelope;
    throw fail(`the response is not { ${code}, ${message}, ${data} } (HTTP ${status})`);
  }
  if (isOk && opened.code === envelope.success) return { body, value: opened.data };
  const { code, message: apiMessage } = opened;
  const kind = status === 401 ? 'auth' : 'api';
  const words = `${operationId} was refused: ${apiMessage ?? 'no reason given'} (HTTP ${status}, code ${code})`;
  throw new IamportError(kind, words, { ...details, code, apiMessage });
}

function strangeAnswer({ status, headers, text }: Answer): string {
  if (text === undefined) return `the response is larger than maxBodyBytes (HTTP ${status})`;
  // Browsers hide the status of a redirect that is not followed.
  if (status === 0 || (status >= 300 && status < 400 && status !== 304)) {
    return `the server sent a redirect${status === 0 ? '' : ` (HTTP ${status})`}, which is not followed; check baseUrl`;
  }
  const type = /^[\w.+/-]+/.exec(headers.get('content-type') ?? '')?.[0] ?? 'no content type';
  return `the response is not JSON (HTTP ${status}, ${type}, ${text.length} characters)`;
}

/**
 * Parses the JSON of a response; `undefined` if it is not JSON. A different content type means that it comes from a
 * proxy. A missing content type and `text/plain` are ignored.
 */
export function parseAnswer({ headers, text }: Pick<Answer, 'headers' | 'text'>): unknown {
  const type = headers.get('content-type') ?? '';
  return text !== undefined && (type === '' || /^text\/plain\b|[/+]json\b/i.test(type)) ? parseJson(text) : undefined;
}

/** Parses JSON; `undefined` if it is invalid. The message of a `SyntaxError` would quote personal data. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

interface Opened {
  readonly code: number;
  readonly message: string | undefined;
  readonly data: unknown;
}

function openEnvelope(body: unknown, { code, message, data }: Envelope): Opened | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  // An object; every property is checked before use.
  const fields = body as Readonly<Record<string, unknown>>;
  const [outcome, text] = [fields[code], fields[message]];
  if (typeof outcome !== 'number') return undefined;
  return { code: outcome, message: typeof text === 'string' ? text : undefined, data: fields[data] };
}
