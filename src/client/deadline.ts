/** Why a call ended before its answer. */
export type DeadlineReason = 'timeout' | 'aborted';

/** The time one call may take, and the caller's wish to end it. Covers waiting for credentials, backoff and the body. */
export interface Deadline {
  /** For `fetch`. */
  readonly signal: AbortSignal;
  /** Why the call ended, or `undefined` while it may go on. */
  readonly endedBy: () => DeadlineReason | undefined;
  /** Milliseconds left, never negative. */
  readonly left: () => number;
  /** Waits for work no longer than the call may take. Rejects with {@link DeadlinePassed}; the work itself goes on. */
  readonly race: <Value>(work: Promise<Value>) => Promise<Value>;
  /** Waits that many milliseconds. Rejects with {@link DeadlinePassed}. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Stops the clock. To be called at the end of every call. */
  readonly stop: () => void;
}

/** Internal: what a call that has ended throws until it is told apart as `'timeout'` or `'aborted'`. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/** Starts the clock of a call. `timeoutMs` is in milliseconds. */
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
  /** Rejects what waits, when the call ends. */
  readonly waiting: Set<(error: DeadlinePassed) => void>;
}

function raceEnd<Value>({ waiting, endedBy }: EndState, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    // Whatever work throws goes on as it is.
    const fail: (error: unknown) => void = reject;
    waiting.add(fail);
    // Two handlers instead of `finally`, which makes more promises: every call comes here several times.
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

/** The calls that share a signal. Node warns of a leak when one signal has more than ten listeners. */
const LISTENERS = new WeakMap<AbortSignal, Set<Listener>>();

/**
 * Calls `listener` when the signal aborts, at once if it has. However many listen, the signal itself has one listener.
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
