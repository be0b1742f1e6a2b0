import { readFileSync } from 'node:fs';

import { isObject } from '../../json/schema.js';
import { reasonOf } from '../../files/reason-of.js';
import { UsageError } from '../../messages/usage-error.js';
import { entryFault, isEntry, type BaselineEntry } from './baseline-entry.js';

/** A baseline as it stands on disk. */
export interface BaselineText {
  readonly text: string;
  readonly entries: readonly BaselineEntry[];
}

/**
 * Reads a baseline; undefined when there is no such file.
 *
 * @throws {UsageError} when it cannot be read or is no baseline: half of one would let findings through.
 */
export function readBaseline(file: string, shownAs: string): BaselineText | undefined {
  const text = readText(file, shownAs);
  if (text === undefined) return undefined;
  const parsed = parse(text, shownAs);
  const entries = isObject(parsed) ? parsed.entries : undefined;
  if (!isObject(parsed) || parsed.version !== 1 || !Array.isArray(entries))
    throw new UsageError('not-a-baseline', { file: shownAs });
  const known = entries.filter(isEntry);
  if (known.length === entries.length) return { text, entries: known };
  const index = entries.findIndex((entry) => !isEntry(entry));
  const fault = entryFault(entries[index]) ?? { en: '', ko: '' };
  throw new UsageError('baseline-entry', { file: shownAs, number: index + 1, fault });
}

function readText(file: string, shownAs: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (isMissing) return undefined;
    throw new UsageError('file-unreadable', { file: shownAs, reason: reasonOf(cause) }, { cause });
  }
}

function parse(text: string, shownAs: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // The message of JSON.parse quotes the text, which names places in the user's documents.
    throw new UsageError('baseline-not-json', { file: shownAs }, { cause });
  }
}
