import { BASELINE_ENTRIES } from './baseline.js';
import type { Entry } from './entry.js';
import { COVERAGE_ENTRIES } from './coverage.js';
import { INPUT_ENTRIES } from './input.js';
import { INVARIANT_ENTRIES } from './invariant.js';
import { LINT_ENTRIES } from './lint.js';
import { SECRET_ENTRIES } from './secret.js';
import { WARNING_ENTRIES } from './fixture-warnings.js';
import { STRUCTURE_ENTRIES } from './fixture-structure.js';
import { VALUE_ENTRIES } from './fixture-values.js';

/** Findings about parsed documents with a known schema. */
const FIXTURE_ENTRIES = { ...VALUE_ENTRIES, ...STRUCTURE_ENTRIES, ...WARNING_ENTRIES } as const;

/** The code of one of them. */
export type FixtureCode = keyof typeof FIXTURE_ENTRIES;

/** Codes of findings about one document; a baseline may hold them. */
export const DOCUMENT_ENTRIES = { ...FIXTURE_ENTRIES, ...INPUT_ENTRIES, ...INVARIANT_ENTRIES, ...SECRET_ENTRIES };

/** All codes of our own but those of lint's rules, with their texts. Each area adds one line. */
export const CATALOGUE = {
  ...BASELINE_ENTRIES,
  ...COVERAGE_ENTRIES,
  ...DOCUMENT_ENTRIES,
  ...LINT_ENTRIES,
} satisfies EntryTable;

/** A code of our own. Redocly's rules keep their names. */
export type Code = keyof typeof CATALOGUE;

/** The type of the values of a code's findings. */
export type FactsOf<C extends Code> = (typeof CATALOGUE)[C] extends Entry<infer Facts> ? Facts : never;

/** Entries by code. */
export type EntryTable = Readonly<Record<string, Entry>>;

/** Looks up a code; undefined for one that is not in the table. */
export function entryOf(code: string, entries: EntryTable = CATALOGUE): Entry | undefined {
  return Object.hasOwn(entries, code) ? entries[code] : undefined;
}
