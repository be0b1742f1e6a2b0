import type { Token } from '../auth/auth.js';
import { IamportError } from './errors.js';
import { exchange, type Answer, type Trip } from './send-request.js';
import type { OperationRow } from './operation-row.js';
import type { CallContext } from './call-context.js';
import { redact } from './redact.js';
import type { RequestPlan } from './request.js';
import { parseJson, readAnswer } from './response.js';
import { backoff, isTransient } from './retry.js';
import { checkAnswer } from './validate.js';

/** A planned request of an operation. */
export interface Planned {
  readonly row: OperationRow;
  readonly plan: RequestPlan;
}

interface Failure {
  readonly error: IamportError;
  readonly retryAfter: string | null;
}

/**
 * Sends a request until it succeeds or has failed for good. Reads are tried again after network errors, 408, 429 and 5xx;
 * writes only when they certainly did not reach the server. A refused token is replaced once, whatever the operation: the
 * server has done nothing then.
 */
export async function sendPlan(context: CallContext, planned: Planned, trip: Trip): Promise<unknown> {
  const { row } = planned;
  let token = row.needsAuth ? await trip.deadline.race(context.token.get()) : undefined;
  let isTokenReplaced = false;
  let retries = 0;
  for (;;) {
    const outcome = await attempt(context, planned, { ...trip, token });
    if (!('error' in outcome)) return outcome.value;
    const { error, retryAfter } = outcome;
    if (error.httpStatus === 401 && token !== undefined && !isTokenReplaced) {
      isTokenReplaced = true;
      token = await trip.deadline.race(context.token.replace(token));
      continue;
    }
    const wait = backoff(retries + 1, retryAfter);
    if (!error.retryable || retries >= context.retries || wait >= trip.deadline.left()) throw error;
    retries += 1;
    const { operationId, kind: errorKind, httpStatus } = error;
    const { attempts } = trip.progress;
    context.emit({
      type: 'retry',
      operationId: operationId ?? trip.operationId,
      attempt: attempts,
      waitMilliseconds: Math.round(wait),
      httpStatus,
      errorKind,
    });
    await trip.deadline.sleep(wait);
    if (token !== undefined) token = await trip.deadline.race(context.token.get());
  }
}

async function attempt(
  context: CallContext,
  { row, plan }: Planned,
  trip: Trip & { readonly token: Token | undefined },
): Promise<{ readonly value: unknown } | Failure> {
  const { operationId, progress } = trip;
  progress.attempts += 1;
  const attempts = progress.attempts;
  context.emit({ type: 'request', operationId, method: row.method, attempt: attempts });
  const started = performance.now();
  let answer: Answer | undefined;
  let failure: IamportError | undefined;
  try {
    answer = await exchange(context.fetch, toRequest(plan, trip), trip);
    const value = readAnswer(operationId, row, answer);
    const validation = { operationId, row, mode: context.validate.response, emit: context.emit };
    await checkAnswer(parseJson(answer.text), answer.status, validation);
    return { value };
  } catch (error) {
    if (!(error instanceof IamportError)) throw error;
    failure = complete(error, row, { ...trip, secrets: [context.impKey, context.impSecret, trip.token?.value] });
    return { error: failure, retryAfter: answer?.headers.get('retry-after') ?? null };
  } finally {
    context.emit({
      type: 'response',
      operationId,
      attempt: attempts,
      milliseconds: Math.round(performance.now() - started),
      httpStatus: answer?.status,
      isPartial: answer?.status === 207 ? true : undefined,
      errorKind: failure?.kind ?? trip.deadline.endedBy(),
    });
  }
}

function toRequest(
  { method, url, headers, body }: RequestPlan,
  { deadline, token }: Trip & { token: Token | undefined },
): Request {
  const request = new Request(url, {
    method,
    headers,
    signal: deadline.signal,
    // A redirect would carry the body, and with it secrets, to wherever it points.
    redirect: 'error',
    ...(body !== undefined && { body }),
  });
  if (token !== undefined) request.headers.set('authorization', token.value);
  return request;
}

function complete(
  error: IamportError,
  { method }: OperationRow,
  { progress, secrets }: Trip & { readonly secrets: readonly (string | undefined)[] },
): IamportError {
  const { kind, message, operationId, httpStatus, code, apiMessage, issues, cause } = error;
  const retryable = isTransient(error) && (method === 'GET' || progress.sent === 'no');
  const words = apiMessage === undefined ? undefined : redact(apiMessage, secrets);
  const told = { operationId, httpStatus, code, apiMessage: words, issues, cause };
  return new IamportError(kind, redact(message, secrets), { ...told, ...progress, retryable });
}
