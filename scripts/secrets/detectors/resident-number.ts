import { isCorporateNumber } from './corporate-number.js';
import { matchesOf, matchOf } from './matches-of.js';
import { isPartOfWord } from './part-of-word.js';
import type { Match } from './span.js';

const SHAPE = /(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])( ?[-./~] ?| {0,2})[1-8]\d{6}(?!\d)/g;

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

// The time in milliseconds from 2017 to 2033 has as many digits, and those of some months look like birthdays.
const MILLISECONDS = /^(?:1[5-9]|20)\d{11}$/;

// What a text says before such a number. Numbers given out since October 2020 have no check digit.
const ANNOUNCED = /(?:주민|외국인)(?:등록)?(?:번호)?|resident|foreigner|rrn|jumin/i;

const LONGEST_ANNOUNCEMENT = 32;

/**
 * Resident registration numbers in any spelling. A real one has the right check digit, or none if it was given out since
 * October 2020: order IDs and times look the same then, so the text has to say what it is.
 */
export function findResidentNumbers(text: string): Match[] {
  return matchesOf(SHAPE, text).map((found) => {
    const { 0: shown, 1: separator = '', index } = found;
    const digits = shown.replace(/\D/g, '');
    const isNumber = separator === '' ? !MILLISECONDS.test(digits) : !isPartOfCode(text, index, shown.length);
    const isAnnounced = ANNOUNCED.test(text.slice(Math.max(0, index - LONGEST_ANNOUNCEMENT), index));
    const isReal =
      isNumber &&
      !isPartOfWord(text, index, shown.length) &&
      (isAnnounced ? isRealResidentNumber(digits) : !isCorporateNumber(digits) && isUsual(digits));
    return matchOf(found, 'resident-number', isReal);
  });
}

/** Tells whether a value that is known to be a resident registration number could be a real one. */
export function isRealResidentNumber(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  return digits.length === 13 && (isUsual(digits) || isWithoutCheckDigit(digits));
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

/** Whether the check digit is right, of a person who got a number before October 2020 and may be alive. */
function isUsual(digits: string): boolean {
  if (isMadeUpResidentNumber(digits)) return false;
  const [year, sex] = [Number(digits.slice(0, 2)), Number(digits[6])];
  const isPlausible = [1, 2, 5, 6].includes(sex) ? year >= FIRST_YEAR : year <= LAST_YEAR;
  return isPlausible && residentCheckDigit(digits) === digits[12];
}

// Of birth. Before 1930, numbers look like order IDs of these years; since 2021 they have no check digit.
const [FIRST_YEAR, LAST_YEAR] = [30, 20];

/** Whether a number may be one without a check digit: of a child born since then, or of a foreigner. */
function isWithoutCheckDigit(digits: string): boolean {
  if (isMadeUpResidentNumber(digits)) return false;
  const [year, sex] = [Number(digits.slice(0, 2)), Number(digits[6])];
  if (sex === 3 || sex === 4) return year >= LAST_YEAR && year < 50;
  return sex === 5 || sex === 6 ? year >= FIRST_YEAR : sex > 6 && year < 50;
}

/** Whether hyphens or the like join a number to letters or digits, as in `ORD-220622-3041925`. */
function isPartOfCode(text: string, start: number, length: number): boolean {
  return (
    /[A-Za-z0-9][-_./]$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[-_/]\w/.test(text.slice(start + length, start + length + 2))
  );
}
