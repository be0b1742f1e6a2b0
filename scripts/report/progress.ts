import type { Language } from '../messages/entry.js';
import { grouped } from '../messages/grouped.js';
import type { Terminal } from './terminal.js';

/** Shorter runs show no progress. In milliseconds. */
const PATIENCE = 1000;
/** How often the line is written anew. In milliseconds. */
const INTERVAL = 100;

/** Tells a person at a terminal how far a long run is. */
export interface Progress {
  /** Says that so many are done; cheap enough to call for each of a million. */
  update(done: number): void;
  /** Takes the line away again; call it before anything else is printed. */
  stop(): void;
}

/**
 * Starts to watch a run over documents. Says nothing unless standard error is a terminal and the run takes more than a
 * second. `now` gives milliseconds.
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
      const line = { en: `${grouped(done)} documents checked`, ko: `문서 ${grouped(done)}개 검사` }[language];
      stderr(`\r${line.padEnd(width)}`);
      width = line.length;
    },
    stop() {
      if (width > 0) stderr(`\r${' '.repeat(width)}\r`);
      width = 0;
    },
  };
}
