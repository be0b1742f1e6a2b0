import type { CallContext } from './call-context.js';
import type { Shown } from './call-options.js';
import type { Deadline } from './deadline.js';
import { IamportError } from './errors.js';
import type { PendingWrite } from './pending-write.js';
import { isProvable, lookOnce, lookUpOf, type Read } from './read-back.js';

/** Milliseconds before the second look. Each further pause is twice as long. */
const FIRST_PAUSE = 250;

/** A write that failed so that it may have happened. */
export interface UnknownOutcome {
  readonly write: PendingWrite;
  readonly error: IamportError;
  /** The time that is left of the call. */
  readonly deadline: Deadline;
  /** Milliseconds of it that reading back may take. */
  readonly readBackMs: number;
}

/**
 * Looks again, with growing pauses, until the write becomes visible or the time of the call is over.
 *
 * @returns what the write would have answered.
 * @throws {IamportError} `'ambiguous'`, or the error of the write when it is proven that nothing happens any more.
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
      // It failed, or the time is over: that shows nothing.
    }
    if (deadline.endedBy() !== undefined) break;
    await deadline.sleep(Math.max(0, Math.min(pause, left()))).catch(() => undefined);
  }
  return last;
}

/** The error of a write that certainly does nothing any more: the same, but safe to make again. */
function notDone(error: IamportError): IamportError {
  const { kind, operationId, httpStatus, code, apiMessage, attempts, sent } = error;
  const details = { operationId, httpStatus, code, apiMessage, attempts, sent, cause: error };
  return new IamportError(kind, `${error.message}; reading back shows that nothing was done`, {
    ...details,
    retryable: true,
  });
}

function toAmbiguous(context: CallContext, { write, error }: UnknownOutcome, waited: number): IamportError {
  const { operationId = '', httpStatus, attempts, sent } = error;
  const lookUp = lookUpOf(context, write);
  const seconds = Math.round(waited / 100) / 10;
  const looked = waited === 0 ? '' : `, and within ${seconds} s it has not become visible that it was done`;
  const effect = participleOf(write.row.effect);
  const advice =
    lookUp === undefined
      ? 'Find out by other means before trying again.'
      : `Look with call(${JSON.stringify(lookUp.operationId)}, ${JSON.stringify(lookUp.input)}) or settle(error) before trying again.`;
  const words = `${operationId}: ${whatHappened(error)}${looked}. It may still be ${effect}. ${advice}`;
  return new IamportError('ambiguous', words, { operationId, httpStatus, attempts, sent, lookUp, cause: error });
}

function whatHappened({ kind, sent, httpStatus }: IamportError): string {
  if (kind === 'timeout') return 'no answer came in time';
  if (kind === 'aborted') return 'it was aborted after it was sent';
  if (kind === 'unexpected') return 'it failed after it was sent';
  if (httpStatus !== undefined) return `the answer (HTTP ${httpStatus}) does not say whether it was done`;
  return sent === 'yes' ? 'the answer broke off' : 'the connection broke before an answer came';
}

// `charge` → charged, `refund` → refunded, `cancel` → cancelled.
function participleOf(effect = 'do'): string {
  if (effect === 'do') return 'done';
  if (effect.endsWith('e')) return `${effect}d`;
  return effect.endsWith('el') ? `${effect}led` : `${effect}ed`;
}
