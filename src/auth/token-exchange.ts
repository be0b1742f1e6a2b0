import type { ApiDescription } from '../client/api-description.js';
import { NO_AUTHORIZATION } from '../client/authorization.js';
import type { Settings } from '../client/client-options.js';
import { IamportError } from '../client/errors.js';
import type { OperationRow } from '../client/operation-row.js';
import { perform } from '../client/perform.js';

/** How an API exchanges credentials for a token: `x-token-exchange` of a security scheme. */
export interface TokenExchange {
  /** Name of the exchange in errors and events. */
  readonly operation: string;
  /** Path to POST to, relative to the base URL. */
  readonly tokenUrl: string;
  /** Property of the body → option of the client. */
  readonly from: Readonly<Record<string, string>>;
  /** Properties of the response: the token, its expiry, and the server's time, both in Unix seconds. */
  readonly token: string;
  readonly expiresAt: string;
  readonly now: string;
  /** Header that carries the token, in lower case. */
  readonly header: string;
}

/** A new token from the server. */
export interface IssuedToken {
  readonly value: string;
  /** Unix seconds by the server's clock. */
  readonly expiresAt: number;
  /** The server's time when it responded, in Unix seconds. */
  readonly now: number;
}

/** Whose tokens to fetch, and where. */
export interface TokenRequester {
  readonly api: Pick<ApiDescription, 'envelope'>;
  readonly exchange: TokenExchange;
  readonly settings: Settings;
  /** The body of the exchange. */
  readonly credentials: Readonly<Record<string, string>>;
}

/**
 * Fetches a token, with the retries of a read.
 *
 * @throws {IamportError} with `sent: 'no'`, because the call that needs the token was not sent.
 */
export async function requestToken({ api, exchange, settings, credentials }: TokenRequester): Promise<IssuedToken> {
  const { operation } = exchange;
  const row: OperationRow = {
    method: 'POST',
    path: exchange.tokenUrl,
    body: { mediaType: 'application/json', isWhole: false },
    hasEnvelope: api.envelope !== undefined,
    needsAuth: false,
    effect: 'none',
    checkInput: () => Promise.resolve(() => ({ ok: true })),
  };
  const context = {
    ...settings,
    own: {},
    operations: { [operation]: row },
    envelope: api.envelope,
    authorization: { ...NO_AUTHORIZATION, secrets: Object.values(credentials) },
    pending: new WeakMap(),
    // A single event reports the exchange, which is part of the call that needs the token.
    emit: () => undefined,
    trace: <Value>(_call: unknown, work: () => Promise<Value>) => work(),
  };
  try {
    const response = await perform(context, { id: operation, input: credentials });
    return readToken(exchange, response);
  } catch (error) {
    throw toCallersError(error, operation);
  }
}

function readToken({ operation, ...where }: TokenExchange, response: unknown): IssuedToken {
  // Sent by the server; every property is checked before use.
  const fields = (response ?? {}) as Readonly<Record<string, unknown>>;
  const [value, expiresAt, now] = [where.token, where.expiresAt, where.now].map((name) => fields[name]);
  if (isHeaderSafe(value) && isFiniteNumber(expiresAt) && isFiniteNumber(now)) return { value, expiresAt, now };
  throw new IamportError('http', `${operation}: the response contains no usable token`, { operationId: operation });
}

/**
 * Whether a text is a valid header value. `Headers` quotes invalid values in its error, which would reveal the token.
 */
export function isHeaderSafe(token: unknown): token is string {
  return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token);
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

// The called operation was not sent, which is what its caller needs to know.
function toCallersError(error: unknown, operationId: string): IamportError {
  if (!(error instanceof IamportError)) {
    return new IamportError('unexpected', `${operationId} failed unexpectedly; see cause`, { cause: error });
  }
  const { kind, message, httpStatus, code, apiMessage, retryable, attempts, cause } = error;
  const details = { operationId, httpStatus, code, apiMessage, retryable, attempts, cause };
  return new IamportError(kind, message, { ...details, sent: 'no' });
}
