import type { ApiDescription } from '../client/api-description.js';
import type { ClientOptions } from '../client/client-options.js';
import { createClient, type Client, type OperationTypesOf } from '../client/client.js';
import { IamportError } from '../client/errors.js';
import type { TokenExchange } from './token-exchange.js';
import { createTokenSource } from './token-source.js';
import type { TokenStore } from './token-store.js';

/** How to reach the i'mport API, and as which merchant. */
export interface IamportOptions extends ClientOptions {
  /** REST API key from the console. `undefined` is refused: a missing environment variable should be noticed. */
  readonly impKey: string | undefined;
  /** REST API secret from the console. It belongs on a server, never in a browser. */
  readonly impSecret: string | undefined;
  /** Where many processes share one token. Default: each client keeps its own in memory. */
  readonly tokenStore?: TokenStore | undefined;
}

/** The generated description of the i'mport API. */
export interface IamportDescription extends ApiDescription {
  readonly tokenExchange: TokenExchange;
}

/**
 * Creates a client of the i'mport API that gets its tokens by itself.
 *
 * @throws {IamportError} `kind: 'input'` when the options are unusable.
 */
export function createIamportClient<Paths extends object, Types extends OperationTypesOf<Types>>(
  api: IamportDescription,
  options: IamportOptions,
): Client<Paths, Types> {
  // Without types, options are easily forgotten.
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

/** REST API key and secret of one merchant. They are never repeated in an error. */
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
  throw refusal(typeof value === 'string' ? `${name} is empty or holds white space` : `${name} is not a string`);
}

function refusal(why: string): IamportError {
  return new IamportError('input', `${why}; take them from the console, under "REST API keys"`);
}
