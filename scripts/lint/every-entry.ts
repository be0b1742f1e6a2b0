import { mapValues } from '../json/schema.js';
import { RULES } from './every-rule.js';
import { CATALOGUE, DOCUMENT_ENTRIES } from '../messages/catalogue.js';
import { factsOf } from '../messages/codes.js';
import type { Entry, ListedEntry } from '../messages/entry.js';
import { LINT_ENTRIES } from '../messages/lint.js';
import { REDOCLY_ENTRIES } from '../messages/redocly.js';

/** The catalogue entries of all codes of all commands, Redocly's included. */
export function everyEntry(): Readonly<Record<string, ListedEntry>> {
  const rules = RULES.map(({ id, severity, title, cause, fix }): [string, ListedEntry] => [
    id,
    // The check of a rule makes its message.
    { severity, title, cause, fix, message: { en: () => title.en, ko: () => title.ko } },
  ]);
  return {
    ...listed(CATALOGUE),
    ...listed(DOCUMENT_ENTRIES, 'validate'),
    ...listed({ ...LINT_ENTRIES, ...REDOCLY_ENTRIES, ...Object.fromEntries(rules) }, 'lint'),
  };
}

function listed(
  entries: Readonly<Record<string, Entry & Partial<ListedEntry>>>,
  area?: ListedEntry['area'],
): Record<string, ListedEntry> {
  return mapValues(entries, (entry, code) => ({
    severity: 'error',
    ...factsOf(code),
    ...(area && { area }),
    ...entry,
  }));
}
