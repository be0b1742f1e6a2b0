import { RULES } from '../lint/index.js';
import { CATALOGUE } from './catalogue.js';
import type { Entry } from './entry.js';
import { LINT_ENTRIES } from './lint.js';
import { REDOCLY_ENTRIES } from './redocly.js';

/** What is known of every code that any command can give, Redocly's included. */
export function everyEntry(): Readonly<Record<string, Entry>> {
  const rules = RULES.map(({ id, severity, title, cause, fix }): [string, Entry] => [
    id,
    // A rule says its message beside its check; there is none to be made from values.
    { severity, title, cause, fix, message: { en: () => title.en, ko: () => title.ko } },
  ]);
  return { ...CATALOGUE, ...LINT_ENTRIES, ...REDOCLY_ENTRIES, ...Object.fromEntries(rules) };
}
