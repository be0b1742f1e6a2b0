/** A clock of this process that stands still until it is moved. Timers go on as ever. */
export interface StoppedClock {
  /** Unix time in milliseconds. */
  readonly set: (milliseconds: number) => void;
  readonly restore: () => void;
}

/** Stops the clock. */
export function stopClock(milliseconds: number): StoppedClock {
  const real = Date.now;
  let now = milliseconds;
  Date.now = () => now;
  return {
    set: (time) => {
      now = time;
    },
    restore: () => {
      Date.now = real;
    },
  };
}
