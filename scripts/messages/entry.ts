import type { Severity } from './diagnostic.js';

/** Languages that messages are written in. */
export type Language = 'en' | 'ko';

/** One text in every language. */
export type Texts = Readonly<Record<Language, string>>;

/** Values of messages that are made of texts only. */
export type Values = Readonly<Record<string, string>>;

/** Says something about one finding, in every language, by its values. */
export type Sentences<Facts> = Readonly<Record<Language, (values: Facts) => string>>;

/**
 * What is known of a code, apart from any one finding. `iamport-kit explain CODE` prints it. `Facts` are the values of its
 * findings: names, kinds, numbers, lists. Never a value of the user's document: it may be a secret.
 */
export interface Entry<Facts = never> {
  /** The command that gives the code; undefined for codes that several give. */
  readonly area?: 'lint' | 'validate';
  /** Findings that `--redact` clears belong to one group. */
  readonly group?: 'secret';
  readonly severity: Severity;
  /** Whether it is a guess about a valid value, dropped where anything else is wrong at the same location. */
  readonly isGuess?: boolean;
  /** What it is, in a few words. */
  readonly title: Texts;
  /** Why it is a problem, and where it usually comes from. */
  readonly cause: Texts;
  /** What to do about it. */
  readonly fix: Texts;
  /** What a finding says. */
  readonly message: Sentences<Facts>;
  /** What to do about this finding, where more can be said than `fix`; `''` where not. */
  readonly hint?: Sentences<Facts>;
}

/** A part of the catalogue, by the values that the findings of each code carry. */
export type Entries<Facts> = { readonly [Code in keyof Facts]: Entry<Facts[Code]> };

/** Types a part of the catalogue whose values are all texts, without losing its codes. */
export function defineEntries<Code extends string>(
  entries: Readonly<Record<Code, Entry<Values>>>,
): Entries<Readonly<Record<Code, Values>>> {
  return entries;
}
