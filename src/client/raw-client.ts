import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';

import type { Token } from '../auth/auth.js';
import type { CallContext } from './call-context.js';
import { startDeadline } from './deadline.js';
import { IamportError } from './errors.js';
import { exchange, type Answer, type Trip } from './send-request.js';
import { assertPath, buildPath } from './path.js';
import { toIamportError } from './perform.js';
import { parseAnswer } from './response.js';
import { TOKEN_PATH } from '../auth/token-request.js';

/** Statuses that have no body. */
const EMPTY = [204, 205, 304];

/**
 * Makes the openapi-fetch client, with the token, the time limit and the path check added. The token goes to the API's own
 * host only; one that is refused is replaced once. Trouble with the transport, and answers that are not JSON, are thrown as
 * `IamportError`.
 */
export function createRawClient<Paths extends object>(context: Omit<CallContext, 'operations'>): FetchClient<Paths> {
  const raw = createFetchClient<Paths>({
    baseUrl: context.baseUrl,
    fetch: (request) => fetchText(context, request),
    pathSerializer: buildPath,
    redirect: 'error',
  });
  raw.use({
    onRequest: ({ request, schemaPath, params, options }) => {
      assertPath(request.url, options.baseUrl, buildPath(schemaPath, params.path ?? {}));
      if (context.tier !== undefined && needsToken(context, request) && !request.headers.has('tier')) {
        request.headers.set('tier', context.tier);
      }
    },
  });
  return raw;
}

type RawContext = Pick<CallContext, 'baseUrl' | 'fetch' | 'timeoutMs' | 'token'>;

function needsToken({ baseUrl }: Pick<RawContext, 'baseUrl'>, { url }: Request): boolean {
  return new URL(url).origin === new URL(baseUrl).origin && !url.startsWith(`${baseUrl}${TOKEN_PATH}`);
}

async function fetchText(context: RawContext, request: Request): Promise<Response> {
  const operationId = `${request.method} request`;
  const deadline = startDeadline(context.timeoutMs, request.signal);
  const trip: Trip = { operationId, deadline, progress: { attempts: 0, sent: 'no' } };
  try {
    const { status, headers, text } = await sendWithToken(context, request, trip);
    if (text !== '' && parseAnswer({ headers, text }) === undefined) {
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

async function sendWithToken(context: RawContext, request: Request, trip: Trip): Promise<Answer> {
  const send = (token?: Token): Promise<Answer> => {
    trip.progress.attempts += 1;
    const copy = new Request(request.clone(), { signal: trip.deadline.signal });
    if (token !== undefined) copy.headers.set('authorization', token.value);
    return exchange(context.fetch, copy, trip);
  };
  if (!needsToken(context, request)) return send();
  const token = await trip.deadline.race(context.token.get());
  const answer = await send(token);
  return answer.status === 401 ? send(await trip.deadline.race(context.token.replace(token))) : answer;
}
