import type { TokenSourceOptions } from '../auth/token-request.js';
import { checkCredentials } from '../auth/credentials.js';
import { IamportError } from './errors.js';
import { createEmitter, type IamportEvent } from './events.js';
import type { TokenStore } from '../auth/token-store.js';

/** What to do when something differs from the spec. `'warn'` delivers it all the same and emits a `drift` event. */
export type ValidateMode = 'off' | 'warn' | 'throw';

/** How to reach the API, and as whom. */
export interface ClientOptions {
  /** REST API key from the console. `undefined` is refused: a missing environment variable should be noticed. */
  readonly impKey: string | undefined;
  /** REST API secret from the console. It belongs on a server, never in a browser. */
  readonly impSecret: string | undefined;
  /** Where the API is. Default: what the spec says, https://api.iamport.kr. Must be https, unless it is this machine. */
  readonly baseUrl?: string | undefined;
  /** Replaces the global `fetch`, for a proxy or for tests. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds a whole call may take: token, retries and body included. Default: 30,000. */
  readonly timeoutMs?: number | undefined;
  /** How often a read is tried again after a network error, 408, 429 or 5xx. Default: 2. Writes are not. */
  readonly retries?: number | undefined;
  /** Code of the sub-merchant to act for: three capital letters or digits. */
  readonly tier?: string | undefined;
  /** Where many processes share one token. Default: each client keeps its own in memory. */
  readonly tokenStore?: TokenStore | undefined;
  /** Whether inputs and answers are held against the spec. Default: `{ request: 'throw', response: 'warn' }`. */
  readonly validate?: { readonly request?: ValidateMode; readonly response?: ValidateMode } | undefined;
  /** Hears about requests, answers, retries, tokens and drift. Nothing secret or personal is in an event. */
  readonly onEvent?: ((event: IamportEvent) => void) | undefined;
}

/** Checked options with their defaults. */
export interface Settings extends TokenSourceOptions {
  readonly retries: number;
  readonly tier: string | undefined;
  readonly validate: { readonly request: ValidateMode; readonly response: ValidateMode };
}

/**
 * Checks the options.
 *
 * @throws {IamportError} `kind: 'input'` when one is unusable. The message never repeats a value.
 */
export function readOptions(defaultBaseUrl: string, options: ClientOptions): Settings {
  // Called through globalThis each time: tests and instrumentation replace the global later on.
  const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const retries = options.retries ?? 2;
  if (!Number.isInteger(retries) || retries < 0 || retries > 10) throw refusal('retries must be from 0 to 10');
  return {
    ...checkCredentials(options.impKey, options.impSecret),
    baseUrl: checkBaseUrl(options.baseUrl ?? defaultBaseUrl),
    fetch,
    timeoutMs: checkTimeout(options.timeoutMs ?? 30_000),
    retries,
    tier: checkTier(options.tier),
    tokenStore: options.tokenStore,
    validate: {
      request: checkMode(options.validate?.request ?? 'throw'),
      response: checkMode(options.validate?.response ?? 'warn'),
    },
    emit: createEmitter(options.onEvent),
  };
}

/**
 * Checks a time limit in milliseconds.
 *
 * @throws {IamportError} `kind: 'input'` when no timer can keep it.
 */
export function checkTimeout(timeoutMs: number): number {
  if (Number.isFinite(timeoutMs) && timeoutMs > 0 && timeoutMs < 2 ** 31) return timeoutMs;
  throw refusal('timeoutMs must be a positive number of milliseconds');
}

/**
 * Checks the code of a sub-merchant.
 *
 * @throws {IamportError} `kind: 'input'` when it is none.
 */
export function checkTier(tier: string | undefined): string | undefined {
  if (tier === undefined || (typeof tier === 'string' && /^[A-Z0-9]{3}$/.test(tier))) return tier;
  throw refusal('tier must be three capital letters or digits');
}

function checkMode(mode: ValidateMode): ValidateMode {
  if (['off', 'warn', 'throw'].includes(mode)) return mode;
  throw refusal("validate.request and validate.response must be 'off', 'warn' or 'throw'");
}

function checkBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw refusal('baseUrl must be an absolute URL without user, query or fragment');
  }
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) {
    throw refusal('baseUrl must be https: tokens and secrets travel to it');
  }
  return baseUrl.replace(/\/+$/, '');
}

function refusal(why: string): IamportError {
  return new IamportError('input', why);
}
