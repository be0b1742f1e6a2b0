import type { CallContext } from './call-context.js';
import type { ResponseOptions } from './call-options.js';
import { checkTimeout } from './client-options.js';
import { DeadlinePassed, startDeadline, type Deadline } from './deadline.js';
import { readDocumentOptions } from './document-options.js';
import { IamportError } from './errors.js';
import { isRead, type OperationRow } from './operation-row.js';
import type { PendingWrite } from './pending-write.js';
import type { Read } from './read-back.js';
import { planRequest, type RequestPlan } from './request.js';
import { sendPlan } from './send-plan.js';
import { startCall, type CallState } from './send-request.js';
import { checkInput, refuseInput, type Validation } from './validate.js';
import type * as writeOutcome from './write-outcome.js';
import { mayHaveHappened, readBackTime } from './write-proof.js';

/** A call: the operation and its input. */
export interface OneCall {
  readonly id: string;
  readonly input?: unknown;
  readonly options?: ResponseOptions | undefined;
}

/**
 * Performs an operation: checks the input, plans the request, sends it with credentials, and reads the response. A
 * write whose outcome is unknown is read back.
 */
export function perform(context: CallContext, call: OneCall): Promise<unknown> {
  context.budget.earn();
  return context.trace({ operationId: call.id }, () => performUntraced(context, call));
}

async function performUntraced(context: CallContext, { id, input = {}, options = {} }: OneCall): Promise<unknown> {
  const row = Object.hasOwn(context.operations, id) ? context.operations[id] : undefined;
  if (row === undefined) throw new IamportError('input', `unknown operation ${id}`);
  const timeoutMs = checkTimeout(options.timeoutMs ?? context.timeoutMs);
  const deadline = startDeadline(timeoutMs, options.signal);
  const state = startCall(id, deadline);
  const validation: Validation = { operationId: id, row, mode: context.validate.request, emit: context.emit };
  try {
    const timed = row.times === undefined ? input : await wireTimes(id, row.times, input);
    const checked = checkInput(timed, validation);
    const fields = checked instanceof Promise ? await deadline.race(checked) : checked;
    const plan = createPlan(context, { id, input: fields, options }, row);
    if (isRead(row)) return await sendPlan(context, { row, plan }, state);
    return await write(context, { write: { row, input: fields, options }, plan, timeoutMs }, state);
  } catch (error) {
    throw toIamportError(error, row, state);
  } finally {
    deadline.stop();
  }
}

interface PlannedWrite {
  readonly write: PendingWrite;
  readonly plan: RequestPlan;
  readonly timeoutMs: number;
}

async function write(context: CallContext, planned: PlannedWrite, state: CallState): Promise<unknown> {
  const read = readerOf(context, state.deadline);
  const write = await withBefore(context, planned.write, read).catch((error: unknown) => {
    throw notSent(error, state.operationId);
  });
  const readBackMs = readBackTime(write, planned.timeoutMs);
  const deadline = startDeadline(Math.max(1, state.deadline.left() - readBackMs), state.deadline.signal);
  const sending: CallState = { ...state, deadline };
  try {
    return await sendPlan(context, { row: write.row, plan: planned.plan }, sending);
  } catch (thrown) {
    const error = toIamportError(thrown, write.row, sending);
    if (!mayHaveHappened(error)) throw error;
    // Imported late: most writes never need it.
    const { resolveOutcome } = await loadOutcome(error);
    return await resolveOutcome(context, { write, error, deadline: state.deadline, readBackMs }, read);
  } finally {
    deadline.stop();
  }
}

/** The look-up before a write timed out or was aborted: the write itself was not sent. */
function notSent(error: unknown, operationId: string): unknown {
  if (!(error instanceof IamportError)) return error;
  const { kind, message } = error;
  const details = { operationId, attempts: 0, sent: 'no', retryable: true, cause: error } as const;
  return new IamportError(kind, `${operationId} was not sent: ${message}`, details);
}

async function withBefore(context: CallContext, write: PendingWrite, read: Read): Promise<PendingWrite> {
  if (write.row.readBack?.before !== true || write.options.judge !== undefined) return write;
  const { lookBefore } = await import('./read-back.js');
  return { ...write, before: await lookBefore(context, write, read) };
}

async function loadOutcome(error: IamportError): Promise<typeof writeOutcome> {
  try {
    return await import('./write-outcome.js');
  } catch {
    const { operationId, httpStatus, attempts, sent } = error;
    const words = `${String(operationId)} may have happened, and the code to check it could not be loaded`;
    throw new IamportError('ambiguous', words, { operationId, httpStatus, attempts, sent, cause: error });
  }
}

/** Performs the look-ups of a write, within the time limit of the write. */
export function readerOf(context: CallContext, { left }: Pick<Deadline, 'left'>): Read {
  return ({ operationId, input }, options) => {
    const timeoutMs = Math.max(1, Math.min(left(), options.timeoutMs ?? Infinity));
    // Polling is a retry already, so it is not retried.
    return performUntraced({ ...context, retries: 0 }, { id: operationId, input, options: { ...options, timeoutMs } });
  };
}

async function wireTimes(id: string, times: readonly string[], input: unknown): Promise<unknown> {
  const { toWireTimes } = await import('./wire-times.js');
  try {
    return toWireTimes(input, times);
  } catch (error) {
    throw notBuilt(id, error);
  }
}

/** The input cannot be sent. The messages of other errors quote values. */
function notBuilt(id: string, error: unknown): IamportError {
  return refuseInput(id, error instanceof IamportError ? error.message : 'the request cannot be built', []);
}

function createPlan(
  context: CallContext,
  { id, input, options }: OneCall & { readonly input: Readonly<Record<string, unknown>> },
  row: OperationRow,
): RequestPlan {
  try {
    const own = { ...context.own, ...readDocumentOptions(context.options, options) };
    const plan = context.codecs?.plan ?? planRequest;
    return plan(row, input, { baseUrl: context.baseUrl, form: options?.form === true, own, options });
  } catch (error) {
    throw notBuilt(id, error);
  }
}

/** Converts every failure of a call to an {@link IamportError} with the progress of the call. */
export function toIamportError(
  error: unknown,
  row: Pick<OperationRow, 'method' | 'effect'>,
  { operationId, deadline, attempts, sent }: CallState,
): IamportError {
  if (error instanceof IamportError) return error;
  const retryable = isRead(row) || sent === 'no';
  const details = { operationId, attempts, sent };
  if (!(error instanceof DeadlinePassed)) {
    const words = `${operationId} failed unexpectedly; see cause`;
    return new IamportError('unexpected', words, { ...details, cause: error });
  }
  const kind = deadline.endedBy() ?? 'aborted';
  const words = kind === 'timeout' ? 'timed out' : 'was aborted';
  return new IamportError(kind, `${operationId} ${words}`, { ...details, retryable });
}
