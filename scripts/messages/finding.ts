import { CATALOGUE, entryOf, type Code, type FactsOf } from './catalogue.js';
import type { Diagnostic, Location } from './diagnostic.js';
import type { Language, Texts } from './entry.js';

/** Makes a finding from a code and what it is about. */
export function finding<C extends Code>(code: C, at: Location, values: FactsOf<C>): Diagnostic {
  const { severity } = CATALOGUE[code];
  // Facts are records of plain data.
  return { code, severity, at, values: values as Readonly<Record<string, unknown>> };
}

/** Says a finding in a language. */
export function messageOf({ code, values, texts }: Diagnostic, language: Language): string {
  if (texts !== undefined) return texts[language];
  // The values were typed by the code when the finding was made.
  return entryOf(code)?.message[language](values as never) ?? code;
}

/** Says a finding in every language. */
export function textsOf(diagnostic: Diagnostic): Texts {
  return { en: messageOf(diagnostic, 'en'), ko: messageOf(diagnostic, 'ko') };
}

/** What to do about a finding, where more can be said than about its code; `''` where not. */
export function hintOf({ code, values }: Diagnostic, language: Language): string {
  // As above.
  return (values && entryOf(code)?.hint?.[language](values as never)) ?? '';
}
