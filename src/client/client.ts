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

/** Input of an operation for `call`, with a `Date` allowed wherever the document has Unix seconds. */
export type AcceptedInput<Operation extends { readonly input: unknown }> = Operation extends {
  readonly accepts: infer Accepted;
}
  ? Accepted
  : Operation['input'];

/** The operations whose input is optional, because none of its fields is required. */
export type IdsWithoutInput<Types extends OperationTypesOf<Types>> = {
  [Id in keyof Types]: undefined extends Types[Id]['input'] ? Id : never;
}[keyof Types];

/**
 * Performs operations by ID or by path. `Own` has the options that the document adds to those of calls.
 */
export interface Client<Paths extends object, Types extends OperationTypesOf<Types>, Own extends object = object> {
  /**
   * Performs an operation by its ID. The input object holds the path, query, header and body fields under their wire
   * names, without a trailing `[]`. A write whose outcome is unknown is read back if the document declares how.
   *
   * @throws {IamportError} for every failure; see its `kind`.
   */
  call<Id extends keyof Types>(
    this: void,
    id: Id,
    input: AcceptedInput<Types[Id]>,
    options?: CallOptions & Own,
  ): Promise<Types[Id]['output']>;
  call<Id extends IdsWithoutInput<Types>>(this: void, id: Id): Promise<Types[Id]['output']>;
  /**
   * Checks again whether a write that failed with `kind: 'ambiguous'` has happened: `done` with the data the write
   * would have returned, `refused` if it can no longer happen, or `not_visible` yet.
   *
   * @param error The error that this client threw.
   * @throws {IamportError} `kind: 'input'` for any other error; any kind if the look-up fails.
   */
  settle(this: void, error: unknown, options?: CallOptions & Own): Promise<Settlement>;
  /**
   * openapi-fetch with credentials and the path check. It neither validates nor unwraps responses: check the HTTP
   * status, and the code in an envelope, yourself. A path and method of the document travel as with `call`: styles of
   * parameters, media types, the operation's own server, text and bytes as answers; serializers and `parseAs` of the caller
   * come first. What the document does not have is sent as openapi-fetch sends it, and must answer with JSON.
   *
   * @see https://openapi-ts.dev/openapi-fetch/
   */
  readonly raw: FetchClient<Paths>;
}

/**
 * Creates a client of an API from its generated description.
 *
 * @param authorize Creates the source of credentials. Default: no credentials.
 * @throws {IamportError} `kind: 'input'` if the options are invalid.
 */
export function createClient<Paths extends object, Types extends OperationTypesOf<Types>, Own extends object = object>(
  api: ApiDescription & Pick<CallContext, 'codecs'>,
  options: ClientOptions,
  authorize: (settings: Settings) => Authorization = () => NO_AUTHORIZATION,
): Client<Paths, Types, Own> {
  const settings = readOptions(api, options);
  return clientOf({ ...api, ...settings, authorization: authorize(settings), pending: new WeakMap() });
}

/** The client that performs calls in a context. */
export function clientOf<Paths extends object, Types extends OperationTypesOf<Types>, Own extends object = object>(
  context: CallContext,
): Client<Paths, Types, Own> {
  return {
    call: <Id extends keyof Types>(id: Id, input?: AcceptedInput<Types[Id]>, callOptions?: CallOptions) =>
      // The spec promises the type of a response.
      perform(context, { id: String(id), input, options: callOptions }) as Promise<Types[Id]['output']>,
    settle: async (error, callOptions) => (await import('./settle.js')).settleWrite(context, error, callOptions),
    raw: createLazyRawClient<Paths>(context),
  };
}
