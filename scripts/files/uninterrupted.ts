/** What Ctrl-C, `kill` and a closed terminal send. Each ends a process, in the middle of a file if need be. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does work that must not stop half-way. A signal that arrives meanwhile ends the process when the work is done, as if it had
 * arrived then; where something else handles signals, it gets them. Returns what the work returns.
 *
 * @throws what the work throws.
 */
export function uninterrupted<T>(work: () => T): T {
  if (SIGNALS.some((signal) => process.listenerCount(signal) > 0)) return work();
  const stopListening = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals): void => {
    stopListening();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    return work();
  } finally {
    // Signals that have arrived are handed out before that.
    setImmediate(stopListening);
  }
}
