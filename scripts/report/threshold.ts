import type { Totals } from './report.js';

/** When a run fails. */
export interface Threshold {
  readonly failOn: 'error' | 'warning' | 'none';
  /** How many warnings are allowed. */
  readonly maxWarnings: number;
}

/** Tells whether a run fails. `none` fails for too many warnings only. */
export function isFailure({ errors, warnings }: Totals, { failOn, maxWarnings }: Threshold): boolean {
  if (warnings > maxWarnings) return true;
  if (failOn === 'none') return false;
  return errors > 0 || (failOn === 'warning' && warnings > 0);
}
