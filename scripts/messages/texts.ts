import { CATALOGUE, entryOf, type EntryTable } from './catalogue.js';
import type { Diagnostic } from './diagnostic.js';
import type { CodedMessage, Language, Texts } from './entry.js';

/** Renders the message of a finding in a language. `entries` are those of `everyEntry` where lint may have found it. */
export function messageOf({ code, values }: Diagnostic, language: Language, entries: EntryTable = CATALOGUE): string {
  // `finding` and `defineRule` typed the values by their code.
  const text = entryOf(code, entries)?.message[language](values as never);
  if (text !== undefined) return text;
  // Redocly may report what is none of its rules.
  return typeof values?.problem === 'string' ? values.problem : code;
}

/** Renders the message of a finding in every language. */
export function textsOf(diagnostic: Diagnostic, entries?: EntryTable): Texts {
  return { en: messageOf(diagnostic, 'en', entries), ko: messageOf(diagnostic, 'ko', entries) };
}

/** What a finding says, without its place. */
export function codedMessageOf(diagnostic: Diagnostic): CodedMessage {
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
