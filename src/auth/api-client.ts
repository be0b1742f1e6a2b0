import type { ApiDescription } from '../client/api-description.js';
import { NO_AUTHORIZATION } from '../client/authorization.js';
import type { ParseAs, ResponseOptions } from '../client/call-options.js';
import type { CallContext } from '../client/call-context.js';
import { checkBaseUrl, readOptions, type ClientOptions } from '../client/client-options.js';
import {
  clientOf,
  type AcceptedInput,
  type Client,
  type IdsWithoutInput,
  type OperationTypesOf,
} from '../client/client.js';
import { createCodecs } from '../client/codecs.js';
import { withRanges } from '../client/status-ranges.js';
import { serverUrl } from '../client/server-url.js';
import { createSecurity, type SecurityScheme } from './security.js';
import { IamportError } from '../client/errors.js';
import { perform, type OneCall } from '../client/perform.js';
import type { OperationRow, ServerRow } from '../client/operation-row.js';

/** The generated description of any API. */
export interface AnyApi extends ApiDescription, Pick<ServerRow, 'variables'> {
  readonly securitySchemes?: Readonly<Record<string, SecurityScheme>>;
  /** Requirements for operations that the document does not define, such as a path of the raw client. */
  readonly security?: OperationRow['security'];
}

/** How to reach an API, and with which credentials. */
export interface ApiOptions<Auth extends object = object, Variables extends object = object> extends ClientOptions {
  /** Credentials by the name of their security scheme. Without any, none are sent. */
  readonly auth?: Auth | undefined;
  /** Values for the variables in the URLs of servers. Default: those of the document. */
  readonly serverVariables?: Variables | undefined;
  /** Origins beside that of `baseUrl` that credentials may go to: servers of single operations. */
  readonly trustedOrigins?: readonly string[] | undefined;
}

/** The whole response to a call. */
export interface ApiResponse<Data> {
  readonly data: Data;
  readonly status: number;
  readonly headers: Headers;
}

/** The type of the data with `parseAs`. */
export type ParsedAs<Output, As extends ParseAs | undefined> = As extends 'stream'
  ? ReadableStream<Uint8Array>
  : As extends 'bytes'
    ? Uint8Array
    : As extends 'text'
      ? string
      : Output;

/** A client of any API. */
export interface AnyClient<
  Paths extends object,
  Types extends OperationTypesOf<Types>,
  Own extends object = object,
> extends Client<Paths, Types, Own> {
  /**
   * Like `call`, with the status and the headers of the response beside its data.
   *
   * @throws {IamportError} as `call` does.
   */
  callWithResponse<Id extends keyof Types, As extends ParseAs | undefined = undefined>(
    this: void,
    id: Id,
    input: AcceptedInput<Types[Id]>,
    options?: ResponseOptions<As> & Own,
  ): Promise<ApiResponse<ParsedAs<Types[Id]['output'], As>>>;
  callWithResponse<Id extends IdsWithoutInput<Types>>(this: void, id: Id): Promise<ApiResponse<Types[Id]['output']>>;
}

/**
 * Creates a client of any API from its generated description.
 *
 * @throws {IamportError} `kind: 'input'` when the options are unusable.
 */
export function createApiClient<
  Paths extends object,
  Types extends OperationTypesOf<Types>,
  Own extends object = object,
>(api: AnyApi, options: ApiOptions = {}): AnyClient<Paths, Types, Own> {
  const { auth, serverVariables, trustedOrigins = [], ...others } = options;
  const { securitySchemes: schemes = {}, security: fallback = [] } = api;
  const variables: Readonly<Record<string, string>> = { ...serverVariables };
  checkVariables(api, variables);
  const baseUrl =
    others.baseUrl ?? serverUrl({ url: api.baseUrl, variables: api.variables ?? {} }, variables, undefined);
  const settings = readOptions({ ...api, baseUrl }, others);
  const origins = [settings.baseUrl, ...trustedOrigins].map((url) => new URL(checkBaseUrl(url)).origin);
  const context: CallContext = {
    ...api,
    ...settings,
    operations: withRanges(api.operations),
    authorization:
      auth === undefined ? NO_AUTHORIZATION : createSecurity({ schemes, auth: { ...auth }, origins, fallback }),
    pending: new WeakMap(),
    codecs: createCodecs(variables),
  };
  return Object.assign(clientOf<Paths, Types, Own>(context), {
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

function checkVariables({ variables = {}, operations }: AnyApi, given: object): void {
  const servers = Object.values(operations).flatMap(({ wire }) => Object.keys(wire?.server?.variables ?? {}));
  const known = [...Object.keys(variables), ...servers];
  const strange = Object.keys(given).find((name) => !known.includes(name));
  if (strange === undefined) return;
  const name = `serverVariables.${strange.slice(0, 40)}`;
  throw new IamportError('input', `unknown server variable ${name}; expected one of: ${known.join(', ')}`);
}
