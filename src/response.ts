import { IamportError } from './errors.js';
import type { OperationRow } from './operation-row.js';

/**
 * Reads an answer and gives what the caller asked for: the `response` of the envelope.
 *
 * @throws {IamportError} `'auth'` for 401; `'api'` when the API says no (HTTP error or `code` other than 0); `'http'` when
 *   the answer is no answer of the API; `'network'` when it breaks off.
 */
export async function readResponse(
  operationId: string,
  row: Pick<OperationRow, 'hasEnvelope'>,
  response: Response,
): Promise<unknown> {
  const told = { operationId, httpStatus: response.status, attempts: 1, sent: 'yes' } as const;
  const text = await response.text().catch((cause: unknown) => {
    throw new IamportError('network', `${operationId}: the answer broke off (HTTP ${response.status})`, {
      ...told,
      cause,
    });
  });
  const body = parseJson(text);
  if (body === undefined) {
    const type = response.headers.get('content-type') ?? 'no content type';
    throw new IamportError(
      'http',
      `${operationId}: the answer is not JSON (HTTP ${response.status}, ${type}, ${text.length} characters)`,
      told,
    );
  }
  if (!row.hasEnvelope) {
    if (response.ok) return body;
    throw new IamportError('http', `${operationId}: HTTP ${response.status}`, told);
  }
  if (!isEnvelope(body)) {
    throw new IamportError(
      'http',
      `${operationId}: the answer is not { code, message, response } (HTTP ${response.status})`,
      told,
    );
  }
  if (response.ok && body.code === 0) return body.response;
  throw refusal(body, told);
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

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // The message of a SyntaxError quotes the text, which may hold personal data.
    return undefined;
  }
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'number';
}
