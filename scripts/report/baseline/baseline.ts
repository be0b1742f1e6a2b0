import { finding } from '../../messages/finding.js';
import type { Diagnostic } from '../../messages/diagnostic.js';
import { createLocator } from '../../source/locate.js';
import { fingerprintOf, type Sha256 } from './fingerprint.js';
import { parseBaseline, type BaselineEntry } from './parse-baseline.js';

/** A baseline file, and how its entries relate to files. */
export interface BaselinePlace {
  /** How messages name it. */
  readonly shownAs: string;
  /** Its text; undefined when there is no such file. */
  readonly text: string | undefined;
  readonly sha256: Sha256;
  /** How an entry names the file of a finding: relative to the folder of the baseline, so that it holds from any folder. */
  readonly nameOf: (shownAs: string) => string;
  /** Absolute path of the file that an entry names. */
  readonly resolve: (name: string) => string;
  /** Whether there is a file of that absolute path. */
  readonly exists: (file: string) => boolean;
}

/** What a run can judge: entries about other files, or findings of other commands, are left alone. */
export interface ScannedFiles {
  /** Absolute paths of the files that were checked. */
  readonly files: ReadonlySet<string>;
  /** Whether findings of this code come from the command that ran. */
  readonly covers: (code: string) => boolean;
}

/** Findings that may stay. Each entry lets one finding pass: two problems at one place take two entries. */
export interface Baseline {
  readonly place: BaselinePlace;
  /** Whether the file is there. */
  readonly exists: boolean;
  /** Tells whether a finding may stay, and uses up an entry for it. */
  accepts(diagnostic: Diagnostic): boolean;
  /** Entries that a finding was found for. */
  used(): readonly BaselineEntry[];
  /** Entries that the run cannot judge. */
  untouched(scanned: ScannedFiles): readonly BaselineEntry[];
  /** A finding for every entry that matched nothing although its file was checked or is gone. */
  unused(scanned: ScannedFiles): Diagnostic[];
}

/**
 * Opens a baseline. An entry counts through the day it names; `today` is one as `2027-01-31`.
 *
 * @throws {UsageError} when the file is no baseline.
 */
export function openBaseline(place: BaselinePlace, today: string): Baseline {
  const { text, shownAs } = place;
  const entries = text === undefined ? [] : parseBaseline(text, shownAs);
  const open = new Map<string, number[]>();
  for (const [index, { fingerprint }] of entries.entries())
    open.set(fingerprint, [...(open.get(fingerprint) ?? []), index]);
  const used = new Set<number>();
  const isExpired = ({ until }: BaselineEntry): boolean => until !== undefined && until < today;
  const rest = (): [number, BaselineEntry][] => [...entries.entries()].filter(([index]) => !used.has(index));
  return {
    place,
    exists: text !== undefined,
    accepts(diagnostic) {
      const index = open.get(entryFingerprint(diagnostic, place))?.shift();
      const entry = index === undefined ? undefined : entries[index];
      if (index === undefined || entry === undefined) return false;
      used.add(index);
      return !isExpired(entry);
    },
    used: () => [...used].flatMap((index) => entries[index] ?? []).filter((entry) => !isExpired(entry)),
    untouched: (scanned) => rest().flatMap(([, entry]) => (isCovered(entry, place, scanned) ? [] : [entry])),
    unused(scanned) {
      const { locate } = createLocator(text ?? '');
      const covered = rest().filter(([, entry]) => isCovered(entry, place, scanned));
      return covered.map(([index, { code, file }]) => {
        const pointer = `/entries/${index}`;
        const at = { file: shownAs, pointer, ...locate(pointer, 'value') };
        return finding('baseline/unused', at, { rule: code, file });
      });
    },
  };
}

/** The fingerprint under which a finding stands in a baseline. */
export function entryFingerprint(diagnostic: Diagnostic, { nameOf, sha256 }: BaselinePlace): string {
  return fingerprintOf({ ...diagnostic, at: { ...diagnostic.at, file: nameOf(diagnostic.at.file) } }, sha256);
}

function isCovered({ code, file }: BaselineEntry, place: BaselinePlace, { files, covers }: ScannedFiles): boolean {
  const target = place.resolve(file);
  return covers(code) && (files.has(target) || !place.exists(target));
}
