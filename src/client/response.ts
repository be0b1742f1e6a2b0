import { IamportError } from './errors.js';
import type { Answer } from './send-request.js';
import type { OperationRow } from './operation-row.js';

/**
 * Reads an answer and gives what the caller asked for: the `response` of the envelope. First the HTTP status counts, then
 * `code`. 207 is a success that leaves something out.
 *
 * @throws {IamportError} `'auth'` for 401; `'api'` when the API says no (HTTP error or `code` other than 0); `'http'` when
 *   the answer is no answer of the API.
 */
export function readAnswer(operationId: string, row: Pick<OperationRow, 'hasEnvelope'>, answer: Answer): unknown {
  const { status, headers, text } = answer;
  const isOk = status >= 200 && status < 300;
  const told = { operationId, httpStatus: status, attempts: 1, sent: 'yes' } as const;
  const body = parseAnswer(answer);
  if (body === undefined) {
    const type = /^[\w.+/-]+/.exec(headers.get('content-type') ?? '')?.[0] ?? 'no content type';
    const words = `${operationId}: the answer is not JSON (HTTP ${status}, ${type}, ${text.length} characters)`;
    throw new IamportError(status === 401 ? 'auth' : 'http', words, told);
  }
  if (!row.hasEnvelope) {
    if (isOk) return body;
    throw new IamportError(status === 401 ? 'auth' : 'http', `${operationId}: HTTP ${status}`, told);
  }
  if (!isEnvelope(body)) {
    const words = `${operationId}: the answer is not { code, message, response } (HTTP ${status})`;
    throw new IamportError(status === 401 ? 'auth' : 'http', words, told);
  }
  if (isOk && body.code === 0) return body.response;
  throw refusal(body, told);
}

/**
 * The JSON of an answer, or `undefined` when it is none. A content type that says something else is believed: it comes from
 * something in between. None at all, and `text/plain`, tell nothing.
 */
export function parseAnswer({ headers, text }: Pick<Answer, 'headers' | 'text'>): unknown {
  const type = headers.get('content-type') ?? '';
  return type === '' || /^text\/plain\b|[/+]json\b/i.test(type) ? parseJson(text) : undefined;
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

interface Envelope {
  readonly code: number;
  readonly message?: unknown;
  readonly response?: unknown;
}

function refusal(
  { code, message }: Envelope,
  told: { operationId: string; httpStatus: number; attempts: number; sent: 'yes' },
): IamportError {
  const apiMessage = typeof message === 'string' ? message : undefined;
  const kind = told.httpStatus === 401 ? 'auth' : 'api';
  const words = `${told.operationId} was refused: ${apiMessage ?? 'no reason given'} (HTTP ${told.httpStatus}, code ${code})`;
  return new IamportError(kind, words, { ...told, code, apiMessage });
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'number';
}
