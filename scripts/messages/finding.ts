import { CATALOGUE, entryOf, type Code, type FactsOf } from './catalogue.js';
import type { Diagnostic, Location } from './diagnostic.js';
import type { Entry, Language, Texts } from './entry.js';

/** Creates a finding from a code and its values. */
export function finding<C extends Code>(code: C, at: Location, values: FactsOf<C>): Diagnostic {
  const { severity = 'error' }: Entry = CATALOGUE[code];
  // Facts are records of plain data.
  return { code, severity, at, values: values as Readonly<Record<string, unknown>> };
}

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

/** The finding's specific fix, if any, else `''`. */
export function hintOf({ code, values }: Diagnostic, language: Language): string {
  // As above.
  return (values && entryOf(code)?.hint?.[language](values as never)) ?? '';
}
