import type { Code } from './catalogue.js';
import type { Severity } from './diagnostic.js';

// Apart from the texts, which are loaded only when there is something to report.

const WARNINGS: ReadonlySet<string> = new Set<Code>([
  'fixture/unknown-property',
  'fixture/unknown-member',
  'overlay-document-exists',
  'overlay-target-is-quoted',
]);

const GUESSES: ReadonlySet<string> = new Set<Code>(['fixture/unknown-member', 'fixture/milliseconds']);

/** The severity of a code of our own. Rules and the config can change it. */
export function severityOf(code: string): Severity {
  return WARNINGS.has(code) ? 'warning' : 'error';
}

/** Whether a code is a guess about a valid value. It is dropped if its location has another finding. */
export function isGuess(code: string): boolean {
  return GUESSES.has(code);
}
