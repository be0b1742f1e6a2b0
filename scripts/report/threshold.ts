import type { Totals } from './report.js';

/** The condition under which a run fails. */
export interface Threshold {
  readonly failOn: 'error' | 'warning' | 'none';
  /** Maximum number of warnings. */
  readonly maxWarnings: number;
}

/** Whether a run fails. With `none`, only too many warnings fail it. */
export function isFailure({ errors, warnings }: Totals, { failOn, maxWarnings }: Threshold): boolean {
  if (warnings > maxWarnings) return true;
  if (failOn === 'none') return false;
  return errors > 0 || (failOn === 'warning' && warnings > 0);
}
