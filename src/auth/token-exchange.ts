import type { ApiDescription } from '../client/api-description.js';
import { NO_AUTHORIZATION } from '../client/authorization.js';
import type { Settings } from '../client/client-options.js';
import { IamportError } from '../client/errors.js';
import type { OperationRow } from '../client/operation-row.js';
import { perform } from '../client/perform.js';

/** How an API exchanges credentials for a token: `x-token-exchange` of a security scheme. */
export interface TokenExchange {
  /** What the exchange is called in errors and events. */
  readonly operation: string;
  /** Path to POST to, below the base URL. */
  readonly tokenUrl: string;
  /** Property of the body → option of the client. */
  readonly from: Readonly<Record<string, string>>;
  /** Properties of what it answers: the token, when it expires and what time it is at the server, in unix seconds. */
  readonly token: string;
  readonly expiresAt: string;
  readonly now: string;
  /** Header that carries the token, in lower case. */
  readonly header: string;
}

/** A token fresh from the server. */
export interface IssuedToken {
  readonly value: string;
  /** Unix seconds, by the server's clock. */
  readonly expiresAt: number;
  /** The server's clock when it answered, in unix seconds. */
  readonly now: number;
}

/** Whom to get tokens for, and where. */
export interface TokenRequester {
  readonly api: Pick<ApiDescription, 'envelope'>;
  readonly exchange: TokenExchange;
  readonly settings: Settings;
  /** The body of the exchange. */
  readonly credentials: Readonly<Record<string, string>>;
}

/**
 * Asks for a token; like a read, it is tried again when that may help.
 *
 * @throws {IamportError} with `sent: 'no'`: the call that needs the token has not been sent.
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
    tier: undefined,
    operations: { [operation]: row },
    envelope: api.envelope,
    authorization: { ...NO_AUTHORIZATION, secrets: Object.values(credentials) },
    pending: new WeakMap(),
    // One event tells of it all; it is part of the call that needs the token.
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
  // What the server sent; each property is looked at before it is used.
  const fields = (response ?? {}) as Readonly<Record<string, unknown>>;
  const [value, expiresAt, now] = [where.token, where.expiresAt, where.now].map((name) => fields[name]);
  if (isHeaderSafe(value) && isFiniteNumber(expiresAt) && isFiniteNumber(now)) return { value, expiresAt, now };
  throw new IamportError('http', `${operation}: the answer holds no usable token`, { operationId: operation });
}

/** Whether this text can stand in a header. What `Headers` refuses it also quotes, and that would show the token. */
export function isHeaderSafe(token: unknown): token is string {
  return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token);
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

// The operation that was called has not been sent, and that is what its caller needs to know.
function toCallersError(error: unknown, operationId: string): IamportError {
  if (!(error instanceof IamportError)) {
    return new IamportError('unexpected', `${operationId}: something failed unexpectedly; see cause`, { cause: error });
  }
  const { kind, message, httpStatus, code, apiMessage, retryable, attempts, cause } = error;
  const details = { operationId, httpStatus, code, apiMessage, retryable, attempts, cause };
  return new IamportError(kind, message, { ...details, sent: 'no' });
}
