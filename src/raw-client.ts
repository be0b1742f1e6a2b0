import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';

import { TOKEN_PATH } from './auth.js';
import { buildPath } from './path.js';
import type { CallContext } from './perform.js';

/**
 * Makes the openapi-fetch client, with the token and the path check added. The token goes to the API's own host only.
 */
export function createRawClient<Paths extends object>(context: Omit<CallContext, 'operations'>): FetchClient<Paths> {
  const raw = createFetchClient<Paths>({
    baseUrl: context.baseUrl,
    fetch: (request) => context.fetch(request),
    pathSerializer: buildPath,
    redirect: 'error',
  });
  const ownOrigin = new URL(context.baseUrl).origin;
  raw.use({
    onRequest: async ({ request, schemaPath }) => {
      if (schemaPath === TOKEN_PATH || new URL(request.url).origin !== ownOrigin) return;
      request.headers.set('authorization', await context.token());
    },
  });
  return raw;
}
