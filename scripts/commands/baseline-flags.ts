import path from 'node:path';

import { isDate } from '../report/baseline/baseline-entry.js';
import type { BaselinePlace } from '../report/baseline/baseline.js';
import type { Excuse } from '../report/baseline/update-baseline.js';
import type { Invocation } from './command.js';
import { displayPath } from '../files/display-path.js';
import { UsageError } from '../messages/usage-error.js';

/** What the command line says about the baseline. */
export interface BaselineRequest {
  readonly place: BaselinePlace;
  /** Whether somebody named the file, so that it must be there. */
  readonly isNamed: boolean;
  /** Whether to write the findings into it, and why they may stay. */
  readonly update: Excuse | undefined;
}

/**
 * Reads `--baseline`, `--update-baseline`, `--reason` and `--until`. `configured` is the absolute path a config gives.
 *
 * @throws {UsageError} when a flag lacks the one it belongs to, or a day is none.
 */
export function readBaselineFlags(invocation: Invocation, configured: string | undefined): BaselineRequest {
  const { cwd } = invocation;
  const given = invocation.text('baseline');
  const [reason, until] = [invocation.text('reason'), invocation.text('until')];
  if (given === '') throw new UsageError('flag-empty', { flag: 'baseline', wanted: 'file' });
  if (until !== undefined && !isDate(until)) throw new UsageError('flag-value', { flag: 'until', given: until });
  const isUpdate = invocation.isSet('update-baseline');
  if (!isUpdate && (reason !== undefined || until !== undefined))
    throw new UsageError('flag-needs', { flag: reason === undefined ? 'until' : 'reason', other: 'update-baseline' });
  const file = path.resolve(cwd, given ?? configured ?? 'iamport-kit.baseline.json');
  return {
    place: { file, shownAs: given ?? displayPath(file, cwd), cwd },
    isNamed: given !== undefined || configured !== undefined,
    update: isUpdate ? { reason, until } : undefined,
  };
}
