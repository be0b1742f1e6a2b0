import { watchPaths } from './watch-paths.js';

/**
 * Runs, and runs again whenever a watched file changes, until the process is interrupted. Gives the exit code: 0, because
 * an interruption is how watching ends.
 *
 * `run` gets the absolute paths of what changed, none the first time, and gives what to watch from now on. Changes during
 * a run lead to another one.
 *
 * @throws what `run` throws, and UsageError when the limit of watches is reached.
 */
export async function repeatOnChange(
  targets: readonly string[],
  run: (changed: readonly string[], signal: AbortSignal) => Promise<readonly string[]>,
): Promise<number> {
  const watch = watchPaths(targets);
  const interruption = new AbortController();
  const interrupt = (): void => {
    interruption.abort();
    watch.close();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    for (let changed: readonly string[] = []; !interruption.signal.aborted; changed = await watch.next()) {
      const started = Date.now();
      watch.retarget(await run(changed, interruption.signal), started);
    }
    return 0;
  } finally {
    watch.close();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
