import type { Baseline } from './baseline/baseline.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import type { Totals } from './report.js';

/** Counts all findings and keeps as many as are shown. */
export interface Tally {
  add(diagnostic: Diagnostic, baseline: Baseline | undefined): void;
  /** Counts an error of a file about which nothing else is known: there may be more of them. */
  addUnexplained(file: string): void;
  kept(): readonly Diagnostic[];
  /** Whether no more are kept. */
  isFull(): boolean;
  totals(): Totals;
  /** Lets everything kept pass: it has gone into the baseline. */
  accept(): void;
}

/** Starts to count; `limit` findings are kept, without warnings when `isQuiet`. */
export function createTally(limit: number, isQuiet: boolean): Tally {
  let kept: Diagnostic[] = [];
  const counts = { errors: 0, warnings: 0, accepted: 0 };
  const files = new Set<string>();
  let isAtLeast = false;
  return {
    add(diagnostic, baseline) {
      if (baseline?.accepts(diagnostic) === true) {
        counts.accepted += 1;
        return;
      }
      counts[diagnostic.severity === 'error' ? 'errors' : 'warnings'] += 1;
      files.add(diagnostic.at.file);
      const isHidden = kept.length >= limit || (isQuiet && diagnostic.severity === 'warning');
      if (!isHidden) kept.push(diagnostic);
    },
    addUnexplained(file) {
      counts.errors += 1;
      files.add(file);
      isAtLeast = true;
    },
    kept: () => kept,
    isFull: () => kept.length >= limit,
    totals: () => ({ ...counts, shown: kept.length, files: files.size, ...(isAtLeast && { isAtLeast }) }),
    accept() {
      counts.accepted += kept.length;
      kept = [];
      counts.errors = 0;
      counts.warnings = 0;
    },
  };
}
