import type { CallContext } from './call-context.js';
import type { Shown } from './call-options.js';
import type { Deadline } from './deadline.js';
import { IamportError } from './errors.js';
import type { PendingWrite } from './pending-write.js';
import { isProvable, lookOnce, lookUpOf, type Read } from './read-back.js';

/** Milliseconds before the second look-up. Each further pause is twice as long. */
const FIRST_PAUSE = 250;

/** A failed write that may have happened. */
export interface UnknownOutcome {
  readonly write: PendingWrite;
  readonly error: IamportError;
  /** The deadline of the call. */
  readonly deadline: Deadline;
  /** Maximum time for reading back, in milliseconds. */
  readonly readBackMs: number;
}

/**
 * Polls with growing pauses until the write becomes visible or the time is up.
 *
 * @returns the data the write would have returned.
 * @throws {IamportError} `'ambiguous'`, or the error of the write if it is proven that nothing can happen any more.
 */
export async function resolveOutcome(context: CallContext, unknown: UnknownOutcome, read: Read): Promise<unknown> {
  const { write, error, deadline } = unknown;
  const started = performance.now();
  const shown = error.kind === 'aborted' ? undefined : await lookUntil(context, unknown, read);
  if (shown?.outcome === 'done') return shown.value;
  if (shown?.outcome === 'refused') throw notDone(error);
  const waited = shown === undefined || deadline.endedBy() === 'aborted' ? 0 : performance.now() - started;
  const ambiguous = toAmbiguous(context, unknown, waited);
  context.pending.set(ambiguous, write);
  throw ambiguous;
}

async function lookUntil(
  context: CallContext,
  { write, deadline, readBackMs }: UnknownOutcome,
  read: Read,
): Promise<Shown | undefined> {
  if (!isProvable(write) || lookUpOf(context, write) === undefined) return undefined;
  let last: Shown | undefined;
  const goodUntil = performance.now() + readBackMs;
  const left = (): number => Math.min(deadline.left(), goodUntil - performance.now());
  for (let pause = FIRST_PAUSE; left() > 0 && context.budget.spend(); pause *= 2) {
    const options = { ...write.options, timeoutMs: Math.max(1, left()) };
    try {
      const shown = await deadline.race(lookOnce(context, { ...write, options }, read));
      if (shown.outcome !== 'not_visible') return shown;
      last = shown;
    } catch {
      // The look-up failed or timed out, which proves nothing.
    }
    if (deadline.endedBy() !== undefined) break;
    await deadline.sleep(Math.max(0, Math.min(pause, left()))).catch(() => undefined);
  }
  return last;
}

/** The error of a write that can no longer happen: the same error, but safe to retry. */
function notDone(error: IamportError): IamportError {
  const { kind, operationId, httpStatus, code, apiMessage, attempts, sent } = error;
  const details = { operationId, httpStatus, code, apiMessage, attempts, sent, cause: error };
  return new IamportError(kind, `${error.message}; reading back shows that nothing happened`, {
    ...details,
    retryable: true,
  });
}

function toAmbiguous(context: CallContext, { write, error }: UnknownOutcome, waited: number): IamportError {
  const { operationId = '', httpStatus, attempts, sent } = error;
  const lookUp = lookUpOf(context, write);
  const seconds = Math.round(waited / 100) / 10;
  const looked = waited === 0 ? '' : `, and the write did not become visible within ${seconds} s`;
  const effect = participleOf(write.row.effect);
  const advice =
    lookUp === undefined
      ? 'Check by other means before trying again.'
      : `Check with call(${JSON.stringify(lookUp.operationId)}, ${JSON.stringify(lookUp.input)}) or settle(error) before trying again.`;
  const words = `${operationId}: ${whatHappened(error)}${looked}. It may still be ${effect}. ${advice}`;
  return new IamportError('ambiguous', words, { operationId, httpStatus, attempts, sent, lookUp, cause: error });
}

function whatHappened({ kind, sent, httpStatus }: IamportError): string {
  if (kind === 'timeout') return 'no response arrived in time';
  if (kind === 'aborted') return 'it was aborted after it was sent';
  if (kind === 'unexpected') return 'it failed after it was sent';
  if (httpStatus !== undefined) return `the response (HTTP ${httpStatus}) does not show whether it happened`;
  return sent === 'yes' ? 'the response was cut off' : 'the connection broke before a response arrived';
}

// `create` → created, `cancel` → cancelled, `book` → booked.
function participleOf(effect = 'do'): string {
  if (effect === 'do') return 'done';
  if (effect.endsWith('e')) return `${effect}d`;
  return effect.endsWith('el') ? `${effect}led` : `${effect}ed`;
}
