import { IamportError } from './errors.js';

/**
 * Sends one request.
 *
 * @throws {IamportError} `'aborted'` when the signal ended it, `'network'` when no answer came. Whether the server saw
 *   the request is then unknown.
 */
export async function send(operationId: string, fetch: typeof globalThis.fetch, request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    const told = { operationId, attempts: 1, sent: 'unknown', cause } as const;
    if (request.signal.aborted) throw new IamportError('aborted', `${operationId} was aborted`, told);
    throw new IamportError('network', `${operationId}: no answer from ${new URL(request.url).host}`, told);
  }
}
