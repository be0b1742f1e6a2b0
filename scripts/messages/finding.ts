import type { Diagnostic, Location } from './diagnostic.js';
import type { Language, Texts, Values } from './entry.js';
import { CATALOGUE, entryOf, type Code } from './catalogue.js';

/** Makes a finding from a code and what it is about. Its `message` is English; {@link messageOf} says it in others. */
export function finding(code: Code, at: Location, values: Values = {}): Diagnostic {
  const { severity, message } = CATALOGUE[code];
  return { code, severity, message: message.en(values), values, at };
}

/** Says a finding in a language; in English where the catalogue does not know its code. */
export function messageOf({ code, message, values, texts }: Diagnostic, language: Language): string {
  if (texts !== undefined) return texts[language];
  const entry = values && entryOf(code);
  return entry?.message[language](values ?? {}) ?? message;
}

/** Says a finding in every language. */
export function textsOf(diagnostic: Diagnostic): Texts {
  return { en: messageOf(diagnostic, 'en'), ko: messageOf(diagnostic, 'ko') };
}

/** What to do about a finding, where more can be said than about its code; `''` where not. */
export function hintOf({ code, values }: Diagnostic, language: Language): string {
  return entryOf(code)?.hint?.[language](values ?? {}) ?? '';
}
