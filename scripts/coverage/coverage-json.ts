import { DIMENSIONS } from './point.js';
import type { CoverageReport } from './report.js';
import type { Tally } from './tally.js';

/**
 * The coverage as the value of `coverage` in `--format json`:
 * `{ total, groups: [{ group, operations, …, providers }], next: [{ file, column, shows }], below: [{ column, percent, wanted }] }`,
 * where each column is `{ covered, total, percent }`.
 */
export function coverageJson(report: CoverageReport, root: string): object {
  return {
    total: columnsOf(report.total),
    groups: report.groups.map(({ group, shares }) => ({ group, ...columnsOf(shares) })),
    next: report.next.map(({ file, shows }) => ({ file: `${root}/${file}`, column: shows.dimension, shows: shows.id })),
    below: report.below.map(({ dimension, percent, wanted }) => ({ column: dimension, percent, wanted })),
  };
}

function columnsOf(shares: Tally): object {
  return Object.fromEntries(
    DIMENSIONS.map((dimension) => {
      const { covered, total, percent } = shares[dimension];
      return [dimension, { covered, total, percent }];
    }),
  );
}
