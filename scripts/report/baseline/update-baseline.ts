import { compareText, type Diagnostic } from '../../messages/diagnostic.js';
import type { Texts } from '../../messages/entry.js';
import { UsageError } from '../../messages/usage-error.js';
import { maskText } from '../../secrets/mask.js';
import { RUN_WORDS } from '../../messages/output/report.js';
import type { Tally } from '../tally.js';
import { entryFingerprint, type Baseline, type BaselinePlace, type ScannedFiles } from './baseline.js';
import { stablePointer } from './fingerprint.js';
import { isDate, type BaselineEntry } from './parse-baseline.js';

/** The reason to accept new findings, and for how long. */
export interface Excuse {
  readonly reason: string | undefined;
  readonly until: string | undefined;
}

/** The result of an update. */
export interface BaselineUpdate {
  readonly entries: number;
  readonly added: number;
  readonly removed: number;
  /** The text to write; undefined if there is nothing to write and no file to clear. */
  readonly text: string | undefined;
}

/** Options of an update. */
export interface UpdateOptions {
  readonly scanned: ScannedFiles;
  readonly excuse: Excuse;
}

/**
 * Saves all findings of a run in the baseline, and returns a message; `write` receives the new text.
 *
 * @throws {UsageError} if there are more findings than the run has kept, or the update is rejected.
 */
export function saveBaseline(
  baseline: Baseline,
  tally: Tally,
  { write, ...how }: UpdateOptions & { readonly write: (text: string) => void },
): Texts {
  const { errors, warnings, shown } = tally.totals();
  if (errors + warnings > shown) throw new UsageError('baseline-too-many', { findings: errors + warnings });
  const { entries, added, removed, text } = updateBaseline(baseline, tally.kept(), how);
  if (text !== undefined) write(text);
  tally.accept();
  return RUN_WORDS.baselineSaved(baseline.place.shownAs, { entries, added, removed });
}

/**
 * Makes the new text of a baseline: entries in use and entries about other files are kept, entries that match nothing
 * are removed, and `found` is added.
 *
 * @throws {UsageError} when there are findings to add, but no reason.
 */
export function updateBaseline(
  baseline: Baseline,
  found: readonly Diagnostic[],
  { scanned, excuse }: UpdateOptions,
): BaselineUpdate {
  const kept = [...baseline.used(), ...baseline.untouched(scanned)];
  const removed = baseline.unused(scanned).length;
  const added = found.map((diagnostic) => newEntry(diagnostic, baseline.place, excuse));
  const entries = [...kept, ...added].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      compareText(a.pointer, b.pointer) ||
      compareText(a.code, b.code) ||
      compareText(a.fingerprint, b.fingerprint),
  );
  const isWritten = entries.length > 0 || baseline.exists;
  const text = isWritten ? `${JSON.stringify({ version: 1, entries }, null, 2)}\n` : undefined;
  return { entries: entries.length, added: added.length, removed, text };
}

function newEntry(diagnostic: Diagnostic, place: BaselinePlace, { reason, until }: Excuse): BaselineEntry {
  if (reason === undefined || reason.trim() === '') throw new UsageError('baseline-without-reason');
  if (until !== undefined && !isDate(until)) throw new UsageError('flag-value', { flag: 'until', given: until });
  return {
    code: diagnostic.code,
    file: maskText(place.nameOf(diagnostic.at.file)),
    pointer: maskText(stablePointer(diagnostic.at.pointer)),
    fingerprint: entryFingerprint(diagnostic, place),
    reason: reason.trim(),
    ...(until !== undefined && { until }),
  };
}
