import type { ApiDescription } from '../client/api-description.js';
import { NO_AUTHORIZATION } from '../client/authorization.js';
import type { ParseAs, ResponseOptions } from '../client/call-options.js';
import type { CallContext } from '../client/call-context.js';
import { readOptions, type ClientOptions } from '../client/client-options.js';
import {
  clientOf,
  type AcceptedInput,
  type Client,
  type IdsWithoutInput,
  type OperationTypesOf,
} from '../client/client.js';
import { perform, type OneCall } from '../client/perform.js';
import { planAnyRequest } from '../client/plan-any-request.js';

/** The whole response to a call. */
export interface ApiResponse<Data> {
  readonly data: Data;
  readonly status: number;
  readonly headers: Headers;
}

/** What an answer is with `parseAs`. */
export type ParsedAs<Output, As extends ParseAs | undefined> = As extends 'stream'
  ? ReadableStream<Uint8Array>
  : As extends 'bytes'
    ? Uint8Array
    : As extends 'text'
      ? string
      : Output;

/** A client of any API. */
export interface AnyClient<Paths extends object, Types extends OperationTypesOf<Types>> extends Client<Paths, Types> {
  /**
   * Like `call`, with the status and the headers of the response beside its data.
   *
   * @throws {IamportError} as `call` does.
   */
  callWithResponse<Id extends keyof Types, As extends ParseAs | undefined = undefined>(
    this: void,
    id: Id,
    input: AcceptedInput<Types[Id]>,
    options?: ResponseOptions<As>,
  ): Promise<ApiResponse<ParsedAs<Types[Id]['output'], As>>>;
  callWithResponse<Id extends IdsWithoutInput<Types>>(this: void, id: Id): Promise<ApiResponse<Types[Id]['output']>>;
}

/**
 * Creates a client of any API from its generated description.
 *
 * @throws {IamportError} `kind: 'input'` when the options are unusable.
 */
export function createApiClient<Paths extends object, Types extends OperationTypesOf<Types>>(
  api: ApiDescription,
  options: ClientOptions = {},
): AnyClient<Paths, Types> {
  const context: CallContext = {
    ...api,
    ...readOptions(api.baseUrl, options),
    authorization: NO_AUTHORIZATION,
    pending: new WeakMap(),
    planAny: planAnyRequest,
  };
  return Object.assign(clientOf<Paths, Types>(context), {
    callWithResponse: (id: keyof Types, input?: unknown, callOptions?: ResponseOptions) =>
      // Edge: the type of an answer is what the document promises.
      respond(context, { id: String(id), input, options: callOptions }) as Promise<never>,
  });
}

async function respond(context: CallContext, call: OneCall): Promise<ApiResponse<unknown>> {
  let last: Response | undefined;
  const fetch: CallContext['fetch'] = async (...request) => (last = await context.fetch(...request));
  const data = await perform({ ...context, fetch }, call);
  return { data, status: last?.status ?? 0, headers: last?.headers ?? new Headers() };
}
