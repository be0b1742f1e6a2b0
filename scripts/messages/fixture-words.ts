import { formatNamed } from '../json/formats/format-table.js';
import { canonical } from '../json/kind.js';
import type { Language } from './entry.js';

const KINDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    array: 'an array',
    boolean: 'a boolean',
    decimal: 'a number with a fraction',
    integer: 'an integer',
    null: 'null',
    number: 'a number',
    object: 'an object',
    string: 'a string',
  },
  ko: {
    array: '배열',
    boolean: '불리언',
    decimal: '소수',
    integer: '정수',
    null: 'null',
    number: '숫자',
    object: '객체',
    string: '문자열',
  },
};

/** The property or item that a finding is about; `''` is the whole document. */
export interface Named {
  readonly name: string;
}

/** The object that holds the property that a finding is about; `''` is the whole document. */
export interface Held {
  readonly object: string;
}

/** What was probably meant, where that is clear. */
export interface Suggested {
  readonly suggestion?: string;
}

/** What a finding is about, as a sentence begins with it. */
export function subject({ name }: Named, language: Language): string {
  return name || (language === 'en' ? 'the document' : '문서');
}

/** The object that a finding about one of its properties is about. */
export function holder({ object }: Held, language: Language): string {
  return subject({ name: object }, language);
}

/** Kinds of JSON values in words. */
export function kinds(list: readonly string[], language: Language): string {
  const words = list.map((kind) => KINDS[language][kind] ?? kind);
  return words.join(language === 'en' ? ' or ' : ' 또는 ');
}

/** What a value of a format looks like, as an end of the sentence. */
export function formatWords(format: string, language: Language): string {
  const { en, ko, example } = formatNamed(format) ?? { en: format, ko: format, example: '' };
  return language === 'en' ? `${en} such as ${example}` : `${ko} 형식이어야 합니다(예: ${example})`;
}

/** What was probably meant, as an end of the sentence; `''` where that is not clear. */
export function didYouMeanWords({ suggestion }: Suggested, language: Language): string {
  if (suggestion === undefined) return '';
  return language === 'en' ? `; did you mean "${suggestion}"?` : `. 혹시 "${suggestion}"인가요?`;
}

/** A list of at most a dozen values, with commas; texts in quotes where one of them could be misread without. */
export function shortList(members: readonly unknown[]): string {
  const areBare = members.every((member) => typeof member !== 'string' || isPlainWord(member));
  const words = members
    .slice(0, MOST_MEMBERS)
    .map((member) => (typeof member === 'string' && areBare ? member : canonical(member)));
  return [...words, ...(members.length > MOST_MEMBERS ? ['…'] : [])].join(', ');
}

const MOST_MEMBERS = 12;

/** Not a text with commas or spaces, and not one that reads as a number, a boolean or null. */
function isPlainWord(text: string): boolean {
  return /^[^\s,"]+$/.test(text) && !/^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(text);
}
