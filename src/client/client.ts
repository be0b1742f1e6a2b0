import type { Client as FetchClient } from 'openapi-fetch';

import { createTokenSource } from '../auth/auth.js';
import { readOptions, type ClientOptions } from './client-options.js';
import type { OperationRow } from './operation-row.js';
import type { CallOptions } from './call-options.js';
import { perform } from './perform.js';
import { createRawClient } from './raw-client.js';

/** The generated description of an API. */
export interface ApiDescription {
  /** Where the API is, without a trailing slash. */
  readonly baseUrl: string;
  readonly operations: Readonly<Record<string, OperationRow>>;
}

/** Input and output of every operation, by ID. */
export type OperationTypesOf<Types> = {
  readonly [Id in keyof Types]: { readonly input: unknown; readonly output: unknown };
};

/** The operations whose input may be left out, because nothing in it is required. */
export type IdsWithoutInput<Types extends OperationTypesOf<Types>> = {
  [Id in keyof Types]: undefined extends Types[Id]['input'] ? Id : never;
}[keyof Types];

/** Performs operations by ID or by path. */
export interface Client<Paths extends object, Types extends OperationTypesOf<Types>> {
  /**
   * Performs an operation by its ID. Path, query, header and body fields stand in one object, under their wire names
   * without a trailing `[]`.
   *
   * @throws {IamportError} for every failure; `kind` says which.
   */
  call<Id extends keyof Types>(
    this: void,
    id: Id,
    input: Types[Id]['input'],
    options?: CallOptions,
  ): Promise<Types[Id]['output']>;
  call<Id extends IdsWithoutInput<Types>>(this: void, id: Id): Promise<Types[Id]['output']>;
  /**
   * openapi-fetch itself, with the token and the path check added. It neither validates nor unwraps: look at the HTTP
   * status and at `code`.
   *
   * @see https://openapi-ts.dev/openapi-fetch/
   */
  readonly raw: FetchClient<Paths>;
}

/**
 * Creates a client of an API that was generated with `iamport-kit generate`.
 *
 * @throws {IamportError} `kind: 'input'` when the options are unusable.
 */
export function createClient<Paths extends object, Types extends OperationTypesOf<Types>>(
  api: ApiDescription,
  options: ClientOptions,
): Client<Paths, Types> {
  const settings = readOptions(api.baseUrl, options);
  const context = { ...settings, operations: api.operations, token: createTokenSource(settings) };
  return {
    call: async <Id extends keyof Types>(id: Id, input?: Types[Id]['input'], callOptions?: CallOptions) => {
      const answer = await perform(context, { id: String(id), input, options: callOptions });
      // Edge: the type of an answer is what the spec promises.
      return answer as Types[Id]['output'];
    },
    raw: createRawClient<Paths>(context),
  };
}
