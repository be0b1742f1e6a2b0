import type { ApiDescription } from '../client/api-description.js';
import type { ClientOptions } from '../client/client-options.js';
import { createClient, type Client, type OperationTypesOf } from '../client/client.js';
import { IamportError } from '../client/errors.js';
import type { TokenExchange } from '../auth/token-exchange.js';
import { createTokenSource } from '../auth/token-source.js';
import type { TokenStore } from '../auth/token-store.js';

/** Options of a client of the i'mport API. */
export interface IamportOptions extends ClientOptions {
  /** REST API key from the console. `undefined` is an error, so that a missing environment variable is noticed. */
  readonly impKey: string | undefined;
  /** REST API secret from the console. Use it on servers only, never in a browser. */
  readonly impSecret: string | undefined;
  /** Code of the sub-merchant to act for: three capital letters or digits. */
  readonly tier?: string | undefined;
  /** Shares one token between processes. Default: each client keeps its own token in memory. */
  readonly tokenStore?: TokenStore | undefined;
}

/** The generated description of the i'mport API. */
export interface IamportDescription extends ApiDescription {
  readonly tokenExchange: TokenExchange;
}

/**
 * Creates a client of the i'mport API that manages its tokens.
 *
 * @throws {IamportError} `kind: 'input'` if the options are invalid.
 */
export function createIamportClient<
  Paths extends object,
  Types extends OperationTypesOf<Types>,
  Own extends object = object,
>(api: IamportDescription, options: IamportOptions): Client<Paths, Types, Own> {
  // Plain JavaScript callers may omit the options.
  const given = (options as IamportOptions | undefined) ?? { impKey: undefined, impSecret: undefined };
  const { impKey, impSecret, tokenStore, ...others } = given;
  const known: Readonly<Record<string, string>> = { ...checkCredentials(impKey, impSecret) };
  const exchange = api.tokenExchange;
  const fields = Object.entries(exchange.from).map(([field, option]) => [field, known[option] ?? ''] as const);
  const credentials = Object.fromEntries(fields);
  return createClient(api, others, (settings) =>
    createTokenSource({ api, exchange, settings, credentials }, tokenStore),
  );
}

/** REST API key and secret of one merchant. Errors never contain them. */
function checkCredentials(impKey: unknown, impSecret: unknown): { impKey: string; impSecret: string } {
  const credentials = { impKey: checkOne('impKey', impKey), impSecret: checkOne('impSecret', impSecret) };
  if (credentials.impKey === credentials.impSecret) throw refusal('impKey and impSecret are the same');
  // Keys have 16 digits, secrets 80 letters and digits or more.
  if (credentials.impKey.length >= 60 && credentials.impSecret.length < 40) {
    throw refusal('impKey looks like a secret and impSecret like a key: they seem swapped');
  }
  // `imp` and 8 digits is the code for `IMP.init` in the browser.
  if (/^imp\d{8}$/.test(credentials.impKey)) throw refusal('impKey is the code for IMP.init, not a REST API key');
  return credentials;
}

function checkOne(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '' && !/\s/.test(value)) return value;
  if (value === undefined) throw refusal(`${name} is missing`);
  throw refusal(typeof value === 'string' ? `${name} is empty or contains white space` : `${name} is not a string`);
}

function refusal(why: string): IamportError {
  return new IamportError('input', `${why}; take them from the console, under "REST API keys"`);
}
