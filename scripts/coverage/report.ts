import type { Contract, ContractOperation } from './contract.js';
import { allShown, type Shown } from './recorder.js';
import { suggestFixtures, type Suggestion } from './suggest.js';
import { UsageError } from '../messages/usage-error.js';
import { DIMENSIONS, pointOf, type Dimension, type Point } from './point.js';

/** How much of one column is shown. */
export interface Share {
  readonly covered: number;
  readonly total: number;
  /** 0 to 100, rounded down to one decimal, so that 100 means all; 100 where the total is 0. */
  readonly percent: number;
}

/** One row: a share for each column. */
export type Tally = Readonly<Record<Dimension, Share>>;

/** The operations of one tag, and what their own fixtures show. */
export interface GroupTally {
  readonly group: string;
  readonly shares: Tally;
}

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
  // With fixtures that belong to no operation.
  const total = tally(pointsOfOperations(contract.operations), allShown(shown));
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
function shortfallsOf(shares: Tally, thresholds: Thresholds): Shortfall[] {
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

/** All there is to show in some operations; what several of them share counts once. */
function pointsOfOperations(operations: readonly ContractOperation[]): Point[] {
  const points = operations.flatMap(({ id, bodies }) => [
    pointOf('operations', id),
    ...bodies.flatMap(({ own, points: parts }) => [own, ...parts]),
  ]);
  return [...new Map(points.map((point) => [`${point.dimension} ${point.id}`, point])).values()];
}

/** A row for each group, in the order of the document. */
function tallyGroups({ operations }: Contract, shown: Shown): GroupTally[] {
  const groups = [...new Set(operations.map(({ group }) => group))];
  return groups.map((group) => {
    const members = operations.filter((operation) => operation.group === group);
    const ids = new Set(members.flatMap(({ id }) => [...(shown.get(id) ?? [])]));
    return { group, shares: tally(pointsOfOperations(members), ids) };
  });
}

function tally(points: readonly Point[], ids: ReadonlySet<string>): Tally {
  const shareOf = (dimension: Dimension): Share => {
    const all = points.filter((point) => point.dimension === dimension);
    const covered = all.filter(({ id }) => ids.has(id)).length;
    return { covered, total: all.length, percent: percentOf(covered, all.length) };
  };
  // Edge: fromEntries forgets that its keys are all the dimensions.
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, shareOf(dimension)])) as Tally;
}

function percentOf(covered: number, total: number): number {
  return total === 0 ? 100 : Math.floor((1000 * covered) / total) / 10;
}
