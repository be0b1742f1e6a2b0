import { IamportError } from './errors.js';
import { readResponse } from './response.js';
import { send } from './send.js';

/** The one operation that needs no token. */
export const TOKEN_PATH = '/users/getToken';

const OPERATION = 'getToken';

/**
 * Seconds before its expiry when a token counts as used up. The server hands out the same token until its last minute,
 * so asking earlier would only ask again and again.
 */
const LEEWAY = 45;

/** Where and as whom to ask for tokens. */
export interface TokenSourceOptions {
  readonly baseUrl: string;
  readonly impKey: string;
  readonly impSecret: string;
  readonly fetch: typeof fetch;
}

/** Gives a token that is valid now. */
export type TokenSource = () => Promise<string>;

/**
 * Makes a source of tokens: fetched on first use, reused until shortly before it expires by the server's own clock, and
 * asked for once however many callers wait.
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  let cached: { readonly token: string; readonly goodUntil: number } | undefined;
  let pending: Promise<string> | undefined;
  const refresh = async (): Promise<string> => {
    const started = Date.now();
    const { access_token: token, now, expired_at: expiredAt } = await requestToken(options);
    cached = { token, goodUntil: started + (expiredAt - now - LEEWAY) * 1000 };
    return token;
  };
  return () => {
    if (cached !== undefined && Date.now() < cached.goodUntil) return Promise.resolve(cached.token);
    pending ??= refresh().finally(() => {
      pending = undefined;
    });
    return pending;
  };
}

interface AccessToken {
  readonly access_token: string;
  readonly now: number;
  readonly expired_at: number;
}

async function requestToken({ baseUrl, impKey, impSecret, fetch }: TokenSourceOptions): Promise<AccessToken> {
  const request = new Request(`${baseUrl}${TOKEN_PATH}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ imp_key: impKey, imp_secret: impSecret }),
    redirect: 'error',
  });
  const answer = await readResponse(OPERATION, { hasEnvelope: true }, await send(OPERATION, fetch, request));
  if (isAccessToken(answer)) return answer;
  throw new IamportError('http', 'getToken: the answer holds no token', {
    operationId: OPERATION,
    attempts: 1,
    sent: 'yes',
  });
}

function isAccessToken(value: unknown): value is AccessToken {
  if (typeof value !== 'object' || value === null) return false;
  const token: Partial<Record<keyof AccessToken, unknown>> = value;
  return (
    typeof token.access_token === 'string' && typeof token.now === 'number' && typeof token.expired_at === 'number'
  );
}
