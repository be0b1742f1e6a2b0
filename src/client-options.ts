import { IamportError } from './errors.js';
import type { TokenSourceOptions } from './auth.js';

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
}

/**
 * Checks the options.
 *
 * @throws {IamportError} `kind: 'input'` when one is unusable. The message never repeats a value.
 */
export function readOptions(defaultBaseUrl: string, options: ClientOptions): TokenSourceOptions {
  // Called through globalThis each time: tests and instrumentation replace the global later on.
  const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  return {
    baseUrl: checkBaseUrl(options.baseUrl ?? defaultBaseUrl),
    impKey: checkCredential('impKey', options.impKey),
    impSecret: checkCredential('impSecret', options.impSecret),
    fetch,
  };
}

function checkCredential(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '' && value.trim() === value) return value;
  const why =
    value === undefined
      ? 'is missing'
      : typeof value === 'string'
        ? 'is empty or has white space around it'
        : 'is not a string';
  throw new IamportError('input', `${name} ${why}; take it from the console, under "REST API keys"`);
}

function checkBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new IamportError('input', 'baseUrl must be an absolute URL without user, query or fragment');
  }
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) {
    throw new IamportError('input', 'baseUrl must be https: tokens and secrets travel to it');
  }
  return baseUrl.replace(/\/+$/, '');
}
