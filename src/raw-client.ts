import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';

import { TOKEN_PATH } from './token-request.js';
import { startDeadline } from './deadline.js';
import { IamportError } from './errors.js';
import { exchange, type Trip } from './exchange.js';
import { assertPath, buildPath } from './path.js';
import { toIamportError, type CallContext } from './perform.js';
import { parseJson } from './response.js';

/** Statuses that have no body. */
const EMPTY = [204, 205, 304];

/**
 * Makes the openapi-fetch client, with the token, the time limit and the path check added. The token goes to the API's own
 * host only. Trouble with the transport, and answers that are not JSON, are thrown as `IamportError`.
 */
export function createRawClient<Paths extends object>(context: Omit<CallContext, 'operations'>): FetchClient<Paths> {
  const raw = createFetchClient<Paths>({
    baseUrl: context.baseUrl,
    fetch: (request) => fetchText(context, request),
    pathSerializer: buildPath,
    redirect: 'error',
  });
  const ownOrigin = new URL(context.baseUrl).origin;
  raw.use({
    onRequest: async ({ request, schemaPath, params, options }) => {
      assertPath(request.url, options.baseUrl, buildPath(schemaPath, params.path ?? {}));
      if (schemaPath === TOKEN_PATH || new URL(request.url).origin !== ownOrigin) return;
      if (context.tier !== undefined && !request.headers.has('tier')) request.headers.set('tier', context.tier);
      request.headers.set('authorization', (await context.token.get()).value);
    },
  });
  return raw;
}

async function fetchText(context: Omit<CallContext, 'operations'>, request: Request): Promise<Response> {
  const operationId = `${request.method} request`;
  const deadline = startDeadline(context.timeoutMs, request.signal);
  const trip: Trip = { operationId, deadline, progress: { attempts: 1, sent: 'no' } };
  try {
    const { status, headers, text } = await exchange(
      context.fetch,
      new Request(request, { signal: deadline.signal }),
      trip,
    );
    if (text !== '' && parseJson(text) === undefined) {
      const words = `${operationId}: the answer is not JSON (HTTP ${status}, ${text.length} characters)`;
      throw new IamportError('http', words, { httpStatus: status, ...trip.progress });
    }
    return new Response(EMPTY.includes(status) ? null : text, { status, headers });
  } catch (error) {
    throw toIamportError(error, request, trip);
  } finally {
    deadline.stop();
  }
}
