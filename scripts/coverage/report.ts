import type { Contract } from './contract.js';
import type { Shown } from './recorder.js';
import { suggestFixtures, type Suggestion } from './suggest.js';
import { tallyAll, tallyGroups, type GroupTally, type Tally } from './tally.js';
import { UsageError } from '../messages/usage-error.js';
import { DIMENSIONS, type Dimension } from './point.js';

/** What the fixtures show of an API. */
export interface CoverageReport {
  readonly groups: readonly GroupTally[];
  readonly total: Tally;
  /** What to record next, the most valuable first; all that is missing. */
  readonly next: readonly Suggestion[];
  readonly below: readonly Shortfall[];
}

/** Makes the report. It does not depend on the order of the fixtures. */
export function reportCoverage(contract: Contract, shown: Shown, thresholds: Thresholds): CoverageReport {
  const total = tallyAll(contract, shown);
  return {
    groups: tallyGroups(contract, shown),
    total,
    next: suggestFixtures(contract, shown),
    below: shortfallsOf(total, thresholds),
  };
}

/** The least percentage wanted of each column; none where a column may be as low as it likes. */
export type Thresholds = Readonly<Partial<Record<Dimension, number>>>;

/** A column that is lower than wanted. */
export interface Shortfall {
  readonly dimension: Dimension;
  readonly percent: number;
  readonly wanted: number;
}

/**
 * Reads `--coverage-min operations=80,outcomes=60`. What is given later counts.
 *
 * @throws {UsageError} when a column or a percentage makes no sense.
 */
export function readThresholds(values: readonly string[]): Thresholds {
  const entries = values.flatMap((value) => value.split(',')).map((entry) => readThreshold(entry.trim()));
  return Object.fromEntries(entries);
}

/** The columns that are lower than wanted, in their order. */
export function shortfallsOf(shares: Tally, thresholds: Thresholds): Shortfall[] {
  return DIMENSIONS.flatMap((dimension) => {
    const wanted = thresholds[dimension];
    const { percent } = shares[dimension];
    return wanted !== undefined && percent < wanted ? [{ dimension, percent, wanted }] : [];
  });
}

function readThreshold(entry: string): [Dimension, number] {
  const [, name, number] = /^([a-zA-Z]+)=(\d{1,3}(?:\.\d+)?)%?$/.exec(entry) ?? [];
  const dimension = DIMENSIONS.find((known) => known === name);
  if (dimension !== undefined && Number(number) <= 100) return [dimension, Number(number)];
  throw new UsageError('flag-value', { flag: 'coverage-min', given: entry, choices: DIMENSIONS });
}
