import type { Baseline } from './baseline/baseline.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import type { Totals } from './report.js';

/** Counts all findings and keeps as many as are shown. */
export interface Tally {
  add(diagnostic: Diagnostic, baseline: Baseline | undefined): void;
  kept(): readonly Diagnostic[];
  totals(): Totals;
  /** Lets everything kept pass: it has gone into the baseline. */
  accept(): void;
}

/** Starts to count; `limit` findings are kept, without warnings when `isQuiet`. */
export function createTally(limit: number, isQuiet: boolean): Tally {
  let kept: Diagnostic[] = [];
  const counts = { errors: 0, warnings: 0, accepted: 0 };
  const files = new Set<string>();
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
    kept: () => kept,
    totals: () => ({ ...counts, shown: kept.length, files: files.size }),
    accept() {
      counts.accepted += kept.length;
      kept = [];
      counts.errors = 0;
      counts.warnings = 0;
    },
  };
}
