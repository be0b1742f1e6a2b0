import type { Contract } from './contract.js';
import type { Shown } from './recorder.js';
import { suggestFixtures, type Suggestion } from './suggest.js';
import { tallyAll, tallyGroups, type GroupTally, type Tally } from './tally.js';
import { shortfallsOf, type Shortfall, type Thresholds } from './threshold.js';

/** What the fixtures show of an API. */
export interface CoverageReport {
  readonly groups: readonly GroupTally[];
  readonly total: Tally;
  /** What to record next, the most valuable first; all that is missing. */
  readonly next: readonly Suggestion[];
  readonly below: readonly Shortfall[];
}

/** Makes the report of what has been seen. The same fixtures give the same report, in whatever order they came. */
export function reportCoverage(contract: Contract, shown: Shown, thresholds: Thresholds): CoverageReport {
  const total = tallyAll(contract, shown);
  return {
    groups: tallyGroups(contract, shown),
    total,
    next: suggestFixtures(contract, shown),
    below: shortfallsOf(total, thresholds),
  };
}
