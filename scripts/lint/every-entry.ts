import { RULES } from './every-rule.js';
import { CATALOGUE } from '../messages/catalogue.js';
import type { Entry } from '../messages/entry.js';
import { LINT_ENTRIES } from '../messages/lint.js';
import { REDOCLY_ENTRIES } from '../messages/redocly.js';

/** What is known of every code that any command can give, Redocly's included. */
export function everyEntry(): Readonly<Record<string, Entry>> {
  const rules = RULES.map(({ id, severity, title, cause, fix }): [string, Entry] => [
    id,
    // A rule says its message beside its check; there is none to be made from values.
    { severity, title, cause, fix, message: { en: () => title.en, ko: () => title.ko } },
  ]);
  return { ...CATALOGUE, ...LINT_ENTRIES, ...REDOCLY_ENTRIES, ...Object.fromEntries(rules) };
}
