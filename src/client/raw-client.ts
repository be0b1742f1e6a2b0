import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';

import type { CallContext } from './call-context.js';
import { buildPath, assertPath } from './path.js';
import type { OperationRow } from './operation-row.js';
import { decodeRaw, sendRaw, type ParseRawAs } from './raw-answer.js';
import { requestAs, type RawInit } from './raw-request.js';

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'] as const;

type Send = (
  method: string,
  path: string,
  init?: RawInit,
) => Promise<{ readonly data?: unknown; readonly response: Response }>;

/**
 * Creates the openapi-fetch client with credentials, the time limit and the path check. A request of an operation in the
 * document is written and read as its row says: styles of parameters, media types, its own server. Credentials are sent
 * where the document says; rejected ones are replaced once. Network failures, and responses that are neither JSON nor what
 * the document declares, are thrown as `IamportError`.
 */
export function createRawClient<Paths extends object>(context: CallContext): FetchClient<Paths> {
  const raw = createFetchClient<Paths>({
    baseUrl: context.baseUrl,
    pathSerializer: buildPath,
    redirect: 'manual',
  });
  raw.use({
    onRequest: ({ request, schemaPath, params, options }) => {
      assertPath(request.url, options.baseUrl, options.pathSerializer(schemaPath, params.path ?? {}));
      addOwnOptions(context, request, rowOf(context, request.method, schemaPath));
    },
  });
  // openapi-fetch's own method, whose type depends on the paths; it takes any method and path.
  const send = raw.request as unknown as Send;
  const request = sendAs(context, send);
  const methods = METHODS.map((method) => {
    return [method, (path: string, init?: RawInit) => request(method, path, init)] as const;
  });
  // The same functions with the same types.
  return { ...raw, ...Object.fromEntries(methods), request } as unknown as FetchClient<Paths>;
}

/** Sends a request as the row of its operation says, where it has one. */
const sendAs =
  (context: CallContext, send: Send): Send =>
  async (name, path, init = {}) => {
    const method = name.toUpperCase();
    const row = rowOf(context, method, path);
    const accept = row?.wire?.accept;
    const isDecoded = accept !== undefined && init.parseAs === undefined;
    const parseAs: ParseRawAs | undefined = isDecoded ? 'arrayBuffer' : init.parseAs;
    const fetch = (request: Request): Promise<Response> => sendRaw(context, { request, row, parseAs, isDecoded });
    const known = row?.wire === undefined ? init : requestAs(context, row, init);
    const result = await send(method, path, { fetch, ...known, ...(parseAs !== undefined && { parseAs }) });
    return isDecoded && result.data instanceof ArrayBuffer ? decodeRaw(result, result.data, accept) : result;
  };

function rowOf({ operations }: CallContext, method: string, path: string): OperationRow | undefined {
  return Object.values(operations).find((one) => one.method === method && one.path === path);
}

/** The client's options that the document adds, unless the request has them, or the operation does not take them. */
function addOwnOptions(context: CallContext, { headers, url }: Request, row?: OperationRow): void {
  const { own, options = {}, baseUrl } = context;
  if (row === undefined && new URL(url).origin !== new URL(baseUrl).origin) return;
  for (const [name, { header }] of Object.entries(options)) {
    const isTaken = row === undefined || row.headerFields?.[name] !== undefined;
    if (isTaken && own[name] !== undefined && !headers.has(header)) headers.set(header, own[name]);
  }
}
