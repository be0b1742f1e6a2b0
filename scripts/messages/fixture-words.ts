import { formatNamed } from '../json/formats/format-table.js';
import { canonical } from '../json/kind.js';
import type { Language, Texts } from './entry.js';

const KINDS: Readonly<Record<string, Texts>> = {
  array: { en: 'an array', ko: '배열' },
  boolean: { en: 'a boolean', ko: '불리언' },
  decimal: { en: 'a number with a fraction', ko: '소수' },
  integer: { en: 'an integer', ko: '정수' },
  number: { en: 'a number', ko: '숫자' },
  object: { en: 'an object', ko: '객체' },
  string: { en: 'a string', ko: '문자열' },
};

/** The property or item with the finding; `''` is the whole document. */
export interface Named {
  readonly name: string;
}

/** The object whose property has the finding; `''` is the whole document. */
export interface Held {
  readonly object: string;
}

/** The name that was probably meant, where that is clear. */
export interface Suggested {
  readonly suggestion?: string;
}

/** The subject of a finding's sentence. */
export function subject({ name }: Named, language: Language): string {
  return name || (language === 'en' ? 'the document' : '문서');
}

/** The object, for a finding about one of its properties. */
export function holder({ object }: Held, language: Language): string {
  return subject({ name: object }, language);
}

/** Names JSON types in words. */
export function kinds(list: readonly string[], language: Language): string {
  const words = list.map((kind) => KINDS[kind]?.[language] ?? kind);
  return words.join(language === 'en' ? ' or ' : ' 또는 ');
}

/** Describes a format at the end of a sentence, with an example. */
export function formatWords(format: string, language: Language): string {
  const { en, ko, example } = formatNamed(format) ?? { en: format, ko: format, example: '' };
  return language === 'en' ? `${en} such as ${example}` : `${ko} 형식이어야 합니다(예: ${example})`;
}

/** Suggests a name at the end of a sentence; `''` without a suggestion. */
export function didYouMeanWords({ suggestion }: Suggested, language: Language): string {
  if (suggestion === undefined) return '';
  return language === 'en' ? `; did you mean "${suggestion}"?` : `. 혹시 "${suggestion}"인가요?`;
}

/** Lists at most a dozen values. Strings are quoted when any of them would be ambiguous without quotes. */
export function shortList(members: readonly unknown[]): string {
  const areBare = members.every((member) => typeof member !== 'string' || isPlainWord(member));
  const words = members
    .slice(0, MOST_MEMBERS)
    .map((member) => (typeof member === 'string' && areBare ? member : canonical(member)));
  return [...words, ...(members.length > MOST_MEMBERS ? ['…'] : [])].join(', ');
}

const MOST_MEMBERS = 12;

/** False for strings with commas or spaces, and for strings that look like a number, a boolean or null. */
function isPlainWord(text: string): boolean {
  return /^[^\s,"]+$/.test(text) && !/^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(text);
}
