import type { ApiDescription } from './api-description.js';
import { readDocumentOptions } from './document-options.js';
import { IamportError } from './errors.js';
import { createTelemetry, type IamportEvent, type Telemetry } from './events.js';
import { createRetryBudget, type RetryBudget } from './retry-budget.js';

/** What to do with values that do not match the spec. `'warn'` accepts them and emits a `drift` event. */
export type ValidateMode = 'off' | 'warn' | 'throw';

/** Options of a client. */
export interface ClientOptions {
  /** Base URL of the API. Default: the server in its document. Must use https, except on localhost. */
  readonly baseUrl?: string | undefined;
  /** Replaces the global `fetch`, for a proxy or for tests. It is called with a URL and an init object. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Time limit of a whole call in milliseconds, including credentials, retries, body and reading back. Default: 30,000.
   */
  readonly timeoutMs?: number | undefined;
  /** Number of retries of a read after a network error, 408, 429 or 5xx. Default: 2. Writes are not retried. */
  readonly retries?: number | undefined;
  /** Maximum size of a decoded response body in bytes. Default: 32 MiB. */
  readonly maxBodyBytes?: number | undefined;
  /** Whether inputs and responses are validated against the spec. Default: `{ request: 'throw', response: 'warn' }`. */
  readonly validate?: { readonly request?: ValidateMode; readonly response?: ValidateMode } | undefined;
  /** Receives requests, responses, retries, tokens and drift as events. Events contain no secrets or personal data. */
  readonly onEvent?: ((event: IamportEvent) => void) | undefined;
}

/** Checked options with defaults applied. */
export interface Settings extends Telemetry {
  readonly budget: RetryBudget;
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly maxBodyBytes: number;
  /** Values of the options that the document adds. */
  readonly own: Readonly<Record<string, string>>;
  readonly validate: { readonly request: ValidateMode; readonly response: ValidateMode };
}

const KNOWN = 'baseUrl fetch timeoutMs retries maxBodyBytes validate onEvent'.split(' ');

type Described = Pick<ApiDescription, 'baseUrl' | 'options'>;

/**
 * Checks the options.
 *
 * @throws {IamportError} `kind: 'input'` if one is invalid or unknown. The message never contains a value.
 */
export function readOptions({ baseUrl, options: added = {} }: Described, options: ClientOptions): Settings {
  const unknownName = Object.keys(options).find((name) => ![...KNOWN, ...Object.keys(added)].includes(name));
  if (unknownName !== undefined) throw refusal(`unknown option ${JSON.stringify(unknownName.slice(0, 40))}`);
  // Looked up on every call: tests and instrumentation may replace the global later.
  const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const { request = 'throw', response = 'warn' } = options.validate ?? {};
  return {
    baseUrl: checkBaseUrl(options.baseUrl ?? baseUrl),
    fetch,
    timeoutMs: checkTimeout(options.timeoutMs ?? 30_000),
    retries: checkInteger('retries', options.retries ?? 2, [0, 10]),
    maxBodyBytes: checkInteger('maxBodyBytes', options.maxBodyBytes ?? 32 * 1024 * 1024, [1, 2 ** 31]),
    own: readDocumentOptions(added, options),
    validate: { request: checkMode(request), response: checkMode(response) },
    budget: createRetryBudget(),
    ...createTelemetry(options.onEvent),
  };
}

/**
 * Checks a time limit in milliseconds.
 *
 * @throws {IamportError} `kind: 'input'` if a timer cannot represent it.
 */
export function checkTimeout(timeoutMs: number): number {
  if (Number.isFinite(timeoutMs) && timeoutMs > 0 && timeoutMs < 2 ** 31) return timeoutMs;
  throw refusal('timeoutMs must be a positive number of milliseconds');
}

function checkInteger(name: string, value: number, [least, most]: readonly [number, number]): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw refusal(`${name} must be a whole number from ${least} to ${most}`);
}

function checkMode(mode: ValidateMode): ValidateMode {
  if (['off', 'warn', 'throw'].includes(mode)) return mode;
  throw refusal("validate.request and validate.response must be 'off', 'warn' or 'throw'");
}

/**
 * Checks where an API is.
 *
 * @throws {IamportError} `kind: 'input'` for anything but an absolute https URL, or http on this machine.
 */
export function checkBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || url.search + url.hash + url.username + url.password !== '') {
    throw refusal('baseUrl must be an absolute URL without user, query or fragment');
  }
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) {
    throw refusal('baseUrl must use https, because credentials are sent to it');
  }
  return baseUrl.replace(/\/+$/, '');
}

function refusal(why: string): IamportError {
  return new IamportError('input', why);
}
