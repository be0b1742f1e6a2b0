import { groupBy } from '../json/group-by.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import type { Reported } from './report.js';

/** Maximum number of locations of one problem that text reports show in full; above it they show one and list some. */
export const FULL_PLACES = 3;

/** Maximum number of different problems that such a report shows. */
export const MOST_GROUPS = 200;

/** A problem with all its locations. */
export interface FindingGroup {
  /** The location that is shown in full: the first whose lines are known. */
  readonly lead: Reported;
  /** In order; at least one. */
  readonly places: readonly Reported[];
}

/**
 * Groups findings with the same text, in the order of their first locations. Problems with at most {@link FULL_PLACES}
 * locations are not grouped.
 */
export function groupFindings(findings: readonly Reported[]): FindingGroup[] {
  const keyOf = ({ code, severity, message }: Reported): string => `${code}\0${severity}\0${withoutIndexes(message)}`;
  const places = groupBy(findings, keyOf);
  const first = new Map([...places.values()].map((group) => [group[0], group]));
  const small = new Set([...places.values()].filter(({ length }) => length <= FULL_PLACES).flat());
  return findings.flatMap((each): FindingGroup[] => {
    if (small.has(each)) return [{ lead: each, places: [each] }];
    const group = first.get(each);
    if (group === undefined) return [];
    return [{ lead: group.find(({ excerpt }) => excerpt !== undefined) ?? each, places: group }];
  });
}

/** Makes a function that decides, finding by finding, whether a text report may show the lines around it. */
export function createExcerptBudget(): (diagnostic: Diagnostic) => boolean {
  const shown = new Map<string, number>();
  return ({ code, severity, values = {} }) => {
    const key = `${code}\0${severity}\0${withoutIndexes(JSON.stringify(values))}`;
    const places = shown.get(key) ?? 0;
    if (places >= FULL_PLACES || (places === 0 && shown.size >= MOST_GROUPS)) return false;
    shown.set(key, places + 1);
    return true;
  };
}

/** A text without positions in arrays: problems in `list[3]` and `list[4]` are the same. */
function withoutIndexes(text: string): string {
  return text.replace(/\[\d+\]/g, '[*]');
}
