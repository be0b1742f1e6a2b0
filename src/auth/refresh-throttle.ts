/** Milliseconds between two refreshes. The first token of a client is not a refresh. */
const PACE = 5000;

/** Limits how often a token is refreshed. */
export interface RefreshThrottle {
  /** Milliseconds until the next refresh may start. */
  readonly left: () => number;
  /** Waits until then, and counts as the next refresh. */
  readonly wait: () => Promise<void>;
}

/** Creates a throttle without a refresh so far. */
export function createRefreshThrottle(): RefreshThrottle {
  let isFirst = true;
  let last: number | undefined;
  // Setting the clock back must not lengthen the wait.
  const left = (): number => (last === undefined ? 0 : Math.min(PACE, Math.max(0, last + PACE - Date.now())));
  const wait = async (): Promise<void> => {
    if (isFirst) {
      isFirst = false;
      return;
    }
    const milliseconds = left();
    if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
    last = Date.now();
  };
  return { left, wait };
}
