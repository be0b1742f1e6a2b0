import type { Diagnostic } from '../messages/diagnostic.js';
import type { Reported } from './report.js';

/** Places of one fault that a report for people shows in full; where there are more, it shows one and lists some. */
export const FULL_PLACES = 3;

/** Different faults that such a report shows. */
export const MOST_FAULTS = 200;

/** A fault, and every place that has it. */
export interface FaultGroup {
  /** The place that is shown in full: the first whose lines are known. */
  readonly lead: Reported;
  /** In order; at least one. */
  readonly places: readonly Reported[];
}

/**
 * Puts findings together that say the same. A fault with at most {@link FULL_PLACES} places stays apart, each place a
 * group of its own. In the order of the first places.
 */
export function groupFaults(findings: readonly Reported[]): FaultGroup[] {
  const places = new Map<string, Reported[]>();
  for (const each of findings) {
    const key = `${each.code}\0${each.severity}\0${withoutIndexes(each.message)}`;
    const known = places.get(key);
    if (known === undefined) places.set(key, [each]);
    else known.push(each);
  }
  const first = new Map([...places.values()].map((group) => [group[0], group]));
  const small = new Set([...places.values()].filter(({ length }) => length <= FULL_PLACES).flat());
  return findings.flatMap((each): FaultGroup[] => {
    if (small.has(each)) return [{ lead: each, places: [each] }];
    const group = first.get(each);
    if (group === undefined) return [];
    return [{ lead: group.find(({ excerpt }) => excerpt !== undefined) ?? each, places: group }];
  });
}

/** Tells of each finding as it comes whether a report for people may show the lines around it. */
export function createExcerptBudget(): (diagnostic: Diagnostic) => boolean {
  const shown = new Map<string, number>();
  return ({ code, severity, values, texts }) => {
    const key = `${code}\0${severity}\0${withoutIndexes(texts?.en ?? JSON.stringify(values ?? {}))}`;
    const places = shown.get(key) ?? 0;
    if (places >= FULL_PLACES || (places === 0 && shown.size >= MOST_FAULTS)) return false;
    shown.set(key, places + 1);
    return true;
  };
}

/** `list[3]` and `list[4]` have the same fault. */
function withoutIndexes(text: string): string {
  return text.replace(/\[\d+\]/g, '[*]');
}
