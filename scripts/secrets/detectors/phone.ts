import { matchesOf, matchOf } from './matches-of.js';
import { isPartOfWord } from './part-of-word.js';
import type { Match } from './span.js';

// Mobile numbers are written in every way; land lines without separators look like any other digits.
const SHAPE = new RegExp(
  [
    /(?<!\d)(?:\+?82[ .-]?(?:\(0\))?0?|0)1[016789][ .-]?\d{3,4}[ .-]?\d{4}(?!\d)/,
    /(?<![\d-])(?:\+82[ .-]?|0)(?:2|[3-6]\d|70|50\d?)[ .)-]{1,2}\d{3,4}[ .-]\d{4}(?![\d-])/,
    /(?<![\w+])\+[1-9]\d{0,2}(?:[ .-]?\d{1,4}){2,5}(?!\d)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

// The samples of Korean forms and of the provider's documentation.
const PUBLISHED = /1012345678$|1042424242$|^0?212341234$|^0?21234567$/;

/** Phone numbers of Korea, and of other countries when they begin with `+`. */
export function findPhones(text: string): Match[] {
  const phones: Match[] = [];
  for (const found of matchesOf(SHAPE, text)) {
    const { 0: shown, index } = found;
    const digits = shown.replace(/\D/g, '');
    if (digits.length < 9 || digits.length > 15) continue;
    phones.push(matchOf(found, 'phone', !isPartOfWord(text, index, shown.length) && !isMadeUpPhone(digits)));
  }
  return phones;
}

/** Tells whether a value that is known to be a phone number could be a real one. */
export function isRealPhone(value: string): boolean {
  if (!/^\+?\d(?:[ .()-]{0,2}\d){7,14}$/.test(value)) return false;
  return !isMadeUpPhone(value.replace(/\D/g, ''));
}

/** No exchange is 000 or 0000, so `010-0000-1234` is never assigned; nor is a number of one digit repeated. */
export function isMadeUpPhone(digits: string): boolean {
  return /000\d{4}$/.test(digits) || /0000$/.test(digits) || /(\d)\1{7}$/.test(digits) || PUBLISHED.test(digits);
}
