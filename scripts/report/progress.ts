import type { Language } from '../messages/entry.js';
import { RUN_WORDS } from '../messages/output/report.js';
import { displayWidth, padEnd } from './display-width.js';
import type { Terminal } from './terminal.js';

/** Minimum duration of a run that shows progress, in milliseconds. */
const PATIENCE = 1000;
/** Interval between updates, in milliseconds. */
const INTERVAL = 100;

/** Shows the progress of a long run on a terminal. */
export interface Progress {
  /** Sets the number of documents done. Cheap enough to call for each of a million. */
  update(done: number): void;
  /** Removes the line. Call it before printing anything else. */
  stop(): void;
}

/**
 * Starts the progress of a run over documents. It is shown only if standard error is a terminal and the run takes more
 * than a second. `now` gives milliseconds.
 */
export function createProgress(
  { isInteractive, stderr }: Pick<Terminal, 'isInteractive' | 'stderr'>,
  language: Language,
  now: () => number = () => Date.now(),
): Progress {
  let next = now() + PATIENCE;
  let width = 0;
  return {
    update(done) {
      if (!isInteractive || now() < next) return;
      next = now() + INTERVAL;
      const line = RUN_WORDS.progress(done)[language];
      stderr(`\r${padEnd(line, width)}`);
      width = displayWidth(line);
    },
    stop() {
      if (width > 0) stderr(`\r${' '.repeat(width)}\r`);
      width = 0;
    },
  };
}
