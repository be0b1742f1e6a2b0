import { entryOf } from './catalogue.js';
import type { Diagnostic } from './diagnostic.js';
import type { Language, Problem, Texts } from './entry.js';

/** Renders the message of a finding in a language. */
export function messageOf({ code, values, texts }: Diagnostic, language: Language): string {
  if (texts !== undefined) return texts[language];
  // `finding` typed the values by their code.
  return entryOf(code)?.message[language](values as never) ?? code;
}

/** Renders the message of a finding in every language. */
export function textsOf(diagnostic: Diagnostic): Texts {
  return { en: messageOf(diagnostic, 'en'), ko: messageOf(diagnostic, 'ko') };
}

/** What a finding says, without its place. */
export function problemOf(diagnostic: Diagnostic): Problem {
  const { code, values } = diagnostic;
  return {
    code,
    values,
    get texts() {
      return textsOf(diagnostic);
    },
  };
}

/** The finding's specific fix, if any, else `''`. */
export function hintOf({ code, values }: Diagnostic, language: Language): string {
  // As above.
  return (values && entryOf(code)?.hint?.[language](values as never)) ?? '';
}
