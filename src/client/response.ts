import type { Envelope } from './api-description.js';
import { IamportError } from './errors.js';
import type { OperationRow } from './operation-row.js';
import type { Answer } from './send-request.js';

/** An answer that was read: the whole body, and in it what the caller asked for. */
export interface ReadAnswer {
  readonly body: unknown;
  readonly value: unknown;
}

/** What is needed to understand an answer. */
export interface AnswerContext {
  readonly operationId: string;
  readonly row: Pick<OperationRow, 'hasEnvelope'>;
  readonly envelope: Envelope | undefined;
}

/**
 * Reads an answer: the data of the envelope, or the whole body when there is none. First the HTTP status counts, then the
 * code in the envelope. 207 is a success that leaves something out.
 *
 * @throws {IamportError} `'auth'` for 401; `'api'` when the API says no (an HTTP error or another code than success);
 *   `'http'` when the API does not answer like that.
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
  const told = openEnvelope(body, envelope);
  if (told === undefined) {
    const { code, message, data } = envelope;
    throw fail(`the answer is not { ${code}, ${message}, ${data} } (HTTP ${status})`);
  }
  if (isOk && told.code === envelope.success) return { body, value: told.data };
  const { code, message: apiMessage } = told;
  const kind = status === 401 ? 'auth' : 'api';
  const words = `${operationId} was refused: ${apiMessage ?? 'no reason given'} (HTTP ${status}, code ${code})`;
  throw new IamportError(kind, words, { ...details, code, apiMessage });
}

function strangeAnswer({ status, headers, text }: Answer): string {
  if (text === undefined) return `the answer is larger than the client allows (HTTP ${status}; see maxBodyBytes)`;
  // Browsers hide the status of a redirect that they do not follow.
  if (status === 0 || (status >= 300 && status < 400 && status !== 304)) {
    return `the server redirects elsewhere${status === 0 ? '' : ` (HTTP ${status})`}, which is not followed; is baseUrl right?`;
  }
  const type = /^[\w.+/-]+/.exec(headers.get('content-type') ?? '')?.[0] ?? 'no content type';
  return `the answer is not JSON (HTTP ${status}, ${type}, ${text.length} characters)`;
}

/**
 * The JSON of an answer, or `undefined` when it is none. A content type that says something else is believed: it comes from
 * something in between. None at all, and `text/plain`, mean nothing.
 */
export function parseAnswer({ headers, text }: Pick<Answer, 'headers' | 'text'>): unknown {
  const type = headers.get('content-type') ?? '';
  return text !== undefined && (type === '' || /^text\/plain\b|[/+]json\b/i.test(type)) ? parseJson(text) : undefined;
}

/** The JSON in a text, or `undefined` when it is none. The message of a `SyntaxError` would quote personal data. */
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
  // An object; each property is looked at before it is used.
  const fields = body as Readonly<Record<string, unknown>>;
  const [outcome, text] = [fields[code], fields[message]];
  if (typeof outcome !== 'number') return undefined;
  return { code: outcome, message: typeof text === 'string' ? text : undefined, data: fields[data] };
}
