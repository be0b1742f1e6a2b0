import type { Baseline } from './baseline/baseline.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import type { Totals } from './report.js';

/** Counts all findings and keeps those that are shown. */
export interface Tally {
  add(diagnostic: Diagnostic, baseline: Baseline | undefined): void;
  /** Counts one error for a file that was not examined further: it may have more. */
  addUnexplained(file: string): void;
  kept(): readonly Diagnostic[];
  /** Whether the limit is reached. */
  isFull(): boolean;
  totals(): Totals;
  /** Accepts everything kept, after it was written to the baseline. */
  accept(): void;
}

/** Starts a tally that keeps `limit` findings; without warnings if `isQuiet`. */
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
