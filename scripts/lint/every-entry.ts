import { RULES } from './every-rule.js';
import { CATALOGUE, DOCUMENT_ENTRIES } from '../messages/catalogue.js';
import type { Entry } from '../messages/entry.js';
import { LINT_ENTRIES } from '../messages/lint.js';
import { REDOCLY_ENTRIES } from '../messages/redocly.js';

/** The catalogue entries of all codes of all commands, Redocly's included. */
export function everyEntry(): Readonly<Record<string, Entry>> {
  const rules = RULES.map(({ id, severity, title, cause, fix }): [string, Entry] => [
    id,
    // The check of a rule makes its message.
    { severity, title, cause, fix, message: { en: () => title.en, ko: () => title.ko } },
  ]);
  const lint = { ...LINT_ENTRIES, ...REDOCLY_ENTRIES, ...Object.fromEntries(rules) };
  return { ...CATALOGUE, ...inArea(DOCUMENT_ENTRIES, 'validate'), ...inArea(lint, 'lint') };
}

function inArea(entries: Readonly<Record<string, Entry>>, area: Entry['area'] & string): Record<string, Entry> {
  return Object.fromEntries(Object.entries(entries).map(([code, entry]) => [code, { ...entry, area }]));
}
