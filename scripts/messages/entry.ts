import type { Severity } from './diagnostic.js';

/** Languages that messages are written in. */
export type Language = 'en' | 'ko';

/** One text in every language. */
export type Texts = Readonly<Record<Language, string>>;

/** A code and its values, from which the texts are rendered when they are asked for. */
export interface CodedMessage {
  readonly code: string;
  readonly values?: unknown;
  readonly texts: Texts;
}

/** Values that are all strings. */
export type Values = Readonly<Record<string, string>>;

/** Values of findings whose text is constant. */
export type NoFacts = Readonly<Record<string, never>>;

/** Renders one finding in every language from its values. */
export type Sentences<Facts> = Readonly<Record<Language, (values: Facts) => string>>;

/**
 * Describes a code; `iamport-kit explain CODE` prints it. `Facts` are the values of its findings: names, types,
 * numbers, lists. Never a value of the user's document, which may be a secret.
 */
export interface Entry<Facts = never> {
  /** The severity of its findings. Default: error. */
  readonly severity?: Severity;
  /** The problem in a few words. */
  readonly title: Texts;
  /** Why it is a problem, and its usual cause. */
  readonly cause: Texts;
  /** How to fix it. */
  readonly fix: Texts;
  /** The message of one finding. */
  readonly message: Sentences<Facts>;
  /** A more specific fix for this finding; `''` if there is none. */
  readonly hint?: Sentences<Facts>;
}

/** What is known of a code apart from its texts, which are loaded only when there is something to report. */
export interface CodeFacts {
  /** Rules, the spec and the config can change it. */
  readonly severity: Severity;
  /** Whether it is a guess about a valid value. It is dropped if its location has another finding. */
  readonly isGuess?: true;
  /** Whether `--fix` corrects findings that have only one answer; `fix/plan-fixes.ts` has the functions. */
  readonly isFixable?: true;
  /** The group of findings that `--redact` fixes. */
  readonly group?: 'secret';
}

/** An entry as it is listed with those of all commands: with the facts about its code. */
export interface ListedEntry<Facts = never> extends Omit<Entry<Facts>, 'severity'>, CodeFacts {
  /** The command that reports the code; undefined if several do. */
  readonly area?: 'lint' | 'validate';
}

/** A part of the catalogue, typed by the values of each code. */
export type Entries<Facts> = { readonly [Code in keyof Facts]: Entry<Facts[Code]> };

/** Types a part of the catalogue whose values are all strings, and keeps its codes. */
export function defineEntries<Code extends string>(
  entries: Readonly<Record<Code, Entry<Values>>>,
): Entries<Readonly<Record<Code, Values>>> {
  return entries;
}
