import { isObject } from '../../json/schema.js';
import { UsageError } from '../../messages/usage-error.js';
import type { EntryProblem } from '../../messages/usage/config.js';
import { parseJson } from '../../source/parse-json.js';

/** One accepted finding, with the reason. */
export interface BaselineEntry {
  readonly code: string;
  /** Relative to the folder of the baseline, with forward slashes. */
  readonly file: string;
  readonly pointer: string;
  /** Identifies the finding; the other members are for readers. */
  readonly fingerprint: string;
  readonly reason: string;
  /** Last day on which the entry is valid, in UTC: `2027-01-31`. */
  readonly until?: string;
}

const TEXTS = ['code', 'file', 'pointer', 'fingerprint', 'reason'] as const;

/** The problem with a parsed entry; undefined if it is valid. */
function entryProblem(value: unknown): EntryProblem | undefined {
  if (!isObject(value)) return ['no-object'];
  const missing = TEXTS.find((name) => typeof value[name] !== 'string');
  if (missing !== undefined) return ['missing-key', { key: missing }];
  if (String(value.reason).trim() === '') return ['empty-reason'];
  if (value.until !== undefined && !isDate(value.until)) return ['no-date'];
  const unknown = Object.keys(value).find((name) => name !== 'until' && !TEXTS.some((known) => known === name));
  return unknown === undefined ? undefined : ['unknown-key', { key: unknown }];
}

/**
 * Parses the text of a baseline.
 *
 * @throws {UsageError} when it is not valid: a partly read baseline would accept the wrong findings.
 */
export function parseBaseline(text: string, file: string): BaselineEntry[] {
  const read = parseJson({ file, text, firstLine: 1 });
  if (!read.ok) {
    const { line, column } = read.diagnostic.at;
    throw new UsageError('baseline-not-json', { file: `${file}:${line}:${column}` });
  }
  const parsed = read.document.value;
  const entries = isObject(parsed) ? parsed.entries : undefined;
  if (!isObject(parsed) || parsed.version !== 1 || !Array.isArray(entries))
    throw new UsageError('not-a-baseline', { file });
  for (const [index, entry] of entries.entries()) {
    const problem = entryProblem(entry);
    if (problem !== undefined) throw new UsageError('baseline-entry', { file, number: index + 1, problem });
  }
  // Edge: each has just been checked.
  return entries as BaselineEntry[];
}

/** Whether a value is a day such as `2027-01-31`. */
export function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
