import type { Severity } from './diagnostic.js';

/** Languages that messages are written in. */
export type Language = 'en' | 'ko';

/** One text in every language. */
export type Texts = Readonly<Record<Language, string>>;

/** What a message is about: names, kinds, numbers. Never a value of the user's document: it may be a secret. */
export type Values = Readonly<Record<string, string>>;

/** Says something about one finding, in every language. */
export type Sentences = Readonly<Record<Language, (values: Values) => string>>;

/** What is known of a code, apart from any one finding. `iamport-kit explain CODE` prints it. */
export interface Entry {
  readonly severity: Severity;
  /** What it is, in a few words. */
  readonly title: Texts;
  /** Why it is a problem, and where it usually comes from. */
  readonly cause: Texts;
  /** What to do about it. */
  readonly fix: Texts;
  /** What a finding says. */
  readonly message: Sentences;
  /** What to do about this finding, where more can be said than `fix`; `''` where not. */
  readonly hint?: Sentences;
}

/** Types a part of the catalogue without losing its codes. */
export function defineEntries<Code extends string>(entries: Readonly<Record<Code, Entry>>): typeof entries {
  return entries;
}
