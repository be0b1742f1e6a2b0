import type { ApiDescription } from '../client/api-description.js';
import { NO_AUTHORIZATION } from '../client/authorization.js';
import type { CallContext } from '../client/call-context.js';
import { readOptions, type ClientOptions } from '../client/client-options.js';
import { clientOf, type Client, type OperationTypesOf } from '../client/client.js';
import { planAnyRequest } from '../client/plan-any-request.js';

/**
 * Creates a client of any API from its generated description.
 *
 * @throws {IamportError} `kind: 'input'` when the options are unusable.
 */
export function createApiClient<Paths extends object, Types extends OperationTypesOf<Types>>(
  api: ApiDescription,
  options: ClientOptions = {},
): Client<Paths, Types> {
  const context: CallContext = {
    ...api,
    ...readOptions(api.baseUrl, options),
    authorization: NO_AUTHORIZATION,
    pending: new WeakMap(),
    planAny: planAnyRequest,
  };
  return clientOf(context);
}
