import { matchesOf } from './matches-of.js';
import { isPartOfWord } from './part-of-word.js';
import type { Match } from './span.js';

const SHAPE = /(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])([ -]?)[1-8]\d{6}(?!\d)/g;

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/**
 * Resident registration numbers. Since October 2020 they have no check digit, so without a hyphen they cannot be told
 * from milliseconds: those are masked, and a finding only with the check digit.
 */
export function findResidentNumbers(text: string): Match[] {
  return matchesOf(SHAPE, text).map(({ 0: shown, 1: separator, index }): Match => {
    const digits = shown.replace(/\D/g, '');
    const isReal =
      !isPartOfWord(text, index, shown.length) &&
      !isMadeUpResidentNumber(digits) &&
      !isCorporateNumber(digits) &&
      (separator !== '' || hasCheckDigit(digits));
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

/** Registration numbers of companies are public: a registry such as 1101 (Seoul), the kind 11 or 14, and a check digit. */
function isCorporateNumber(digits: string): boolean {
  if (!/^1[1-9]0[1-9]1[14]/.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 12), Number).reduce(
    (total, digit, index) => total + digit * (1 + (index % 2)),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(digits[12]);
}

function hasCheckDigit(digits: string): boolean {
  return residentCheckDigit(digits) === digits[12];
}
