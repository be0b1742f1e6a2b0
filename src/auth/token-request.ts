import { startDeadline, type Deadline } from '../client/deadline.js';
import { IamportError } from '../client/errors.js';
import type { Emit } from '../client/events.js';
import { exchange } from '../client/send-request.js';
import { redact } from '../client/redact.js';
import { readAnswer } from '../client/response.js';
import { isHeaderSafe, type TokenStore } from './token-store.js';

/** The one operation that needs no token. */
export const TOKEN_PATH = '/users/getToken';

const OPERATION = 'getToken';

/** Where and as whom to ask for tokens. */
export interface TokenSourceOptions {
  readonly baseUrl: string;
  readonly impKey: string;
  readonly impSecret: string;
  readonly fetch: typeof fetch;
  readonly emit: Emit;
  /** Milliseconds that asking for a token may take. */
  readonly timeoutMs: number;
  readonly tokenStore?: TokenStore | undefined;
}

/** What the server answers. */
export interface AccessToken {
  readonly access_token: string;
  readonly now: number;
  readonly expired_at: number;
}

/**
 * Asks for a token, once.
 *
 * @throws {IamportError} with `sent: 'no'`: what it is needed for has not been sent.
 */
export async function requestToken(options: TokenSourceOptions): Promise<AccessToken> {
  const started = performance.now();
  const deadline = startDeadline(options.timeoutMs);
  try {
    const token = await fetchToken(options, deadline);
    tellToken(options.emit, 'fetched', started);
    return token;
  } catch (error) {
    tellToken(options.emit, 'failed', started);
    throw toCallersError(error, [options.impKey, options.impSecret]);
  } finally {
    deadline.stop();
  }
}

async function fetchToken(options: TokenSourceOptions, deadline: Deadline): Promise<AccessToken> {
  const { baseUrl, impKey, impSecret, fetch } = options;
  const request = new Request(`${baseUrl}${TOKEN_PATH}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ imp_key: impKey, imp_secret: impSecret }),
    redirect: 'error',
    signal: deadline.signal,
  });
  const trip = { operationId: OPERATION, deadline, progress: { attempts: 1, sent: 'no' as const } };
  const answer = await exchange(fetch, request, trip);
  const token = readAnswer(OPERATION, { hasEnvelope: true }, answer);
  if (isAccessToken(token)) return token;
  throw new IamportError('http', 'getToken: the answer holds no usable token', { operationId: OPERATION });
}

// The operation that was called has not been sent: only that matters to who called it.
function toCallersError(error: unknown, secrets: readonly string[]): IamportError {
  if (!(error instanceof IamportError)) {
    const words = 'getToken took too long';
    return new IamportError('timeout', words, { operationId: OPERATION, retryable: true });
  }
  const { kind, message, httpStatus, code, apiMessage, cause } = error;
  const retryable = kind === 'network' || (httpStatus !== undefined && (httpStatus >= 500 || httpStatus === 429));
  return new IamportError(kind, redact(message, secrets), {
    operationId: OPERATION,
    httpStatus,
    code,
    apiMessage: apiMessage === undefined ? undefined : redact(apiMessage, secrets),
    retryable,
    cause,
    sent: 'no',
  });
}

/** Tells where a token came from, or that none came. */
export function tellToken(emit: Emit, outcome: 'fetched' | 'from_store' | 'failed', started: number): void {
  emit({ type: 'token', operationId: OPERATION, outcome, milliseconds: Math.round(performance.now() - started) });
}

function isAccessToken(value: unknown): value is AccessToken {
  if (typeof value !== 'object' || value === null) return false;
  const token: Partial<Record<keyof AccessToken, unknown>> = value;
  return isHeaderSafe(token.access_token) && Number.isFinite(token.now) && Number.isFinite(token.expired_at);
}
