import { createTokenClient, type TokenApi } from '../auth/token-client.js';
import type { TokenStore } from '../auth/token-store.js';
import type { ClientOptions } from '../client/client-options.js';
import type { Client, OperationTypesOf } from '../client/client.js';
import { IamportError } from '../client/errors.js';

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
export type IamportDescription = TokenApi;

const HINT = '; take them from the console, under "REST API keys"';

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
  const given: Partial<IamportOptions> = { ...options };
  checkKeys(given.impKey, given.impSecret);
  return createTokenClient(api, given, HINT);
}

/** What only keys of i'mport can be mistaken for. Errors never contain them. */
function checkKeys(key: unknown, secret: unknown): void {
  if (typeof key !== 'string' || typeof secret !== 'string' || key === '') return;
  if (key === secret) throw refusal('impKey and impSecret are the same');
  // Keys have 16 digits, secrets 80 letters and digits or more.
  if (key.length >= 60 && secret.length < 40) {
    throw refusal('impKey looks like a secret and impSecret like a key: they seem swapped');
  }
  // `imp` and 8 digits is the code for `IMP.init` in the browser.
  if (/^imp\d{8}$/.test(key)) throw refusal('impKey is the code for IMP.init, not a REST API key');
}

function refusal(why: string): IamportError {
  return new IamportError('input', `${why}${HINT}`);
}
