import { groupBy } from '../../json/group-by.js';
import { finding } from '../../messages/finding.js';
import type { Diagnostic } from '../../messages/diagnostic.js';
import { createLocator } from '../../source/locate.js';
import { fingerprintOf, type Sha256 } from './fingerprint.js';
import { parseBaseline, type BaselineEntry } from './parse-baseline.js';

/** A baseline file, and how its entries relate to files. */
export interface BaselinePlace {
  /** How messages name it. */
  readonly shownAs: string;
  /** Its text; undefined if the file does not exist. */
  readonly text: string | undefined;
  readonly sha256: Sha256;
  /** The file of a finding as entries name it: relative to the folder of the baseline, whatever the working directory. */
  readonly nameOf: (shownAs: string) => string;
  /** Absolute path of the file that an entry names. */
  readonly resolve: (name: string) => string;
  /** Whether a file with that absolute path exists. */
  readonly exists: (file: string) => boolean;
}

/** What a run has checked. Entries about other files, or from other commands, are not called unused. */
export interface ScannedFiles {
  /** Absolute paths of the files that were checked. */
  readonly files: ReadonlySet<string>;
  /** Whether findings of this code come from the command that ran. */
  readonly covers: (code: string) => boolean;
}

/** Accepted findings. Each entry accepts one finding: two problems at one place need two entries. */
export interface Baseline {
  readonly place: BaselinePlace;
  /** Whether the file exists. */
  readonly exists: boolean;
  /** Whether a finding is accepted. Uses up the entry. */
  accepts(diagnostic: Diagnostic): boolean;
  /** Entries that matched a finding. */
  used(): readonly BaselineEntry[];
  /** Entries about what the run has not checked. */
  untouched(scanned: ScannedFiles): readonly BaselineEntry[];
  /** A finding for each entry that matched nothing although its file was checked or no longer exists. */
  unused(scanned: ScannedFiles): Diagnostic[];
}

/**
 * Opens a baseline. An entry is valid through its last day; `today` is a day such as `2027-01-31`.
 *
 * @throws {UsageError} when the file is not a baseline.
 */
export function openBaseline(place: BaselinePlace, today: string): Baseline {
  const { text, shownAs } = place;
  const entries = text === undefined ? [] : parseBaseline(text, shownAs);
  const open = groupBy(entries.keys(), (index) => entries[index]?.fingerprint);
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

/** The fingerprint of a finding in a baseline. */
export function entryFingerprint(diagnostic: Diagnostic, { nameOf, sha256 }: BaselinePlace): string {
  return fingerprintOf({ ...diagnostic, at: { ...diagnostic.at, file: nameOf(diagnostic.at.file) } }, sha256);
}

function isCovered({ code, file }: BaselineEntry, place: BaselinePlace, { files, covers }: ScannedFiles): boolean {
  const target = place.resolve(file);
  return covers(code) && (files.has(target) || !place.exists(target));
}
