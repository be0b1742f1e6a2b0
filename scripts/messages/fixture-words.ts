import { formatNamed } from '../json/formats/format-table.js';
import type { Language, Values } from './entry.js';

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

/** What a finding is about: the name of a property or an item; it has none for the whole document. */
export function subject({ name = '' }: Values, language: Language): string {
  return name || (language === 'en' ? 'the document' : '문서');
}

/** The object that a finding about one of its properties is about. */
export function holder({ object = '' }: Values, language: Language): string {
  return subject({ name: object }, language);
}

/** Kinds of JSON values in words, from a list with commas. */
export function kinds(list: string | undefined, language: Language): string {
  const words = (list ?? '').split(',').map((kind) => KINDS[language][kind] ?? kind);
  return words.join(language === 'en' ? ' or ' : ' 또는 ');
}

/** What a value of a format looks like, as an end of the sentence. */
export function formatWords({ format = '' }: Values, language: Language): string {
  const { en, ko, example } = formatNamed(format) ?? { en: format, ko: format, example: '' };
  return language === 'en' ? `${en} such as ${example}` : `${ko} 형식이어야 합니다(예: ${example})`;
}

/** What was probably meant, as an end of the sentence; `''` where nobody can tell. */
export function didYouMeanWords({ suggestion }: Values, language: Language): string {
  if (suggestion === undefined) return '';
  return language === 'en' ? `; did you mean "${suggestion}"?` : `. 혹시 "${suggestion}"인가요?`;
}

/** A list of at most a dozen members, with commas. */
export function shortList(list: string | undefined): string {
  const members = (list ?? '').split(', ');
  return members.length > MOST_MEMBERS ? `${members.slice(0, MOST_MEMBERS).join(', ')}, …` : members.join(', ');
}

const MOST_MEMBERS = 12;
