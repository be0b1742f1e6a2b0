import type { Authorization, Credential } from './authorization.js';
import type { CallContext } from './call-context.js';
import { IamportError } from './errors.js';
import { isRead, type OperationRow } from './operation-row.js';
import type { RequestPlan } from './request.js';
import { readAnswer } from './response.js';
import { backoff, isTransient } from './retry.js';
import { sendRequest, type Answer, type CallState, type Outgoing } from './send-request.js';
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
 * Sends a request with retries. Reads are retried after network errors, 408, 429 and 5xx; writes only if they certainly
 * did not reach the server. Rejected credentials are replaced once for every operation, since the server has done
 * nothing then.
 */
export async function sendPlan(context: CallContext, planned: Planned, state: CallState): Promise<unknown> {
  const { row } = planned;
  const { authorization } = context;
  let credential = row.needsAuth ? await credentials(authorization, row, state) : undefined;
  let isReplaced = false;
  let retries = 0;
  for (;;) {
    const outcome = await attempt(context, { ...planned, credential }, state);
    if (!('error' in outcome)) return outcome.value;
    const { error, retryAfter } = outcome;
    if (error.httpStatus === 401 && credential !== undefined && !isReplaced) {
      isReplaced = true;
      const refused = credential;
      credential = await state.deadline.race(authorization.replace(refused, state.deadline.left()));
      if (credential === refused) throw error;
      state.sent = 'no';
      continue;
    }
    const wait = backoff(retries + 1, retryAfter);
    const isOver = retries >= context.retries || wait >= state.deadline.left();
    if (!error.retryable || isOver || !context.budget.spend()) throw error;
    retries += 1;
    const { operationId = state.operationId, kind: errorKind, httpStatus } = error;
    const waitMilliseconds = Math.round(wait);
    context.emit({ type: 'retry', operationId, attempt: state.attempts, waitMilliseconds, httpStatus, errorKind });
    await state.deadline.sleep(wait);
    if (credential !== undefined) credential = await credentials(authorization, row, state);
  }
}

function credentials(
  { get }: Authorization,
  row: OperationRow,
  { deadline }: CallState,
): Credential | Promise<Credential> {
  const known = get(row);
  return 'headers' in known ? known : deadline.race(known);
}

interface Authorized extends Planned {
  readonly credential: Credential | undefined;
}

async function attempt(
  context: CallContext,
  { row, plan, credential }: Authorized,
  state: CallState,
): Promise<{ readonly value: unknown } | Failure> {
  state.attempts += 1;
  const { operationId, attempts } = state;
  context.emit({ type: 'request', operationId, method: row.method, attempt: attempts });
  const started = performance.now();
  let answer: Answer | undefined;
  let failure: IamportError | undefined;
  try {
    answer = await sendRequest(context, toOutgoing(plan, credential), state);
    const { value, body } = (plan.answer?.read ?? readAnswer)({ operationId, row, envelope: context.envelope }, answer);
    const validation = { operationId, row, mode: plan.answer?.mode ?? context.validate.response, emit: context.emit };
    const checked = checkAnswer(body, answer.status, validation);
    if (checked !== undefined) await checked;
    return { value };
  } catch (error) {
    if (!(error instanceof IamportError)) throw error;
    const isTooLarge = answer !== undefined && answer.text === undefined;
    const secrets = [...context.authorization.secrets, ...(credential?.secrets ?? [])];
    failure = complete(error, state, { secrets, retryable: !isTooLarge && isSafe(error, row, state) });
    return { error: failure, retryAfter: answer?.headers.get('retry-after') ?? null };
  } finally {
    context.emit({
      type: 'response',
      operationId,
      attempt: attempts,
      milliseconds: Math.round(performance.now() - started),
      httpStatus: answer?.status,
      isPartial: answer?.status === 207 ? true : undefined,
      errorKind: failure?.kind ?? state.deadline.endedBy(),
    });
  }
}

function toOutgoing(plan: RequestPlan, credential: Credential | undefined): Outgoing {
  const { method, payload, answer } = plan;
  const added = { url: plan.url, headers: { ...plan.headers, ...credential?.headers } };
  const { url, headers } = credential?.apply?.(plan.url, plan.headers) ?? added;
  return { url, target: url, receive: answer?.receive, init: { method, headers, ...payload } };
}

function isSafe(error: IamportError, row: OperationRow, { sent }: CallState): boolean {
  return isTransient(error) && (isRead(row) || sent === 'no');
}

function complete(
  error: IamportError,
  { attempts, sent }: CallState,
  { secrets, retryable }: { readonly secrets: readonly string[]; readonly retryable: boolean },
): IamportError {
  const { kind, message, operationId, httpStatus, code, apiMessage, issues, cause } = error;
  const words = apiMessage === undefined ? undefined : redact(apiMessage, secrets);
  const details = { operationId, httpStatus, code, apiMessage: words, issues, cause, attempts, sent, retryable };
  return new IamportError(kind, redact(message, secrets), details);
}

/** Minimum length of a secret, in characters. Anything shorter is not a real key and could match ordinary words. */
const SHORTEST = 8;

/** Removes secrets that a server may echo from its text. */
function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST)
    .reduce<string>((clean, secret) => clean.replaceAll(secret, '•••'), text);
}
