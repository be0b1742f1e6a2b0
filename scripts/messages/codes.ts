import type { Code } from './catalogue.js';
import type { CodeFacts } from './entry.js';

const ERROR = { severity: 'error' } as const;
const WARNING = { severity: 'warning' } as const;
const FIXABLE_ERROR = { severity: 'error', isFixable: true } as const;
// Errors: once pushed, a secret is in every clone. Keys of test accounts and tokens that have expired are warnings.
const SECRET = { severity: 'error', group: 'secret' } as const;

/** The facts about every code of our own but those of lint's rules. */
export const CODES = {
  'baseline/unused': ERROR,
  'coverage/below-minimum': ERROR,
  'fixture/type': FIXABLE_ERROR,
  'fixture/enum': FIXABLE_ERROR,
  'fixture/const': ERROR,
  'fixture/not': ERROR,
  'fixture/max-length': ERROR,
  'fixture/min-length': ERROR,
  'fixture/pattern': ERROR,
  'fixture/format': ERROR,
  'fixture/range': ERROR,
  'fixture/multiple-of': ERROR,
  'fixture/schema': ERROR,
  'fixture/required': ERROR,
  'fixture/any-of': ERROR,
  'fixture/one-of': ERROR,
  'fixture/additional-properties': FIXABLE_ERROR,
  'fixture/misspelt-key': FIXABLE_ERROR,
  'fixture/property-name': ERROR,
  'fixture/property-count': ERROR,
  'fixture/item-count': ERROR,
  'fixture/unique-items': ERROR,
  'fixture/contains': ERROR,
  'fixture/unknown-property': { severity: 'warning', isFixable: true },
  'fixture/unknown-member': { severity: 'warning', isGuess: true },
  'fixture/milliseconds': { severity: 'error', isGuess: true, isFixable: true },
  'fixture/duplicate-key': FIXABLE_ERROR,
  'fixture/unsafe-integer': ERROR,
  'fixture/syntax': ERROR,
  'fixture/unreadable': ERROR,
  'fixture/unmatched': ERROR,
  'fixture/ambiguous-shape': ERROR,
  'fixture/unknown-schema': ERROR,
  'fixture/invariant': ERROR,
  'secret/card-number': SECRET,
  'secret/resident-number': SECRET,
  'secret/identity-key': SECRET,
  'secret/email': SECRET,
  'secret/phone': SECRET,
  'secret/token': SECRET,
  'secret/key': SECRET,
  'secret/password': SECRET,
  overlay: ERROR,
  'overlay-has-actions': ERROR,
  'overlay-actions-unique': ERROR,
  'overlay-target-is-quoted': WARNING,
  'overlay-document-exists': WARNING,
  'overlay-action-does-something': ERROR,
  'overlay-target-exists': ERROR,
  'translation-is-complete': ERROR,
} as const satisfies Readonly<Record<Code, CodeFacts>>;

/** A code that `--fix` corrects. */
export type FixableCode = {
  [C in Code]: (typeof CODES)[C] extends { readonly isFixable: true } ? C : never;
}[Code];

/** Looks up the facts about a code; undefined for one that is not ours. */
export function factsOf(code: string): CodeFacts | undefined {
  const facts: Readonly<Record<string, CodeFacts>> = CODES;
  return Object.hasOwn(facts, code) ? facts[code] : undefined;
}
