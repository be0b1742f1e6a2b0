import { isCorporateNumber } from './corporate-number.js';
import { matchesOf } from './matches-of.js';
import { isPartOfWord } from './part-of-word.js';
import type { Match } from './span.js';

const SHAPE = /(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])( ?[-./~] ?| {0,2})[1-8]\d{6}(?!\d)/g;

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

// The time in milliseconds from 2017 to 2033 has as many digits, and those of some months look like birthdays.
const MILLISECONDS = /^(?:1[5-9]|20)\d{11}$/;

/**
 * Resident registration numbers, in any spelling with the right check digit. Numbers given out since October 2020 have
 * none; they belong to children born since then and to foreigners who registered since then. Without a check digit they
 * need their hyphen: order IDs and times look the same.
 */
export function findResidentNumbers(text: string): Match[] {
  return matchesOf(SHAPE, text).map(({ 0: shown, 1: separator = '', index }): Match => {
    const digits = shown.replace(/\D/g, '');
    const isNumber = separator === '' ? !MILLISECONDS.test(digits) : !isPartOfCode(text, index, shown.length);
    const isReal =
      isNumber &&
      !isPartOfWord(text, index, shown.length) &&
      !isMadeUpResidentNumber(digits) &&
      !isCorporateNumber(digits) &&
      (hasCheckDigit(digits) || (separator === '-' && hasNoCheckDigit(digits)));
    return { offset: index, length: shown.length, kind: 'resident-number', isReal };
  });
}

/** The check digit of the first twelve digits. */
export function residentCheckDigit(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return String((11 - (sum % 11)) % 10);
}

/** The zeros behind the digit for century and sex that `--redact` gives; no office registers there. */
export function isMadeUpResidentNumber(digits: string): boolean {
  return digits.startsWith('0000', 7);
}

function hasCheckDigit(digits: string): boolean {
  return residentCheckDigit(digits) === digits[12];
}

/** Whether a number may be one of those without a check digit: by the birthday and the digit for century and sex. */
function hasNoCheckDigit(digits: string): boolean {
  const [year, sex] = [Number(digits.slice(0, 2)), Number(digits[6])];
  if (sex === 3 || sex === 4) return digits.slice(0, 4) >= '2010' && year < 50;
  if (sex === 5 || sex === 6) return year >= 30;
  return (sex === 7 || sex === 8) && year < 50;
}

/** Whether hyphens or the like join a number to letters or digits, as in `ORD-220622-3041925`. */
function isPartOfCode(text: string, start: number, length: number): boolean {
  return (
    /[A-Za-z0-9][-_./]$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[-_/]\w/.test(text.slice(start + length, start + length + 2))
  );
}
