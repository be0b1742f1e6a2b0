import type { TokenSource } from './auth.js';
import { IamportError, type InputIssue } from './errors.js';
import type { OperationRow } from './operation-row.js';
import { buildRequest } from './request.js';
import { readResponse } from './response.js';
import { send } from './send.js';

/** What one call may be told beside its input. */
export interface CallOptions {
  /** Ends the call: it rejects with `kind: 'aborted'`, and nothing more is sent. */
  readonly signal?: AbortSignal;
}

/** What every call needs. */
export interface CallContext {
  readonly operations: Readonly<Record<string, OperationRow>>;
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly token: TokenSource;
}

interface OneCall {
  readonly id: string;
  readonly input: unknown;
  readonly options: CallOptions | undefined;
}

/** Performs one operation: check the input, build the request, add the token, send, read the answer. */
export async function perform(context: CallContext, { id, input = {}, options }: OneCall): Promise<unknown> {
  const row = Object.hasOwn(context.operations, id) ? context.operations[id] : undefined;
  if (row === undefined) throw new IamportError('input', `there is no operation ${id}`);
  await checkInput(id, row, input);
  const request = createRequest(context, { id, input, options }, row);
  if (row.needsAuth) request.headers.set('authorization', await context.token());
  return readResponse(id, row, await send(id, context.fetch, request));
}

async function checkInput(id: string, row: OperationRow, input: unknown): Promise<void> {
  const verdict = (await row.checkInput())(input);
  if (verdict.ok) return;
  const faults = verdict.issues.map(({ pointer, message }) => `${pointer === '' ? 'the input' : pointer} ${message}`);
  throw notSent(id, faults.join('; '), verdict.issues);
}

function createRequest({ baseUrl }: CallContext, { id, input, options }: OneCall, row: OperationRow): Request {
  try {
    // The validator has just said that the input is an object.
    const request = buildRequest(baseUrl, row, input as Record<string, unknown>);
    return options?.signal === undefined ? request : new Request(request, { signal: options.signal });
  } catch (error) {
    // Other errors, such as those of Headers, quote values.
    throw notSent(id, error instanceof IamportError ? error.message : 'the request cannot be built');
  }
}

function notSent(operationId: string, why: string, issues?: readonly InputIssue[]): IamportError {
  return new IamportError('input', `${operationId} was not sent: ${why}`, { operationId, issues, sent: 'no' });
}
