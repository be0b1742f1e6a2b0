import type { Invocation } from './command.js';
import { UsageError } from '../messages/usage-error.js';
import type { Threshold } from '../report/threshold.js';

/**
 * Reads `--fail-on` and `--max-warnings`.
 *
 * @throws {UsageError} if one of them is invalid.
 */
export function readThreshold({ text }: Pick<Invocation, 'text'>): Threshold {
  const failOn = text('fail-on') ?? 'error';
  if (failOn !== 'error' && failOn !== 'warning' && failOn !== 'none')
    throw new UsageError('flag-value', { flag: 'fail-on', given: failOn });
  return { failOn, maxWarnings: readCount({ text }, 'max-warnings') ?? Infinity };
}

/**
 * Reads a flag whose value is a count; undefined if it is not given.
 *
 * @throws {UsageError} if the value is not a whole number.
 */
export function readCount({ text }: Pick<Invocation, 'text'>, flag: 'limit' | 'max-warnings'): number | undefined {
  const given = text(flag);
  if (given === undefined || /^\d{1,9}$/.test(given)) return given === undefined ? undefined : Number(given);
  throw new UsageError('flag-value', { flag, given });
}
