import { existsSync } from 'node:fs';
import path from 'node:path';

import { finding } from '../../messages/finding.js';
import type { Diagnostic } from '../../messages/diagnostic.js';
import { displayPath } from '../../files/display-path.js';
import { createLocator } from '../../source/locate.js';
import type { BaselineEntry } from './baseline-entry.js';
import { fingerprintOf } from './fingerprint.js';
import { readBaseline } from './read-baseline.js';

/** Where a baseline is. */
export interface BaselinePlace {
  /** Absolute path. */
  readonly file: string;
  /** How messages name it. */
  readonly shownAs: string;
  /** Folder that the files of findings are relative to. */
  readonly cwd: string;
}

/** Which entries a run can say anything about. */
export interface Coverage {
  /** Absolute paths of the files that were looked at. */
  readonly files: ReadonlySet<string>;
  /** Whether findings of this code come from the command that ran. */
  readonly judges: (code: string) => boolean;
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
  /** Entries about files that the run has not looked at. */
  untouched(coverage: Coverage): readonly BaselineEntry[];
  /** A finding for every entry that no finding was found for, though its file was looked at or is gone. */
  unused(coverage: Coverage): Diagnostic[];
}

/**
 * Opens a baseline. An entry counts through the day it names; `today` is one as `2027-01-31`.
 *
 * @throws {UsageError} when the file is no baseline.
 */
export function openBaseline(place: BaselinePlace, today: string): Baseline {
  const read = readBaseline(place.file, place.shownAs);
  const entries = read?.entries ?? [];
  const open = new Map<string, number[]>();
  for (const [index, { fingerprint }] of entries.entries())
    open.set(fingerprint, [...(open.get(fingerprint) ?? []), index]);
  const used = new Set<number>();
  const isExpired = ({ until }: BaselineEntry): boolean => until !== undefined && until < today;
  const rest = (): [number, BaselineEntry][] => [...entries.entries()].filter(([index]) => !used.has(index));
  return {
    place,
    exists: read !== undefined,
    accepts(diagnostic) {
      const index = open.get(entryFingerprint(diagnostic, place))?.shift();
      const entry = index === undefined ? undefined : entries[index];
      if (index === undefined || entry === undefined) return false;
      used.add(index);
      return !isExpired(entry);
    },
    used: () => [...used].flatMap((index) => entries[index] ?? []).filter((entry) => !isExpired(entry)),
    untouched: (coverage) => rest().flatMap(([, entry]) => (isJudged(entry, place, coverage) ? [] : [entry])),
    unused(coverage) {
      const { locate } = createLocator(read?.text ?? '');
      const judged = rest().filter(([, entry]) => isJudged(entry, place, coverage));
      return judged.map(([index, { code, file }]) => {
        const pointer = `/entries/${index}`;
        const at = { file: place.shownAs, pointer, ...locate(pointer, 'value') };
        return finding('baseline/unused', at, { rule: code, file });
      });
    },
  };
}

/** The fingerprint under which a finding stands in a baseline: its file relative to the folder of the baseline. */
export function entryFingerprint(diagnostic: Diagnostic, place: BaselinePlace): string {
  return fingerprintOf({ ...diagnostic, at: { ...diagnostic.at, file: relativeFile(diagnostic, place) } });
}

/** The file of a finding relative to the folder of the baseline, so that the same entries hold from any folder. */
export function relativeFile({ at }: Diagnostic, { file, cwd }: BaselinePlace): string {
  return displayPath(path.resolve(cwd, at.file), path.dirname(file));
}

function isJudged({ code, file }: BaselineEntry, place: BaselinePlace, { files, judges }: Coverage): boolean {
  const target = path.resolve(path.dirname(place.file), file);
  return judges(code) && (files.has(target) || !existsSync(target));
}
