import type { ApiDescription } from '../client/api-description.js';
import type { CallContext } from '../client/call-context.js';
import type { ClientOptions } from '../client/client-options.js';
import { createClient, type Client, type OperationTypesOf } from '../client/client.js';
import { IamportError } from '../client/errors.js';
import type { TokenExchange } from './token-exchange.js';
import { createTokenSource } from './token-source.js';
import type { TokenStore } from './token-store.js';

/** The generated description of an API that exchanges credentials for tokens. */
export interface TokenApi extends ApiDescription, Pick<CallContext, 'codecs'> {
  readonly tokenExchange: TokenExchange;
}

/** Options of a client that manages its tokens. `Names` are those of the credentials, as the document calls them. */
export type TokenClientOptions<Names extends string = never> = ClientOptions & {
  readonly [Name in Names]: string | undefined;
} & {
  /** Shares one token between processes. Default: each client keeps its own token in memory. */
  readonly tokenStore?: TokenStore | undefined;
};

/**
 * Creates a client of an API that manages its tokens.
 *
 * @param hint Where to find the credentials, for errors.
 * @throws {IamportError} `kind: 'input'` if the options are invalid. The message never contains a value.
 */
export function createTokenClient<
  Paths extends object,
  Types extends OperationTypesOf<Types>,
  Own extends object = object,
>(api: TokenApi, options: TokenClientOptions, hint = ''): Client<Paths, Types, Own> {
  const { tokenStore, ...others }: TokenClientOptions & Record<string, unknown> = { ...options };
  const names = Object.values(api.tokenExchange.from);
  const plain = Object.fromEntries(Object.entries(others).filter(([name]) => !names.includes(name)));
  const credentials: Record<string, string> = {};
  for (const [field, option] of Object.entries(api.tokenExchange.from)) {
    credentials[field] = checkCredential(option, others[option], hint);
  }
  return createClient(api, plain, (settings) =>
    createTokenSource({ api, exchange: api.tokenExchange, settings, credentials }, tokenStore),
  );
}

function checkCredential(name: string, value: unknown, hint: string): string {
  if (typeof value === 'string' && value !== '' && !/\s/.test(value)) return value;
  const why = typeof value === 'string' ? 'is empty or contains white space' : 'is not a string';
  throw new IamportError('input', `${name} ${value === undefined ? 'is missing' : why}${hint}`);
}
