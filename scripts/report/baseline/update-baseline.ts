import { compareText, type Diagnostic } from '../../messages/diagnostic.js';
import { masked } from '../../secrets/masked.js';
import { replaceFile } from '../../files/write-file.js';
import { UsageError } from '../../messages/usage-error.js';
import { entryFingerprint, relativeFile, type Baseline, type BaselinePlace, type Coverage } from './baseline.js';
import { isDate, type BaselineEntry } from './baseline-entry.js';
import { stablePointer } from './fingerprint.js';

/** Why new findings may stay, and how long. */
export interface Excuse {
  readonly reason: string | undefined;
  readonly until: string | undefined;
}

/** What an update did. */
export interface BaselineUpdate {
  readonly entries: number;
  readonly added: number;
  readonly removed: number;
}

/**
 * Rewrites a baseline: entries in use and entries about other files stay as they are, those that match nothing go, and
 * `found` is added.
 *
 * @throws {UsageError} when there is something to add and no reason for it, or the file cannot be written.
 */
export function updateBaseline(
  baseline: Baseline,
  found: readonly Diagnostic[],
  { coverage, excuse }: { readonly coverage: Coverage; readonly excuse: Excuse },
): BaselineUpdate {
  const kept = [...baseline.used(), ...baseline.untouched(coverage)];
  const removed = baseline.unused(coverage).length;
  const added = found.map((diagnostic) => newEntry(diagnostic, baseline.place, excuse));
  const entries = [...kept, ...added].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      compareText(a.pointer, b.pointer) ||
      compareText(a.code, b.code) ||
      compareText(a.fingerprint, b.fingerprint),
  );
  if (entries.length > 0 || baseline.exists) {
    const text = `${JSON.stringify({ version: 1, entries }, null, 2)}\n`;
    replaceFile(baseline.place, text);
  }
  return { entries: entries.length, added: added.length, removed };
}

function newEntry(diagnostic: Diagnostic, place: BaselinePlace, { reason, until }: Excuse): BaselineEntry {
  if (reason === undefined || reason.trim() === '') throw new UsageError('baseline-without-reason');
  if (until !== undefined && !isDate(until)) throw new UsageError('flag-value', { flag: 'until', given: until });
  return {
    code: diagnostic.code,
    file: masked(relativeFile(diagnostic, place)),
    pointer: masked(stablePointer(diagnostic.at.pointer)),
    fingerprint: entryFingerprint(diagnostic, place),
    reason: reason.trim(),
    ...(until !== undefined && { until }),
  };
}
