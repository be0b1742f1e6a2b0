import type { Invocation } from './command.js';
import { UsageError } from '../messages/usage-error.js';
import type { Totals } from '../report/report.js';

/** When a run fails. */
export interface Threshold {
  readonly failOn: 'error' | 'warning' | 'none';
  /** How many warnings are allowed. */
  readonly maxWarnings: number;
}

/**
 * Reads `--fail-on` and `--max-warnings`.
 *
 * @throws {UsageError} when one of them makes no sense.
 */
export function readThreshold({ text }: Pick<Invocation, 'text'>): Threshold {
  const failOn = text('fail-on') ?? 'error';
  if (failOn !== 'error' && failOn !== 'warning' && failOn !== 'none')
    throw new UsageError('flag-value', { flag: 'fail-on', given: failOn });
  return { failOn, maxWarnings: readCount({ text }, 'max-warnings') ?? Infinity };
}

/**
 * Reads a flag that takes a number of things; undefined when it is not given.
 *
 * @throws {UsageError} when the value is no whole number.
 */
export function readCount({ text }: Pick<Invocation, 'text'>, flag: 'limit' | 'max-warnings'): number | undefined {
  const given = text(flag);
  if (given === undefined || /^\d{1,9}$/.test(given)) return given === undefined ? undefined : Number(given);
  throw new UsageError('flag-value', { flag, given });
}

/** Tells whether a run fails. `--fail-on none` fails for too many warnings only. */
export function isFailure({ errors, warnings }: Totals, { failOn, maxWarnings }: Threshold): boolean {
  if (warnings > maxWarnings) return true;
  if (failOn === 'none') return false;
  return errors > 0 || (failOn === 'warning' && warnings > 0);
}
