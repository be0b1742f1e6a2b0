import type { Client as FetchClient } from 'openapi-fetch';

import type { ApiDescription } from './api-description.js';
import { NO_AUTHORIZATION, type Authorization } from './authorization.js';
import type { CallContext } from './call-context.js';
import type { CallOptions } from './call-options.js';
import { readOptions, type ClientOptions, type Settings } from './client-options.js';
import { perform } from './perform.js';
import { createLazyRawClient } from './lazy-raw-client.js';
import type { Settlement } from './settle.js';

/** Input and output of every operation, by ID. */
export type OperationTypesOf<Types> = {
  readonly [Id in keyof Types]: { readonly input: unknown; readonly output: unknown };
};

/** What `call` takes for an operation: its input, with a `Date` allowed where the document wants unix seconds. */
export type AcceptedInput<Operation extends { readonly input: unknown }> = Operation extends {
  readonly accepts: infer Accepted;
}
  ? Accepted
  : Operation['input'];

/** The operations whose input may be left out, because nothing in it is required. */
export type IdsWithoutInput<Types extends OperationTypesOf<Types>> = {
  [Id in keyof Types]: undefined extends Types[Id]['input'] ? Id : never;
}[keyof Types];

/** Performs operations by ID or by path. */
export interface Client<Paths extends object, Types extends OperationTypesOf<Types>> {
  /**
   * Performs an operation by its ID. Path, query, header and body fields stand in one object, under their wire names
   * without a trailing `[]`. A write whose outcome is unknown is read back where the document says how.
   *
   * @throws {IamportError} for every failure; `kind` says which.
   */
  call<Id extends keyof Types>(
    this: void,
    id: Id,
    input: AcceptedInput<Types[Id]>,
    options?: CallOptions,
  ): Promise<Types[Id]['output']>;
  call<Id extends IdsWithoutInput<Types>>(this: void, id: Id): Promise<Types[Id]['output']>;
  /**
   * Looks again what became of a write that failed with `kind: 'ambiguous'`: `done` with what the write would have
   * answered, `refused` when it cannot happen any more, or `not_visible` yet.
   *
   * @param error The error itself, as this client threw it.
   * @throws {IamportError} `kind: 'input'` when it is another error; any kind when the look-up fails.
   */
  settle(this: void, error: unknown, options?: CallOptions): Promise<Settlement>;
  /**
   * openapi-fetch itself, with credentials and the path check added. It neither validates nor unwraps: look at the HTTP
   * status and at `code`.
   *
   * @see https://openapi-ts.dev/openapi-fetch/
   */
  readonly raw: FetchClient<Paths>;
}

/**
 * Creates a client of an API from its generated description.
 *
 * @param authorize Makes the source of credentials. Default: none are sent.
 * @throws {IamportError} `kind: 'input'` when the options are unusable.
 */
export function createClient<Paths extends object, Types extends OperationTypesOf<Types>>(
  api: ApiDescription,
  options: ClientOptions,
  authorize: (settings: Settings) => Authorization = () => NO_AUTHORIZATION,
): Client<Paths, Types> {
  const settings = readOptions(api.baseUrl, options);
  const context: CallContext = {
    ...settings,
    operations: api.operations,
    envelope: api.envelope,
    authorization: authorize(settings),
    pending: new WeakMap(),
  };
  return {
    call: <Id extends keyof Types>(id: Id, input?: AcceptedInput<Types[Id]>, callOptions?: CallOptions) =>
      // Edge: the type of an answer is what the spec promises.
      perform(context, { id: String(id), input, options: callOptions }) as Promise<Types[Id]['output']>,
    settle: async (error, callOptions) => (await import('./settle.js')).settleWrite(context, error, callOptions),
    raw: createLazyRawClient<Paths>(context),
  };
}
