import type { Contract, ContractOperation } from './contract.js';
import { DIMENSIONS, pointOf, type Dimension, type Point } from './point.js';
import type { Shown } from './recorder.js';

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

/** All there is to show in some operations; what several of them share counts once. */
export function pointsOfOperations(operations: readonly ContractOperation[]): Point[] {
  const points = operations.flatMap(({ id, bodies }) => [
    pointOf('operations', id),
    ...bodies.flatMap(({ own, points: parts }) => [own, ...parts]),
  ]);
  return [...new Map(points.map((point) => [`${point.dimension} ${point.id}`, point])).values()];
}

/** A row for each group, in the order of the document. */
export function tallyGroups({ operations }: Contract, shown: Shown): GroupTally[] {
  const groups = [...new Set(operations.map(({ group }) => group))];
  return groups.map((group) => {
    const members = operations.filter((operation) => operation.group === group);
    const ids = new Set(members.flatMap(({ id }) => [...(shown.get(id) ?? [])]));
    return { group, shares: tally(pointsOfOperations(members), ids) };
  });
}

/** The row of everything, with fixtures that belong to no operation. */
export function tallyAll({ operations }: Contract, shown: Shown): Tally {
  return tally(pointsOfOperations(operations), allShown(shown));
}

/** All IDs, whichever operation showed them. */
export function allShown(shown: Shown): Set<string> {
  return new Set([...shown.values()].flatMap((ids) => [...ids]));
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
