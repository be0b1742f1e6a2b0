import type { CallContext } from './call-context.js';
import type { Shown } from './call-options.js';
import type { Deadline } from './deadline.js';
import { IamportError } from './errors.js';
import { isProvable, lookOnce, lookUpOf, type PendingWrite, type Read } from './read-back.js';

/** Milliseconds: the longest part of a call's time that is kept for reading back. */
const LONGEST_READ_BACK = 10_000;

/** Milliseconds before the second look. Each further pause is twice as long. */
const FIRST_PAUSE = 250;

/**
 * Milliseconds of a call's time that are kept for reading back when its outcome is unknown: a third, at most 10 seconds,
 * and nothing when no look-up could prove anything.
 */
export function readBackTime(context: CallContext, write: PendingWrite, timeoutMs: number): number {
  const isPossible = isProvable(write) && lookUpOf(context, write) !== undefined;
  return isPossible ? Math.min(LONGEST_READ_BACK, timeoutMs / 3) : 0;
}

/**
 * Whether a write that failed this way may have happened. It is proven that nothing did when the request never left, and
 * when the API itself refused: a code other than success under HTTP 2xx, or 400, 401, 403, 404. Everything else proves
 * nothing: 5xx, 408, 409, 429, an answer of something in between, a connection that broke. Nor does an abort.
 */
export function mayHaveHappened({ kind, sent, httpStatus = 0 }: IamportError): boolean {
  if (sent === 'no' || kind === 'input' || kind === 'auth') return false;
  // The answer was a success, only not as described.
  if (kind === 'validation') return false;
  return !(kind === 'api' && (httpStatus < 300 || [400, 401, 403, 404].includes(httpStatus)));
}

/** A write that failed so that it may have happened. */
export interface UnknownOutcome {
  readonly write: PendingWrite;
  readonly error: IamportError;
  /** The time that is left of the call. */
  readonly deadline: Deadline;
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
  { write, deadline }: UnknownOutcome,
  read: Read,
): Promise<Shown | undefined> {
  if (!isProvable(write) || lookUpOf(context, write) === undefined) return undefined;
  let last: Shown | undefined;
  for (let pause = FIRST_PAUSE; deadline.left() > 0 && context.budget.spend(); pause *= 2) {
    const options = { ...write.options, timeoutMs: Math.max(1, deadline.left()) };
    try {
      const shown = await deadline.race(lookOnce(context, { ...write, options }, read));
      if (shown.outcome !== 'not_visible') return shown;
      last = shown;
    } catch {
      // It failed, or the time is over: that shows nothing.
    }
    if (deadline.endedBy() !== undefined) break;
    await deadline.sleep(pause).catch(() => undefined);
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
