import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';

import type { Credential } from './authorization.js';
import type { CallContext } from './call-context.js';
import { startDeadline } from './deadline.js';
import { IamportError } from './errors.js';
import { assertPath, buildPath } from './path.js';
import type { OperationRow } from './operation-row.js';
import { toIamportError } from './perform.js';
import { buildStyledPath, stylesOf } from './plan-any-request.js';
import { parseAnswer } from './response.js';
import { sendRequest, startCall, type Answer, type CallState } from './send-request.js';

/** Statuses without a body. */
const EMPTY = [204, 205, 304];

/**
 * Creates the openapi-fetch client with credentials, the time limit and the path check. Credentials are sent to the
 * API's host only; rejected ones are replaced once. Network failures and responses that are not JSON are thrown as
 * `IamportError`.
 */
export function createRawClient<Paths extends object>(context: CallContext): FetchClient<Paths> {
  const open = new WeakSet<Request>();
  const rows = new WeakMap<Request, OperationRow>();
  const raw = createFetchClient<Paths>({
    baseUrl: context.baseUrl,
    fetch: (request) =>
      fetchText(context, {
        request,
        row: rows.get(request),
        isAuthorized: isOwnHost(context, request) && !open.has(request),
      }),
    pathSerializer: (template, values) => pathOf(context, template, values),
    redirect: 'manual',
  });
  raw.use({
    onRequest: ({ request, schemaPath, params, options }) => {
      assertPath(request.url, options.baseUrl, pathOf(context, schemaPath, params.path ?? {}));
      const row = rowOf(context, request.method, schemaPath);
      if (row !== undefined) rows.set(request, row);
      if (row?.needsAuth === false) open.add(request);
      if (isOwnHost(context, request)) addOwnOptions(context, request, row);
    },
  });
  return raw;
}

/**
 * A path with its values, in the styles that the operations of this path have.
 *
 * @param template The path as in the document; openapi-fetch puts the base URL before it.
 */
function pathOf(
  { operations, baseUrl }: CallContext,
  template: string,
  values: Readonly<Record<string, unknown>>,
): string {
  const wanted = template.startsWith(baseUrl) ? template.slice(baseUrl.length) : template;
  const row = Object.values(operations).find(({ path, wire }) => path === wanted && wire?.styles !== undefined);
  return row === undefined
    ? buildPath(template, values)
    : buildStyledPath(template, values, stylesOf(row, row.pathFields));
}

function rowOf({ operations }: CallContext, method: string, path: string): OperationRow | undefined {
  return Object.values(operations).find((one) => one.method === method && one.path === path);
}

/** The client's options that the document adds, unless the request has them, or the operation does not take them. */
function addOwnOptions({ own, options = {} }: CallContext, { headers }: Request, row?: OperationRow): void {
  for (const [name, { header }] of Object.entries(options)) {
    const isTaken = row === undefined || row.headerFields?.[name] !== undefined;
    if (isTaken && own[name] !== undefined && !headers.has(header)) headers.set(header, own[name]);
  }
}

function isOwnHost({ baseUrl }: Pick<CallContext, 'baseUrl'>, { url }: Request): boolean {
  return new URL(url).origin === new URL(baseUrl).origin;
}

async function fetchText(context: CallContext, raw: RawRequest): Promise<Response> {
  const { request } = raw;
  const deadline = startDeadline(context.timeoutMs, request.signal);
  const state = startCall(`${request.method} request`, deadline);
  try {
    const answer = await sendAuthorized(context, raw, state);
    const { status, headers, text } = answer;
    if (text === undefined || (text !== '' && parseAnswer(answer) === undefined)) {
      const { operationId, attempts, sent } = state;
      const why = text === undefined ? 'larger than maxBodyBytes' : 'not JSON';
      const words = `${operationId}: the response is ${why} (HTTP ${status})`;
      throw new IamportError('http', words, { operationId, httpStatus: status, attempts, sent });
    }
    return new Response(EMPTY.includes(status) ? null : text, { status, headers });
  } catch (error) {
    throw toIamportError(error, request, state);
  } finally {
    deadline.stop();
  }
}

interface RawRequest {
  readonly request: Request;
  readonly row: OperationRow | undefined;
  readonly isAuthorized: boolean;
}

async function sendAuthorized(
  context: CallContext,
  { request, row, isAuthorized }: RawRequest,
  state: CallState,
): Promise<Answer> {
  const send = (credential?: Credential): Promise<Answer> => {
    state.attempts += 1;
    const copy = request.clone();
    const cookie = request.headers.get('cookie');
    const given = cookie === null ? {} : { cookie };
    const { url, headers } = credential?.apply?.(request.url, given) ?? {
      url: request.url,
      headers: credential?.headers ?? {},
    };
    for (const [name, value] of Object.entries(headers)) copy.headers.set(name, value);
    const target = url === request.url ? copy : new Request(url, copy);
    return sendRequest(context, { url, target, init: {} }, state);
  };
  if (!isAuthorized || request.headers.has('authorization')) return send();
  const { authorization } = context;
  const credential = await state.deadline.race(Promise.resolve(authorization.get(row)));
  if (Object.keys(credential.headers).some((name) => request.headers.has(name))) return send();
  const answer = await send(credential);
  if (answer.status !== 401) return answer;
  const other = await state.deadline.race(authorization.replace(credential, state.deadline.left()));
  return other === credential ? answer : send(other);
}
