/** Why a call ended before its answer. */
export type DeadlineReason = 'timeout' | 'aborted';

/** The time one call may take, and the caller's wish to end it. Covers waiting for a token, backoff and the body. */
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
  const state: { endedBy?: DeadlineReason } = {};
  const end = (reason: DeadlineReason): void => {
    state.endedBy ??= reason;
    controller.abort(new DeadlinePassed());
  };
  const onAbort = (): void => {
    end('aborted');
  };
  const timer = setTimeout(() => {
    end('timeout');
  }, timeoutMs);
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  const race = <Value>(work: Promise<Value>): Promise<Value> => raceSignal(work, controller.signal);
  return {
    signal: controller.signal,
    endedBy: () => state.endedBy,
    left: () => Math.max(0, goodUntil - performance.now()),
    race,
    sleep: (milliseconds) => {
      const nap = startNap(milliseconds);
      return race(nap.over).finally(nap.cancel);
    },
    stop: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}

function startNap(milliseconds: number): { over: Promise<void>; cancel: () => void } {
  let cancel = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    cancel = () => {
      clearTimeout(timer);
    };
  });
  return { over, cancel };
}

function raceSignal<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      reject(new DeadlinePassed());
    };
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', onAbort);
    });
  });
}
