import type { Values } from './entry.js';
import { LINT_ENTRIES } from './lint.js';
import type { Diagnostic, Location } from './diagnostic.js';

/** A code of `lint` that does not belong to a rule. */
export type LintCode = keyof typeof LINT_ENTRIES;

/** Creates a finding with one of those codes, rendered in every language. */
export function lintFinding(code: LintCode, at: Location, values: Values = {}): Diagnostic {
  const { severity = 'error', message } = LINT_ENTRIES[code];
  const texts = { en: message.en(values), ko: message.ko(values) };
  return { code, severity, texts, values, at };
}
