import { mapValues } from '../json/schema.js';
import { CATALOGUE, DOCUMENT_ENTRIES, type EntryTable } from './catalogue.js';
import { factsOf } from './codes.js';
import type { ListedEntry } from './entry.js';
import { LINT_ENTRIES } from './lint.js';
import { REDOCLY_ENTRIES } from './redocly.js';
import { RULE_ENTRIES } from './rules.js';

/** The catalogue entries of all codes of all commands, Redocly's included. */
export function everyEntry(): Readonly<Record<string, ListedEntry>> {
  return {
    ...listed(CATALOGUE),
    ...listed(DOCUMENT_ENTRIES, 'validate'),
    ...listed({ ...LINT_ENTRIES, ...REDOCLY_ENTRIES, ...RULE_ENTRIES }, 'lint'),
  };
}

function listed(entries: EntryTable, area?: ListedEntry['area']): Record<string, ListedEntry> {
  return mapValues(entries, (entry, code) => ({
    severity: 'error',
    ...factsOf(code),
    ...(area && { area }),
    ...entry,
  }));
}
