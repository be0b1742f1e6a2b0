/** Why a call ended without a response. */
export type DeadlineReason = 'timeout' | 'aborted';

/** Time limit and abort signal of a call. Covers waiting for credentials, backoff and the body. */
export interface Deadline {
  /** For `fetch`. */
  readonly signal: AbortSignal;
  /** Why the call ended, or `undefined` while it is running. */
  readonly endedBy: () => DeadlineReason | undefined;
  /** Milliseconds left, never negative. */
  readonly left: () => number;
  /** Waits for work until the deadline. Rejects with {@link DeadlinePassed} then; the work itself continues. */
  readonly race: <Value>(work: Promise<Value>) => Promise<Value>;
  /** Waits the given milliseconds. Rejects with {@link DeadlinePassed} at the deadline. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Stops the timer. Must be called at the end of every call. */
  readonly stop: () => void;
}

/** Internal: thrown at the deadline, and converted to a `'timeout'` or `'aborted'` error later. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/** Starts the timer of a call. */
export function startDeadline(timeoutMs: number, signal?: AbortSignal): Deadline {
  const controller = new AbortController();
  const goodUntil = performance.now() + timeoutMs;
  const state: EndState = { waiting: new Set() };
  const end = (reason: DeadlineReason): void => {
    if (state.endedBy !== undefined) return;
    state.endedBy = reason;
    const error = new DeadlinePassed();
    controller.abort(error);
    for (const reject of [...state.waiting]) reject(error);
  };
  const timer = setTimeout(end, timeoutMs, 'timeout');
  const unlisten = onAbort(signal, () => {
    end('aborted');
  });
  const race: Deadline['race'] = (work) => raceEnd(state, work);
  return {
    signal: controller.signal,
    endedBy: () => state.endedBy,
    left: () => Math.max(0, goodUntil - performance.now()),
    race,
    sleep: (milliseconds) => nap(milliseconds, race),
    stop: () => {
      clearTimeout(timer);
      unlisten();
    },
  };
}

interface EndState {
  endedBy?: DeadlineReason;
  /** Rejects the pending wait when the call ends. */
  readonly waiting: Set<(error: DeadlinePassed) => void>;
}

function raceEnd<Value>({ waiting, endedBy }: EndState, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    // Rethrows whatever the work throws.
    const fail: (error: unknown) => void = reject;
    waiting.add(fail);
    // Two handlers instead of `finally`, which creates more promises: every call gets here several times.
    work.then(
      (value) => {
        waiting.delete(fail);
        resolve(value);
      },
      (error: unknown) => {
        waiting.delete(fail);
        fail(error);
      },
    );
    if (endedBy !== undefined) reject(new DeadlinePassed());
  });
}

function nap(milliseconds: number, race: Deadline['race']): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return race(over).finally(() => {
    clearTimeout(timer);
  });
}

type Listener = () => void;

/** The calls that share a signal. Node warns about a leak if one signal has more than ten listeners. */
const LISTENERS = new WeakMap<AbortSignal, Set<Listener>>();

/**
 * Calls `listener` when the signal aborts, or at once if it already has. The signal itself gets a single listener.
 *
 * @returns a function that stops listening.
 */
export function onAbort(signal: AbortSignal | undefined, listener: Listener): () => void {
  if (signal === undefined) return () => undefined;
  if (signal.aborted) listener();
  const known = LISTENERS.get(signal);
  const listeners = known ?? new Set<Listener>();
  listeners.add(listener);
  if (known === undefined) {
    LISTENERS.set(signal, listeners);
    signal.addEventListener('abort', () => {
      for (const one of [...listeners]) one();
    });
  }
  return () => {
    listeners.delete(listener);
  };
}
