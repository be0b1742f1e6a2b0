import { isObject } from '../../json/schema.js';

/** One finding that may stay, and why. */
export interface BaselineEntry {
  readonly code: string;
  /** Relative to the folder of the baseline, with forward slashes. */
  readonly file: string;
  readonly pointer: string;
  /** Decides which finding is meant; the other parts are for people. */
  readonly fingerprint: string;
  readonly reason: string;
  /** Last day on which the entry counts, in UTC: `2027-01-31`. */
  readonly until?: string;
}

const TEXTS = ['code', 'file', 'pointer', 'fingerprint', 'reason'] as const;

/** Says what is wrong with a parsed entry; nothing when it is one. */
export function entryFault(value: unknown): string | undefined {
  if (!isObject(value)) return 'is not an object';
  const missing = TEXTS.find((name) => typeof value[name] !== 'string');
  if (missing !== undefined) return `has no "${missing}"`;
  if (String(value.reason).trim() === '') return 'has an empty "reason"; say why the finding may stay';
  if (value.until !== undefined && !isDate(value.until)) return 'has an "until" that is no date such as 2027-01-31';
  const unknown = Object.keys(value).find((name) => name !== 'until' && !TEXTS.some((known) => known === name));
  return unknown === undefined ? undefined : `has an unknown "${unknown}"`;
}

/** Tells whether a value is an entry. */
export function isEntry(value: unknown): value is BaselineEntry {
  return entryFault(value) === undefined;
}

/** Tells whether a value is a day as `2027-01-31`. */
export function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
