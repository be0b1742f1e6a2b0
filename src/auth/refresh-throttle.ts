/** Milliseconds between two refreshes. The first token of a client is not a refresh. */
const PACE = 5000;

/** Keeps refreshes apart. */
export interface RefreshThrottle {
  /** Milliseconds until the next refresh may go out. */
  readonly left: () => number;
  /** Waits until then, and counts as a refresh from then on. */
  readonly wait: () => Promise<void>;
}

/** Starts with no refresh yet. */
export function createRefreshThrottle(): RefreshThrottle {
  let isFirst = true;
  let last: number | undefined;
  // A clock that is set back must not make the wait longer.
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
