import { matchesOf, matchOf } from './matches-of.js';
import type { Match } from './span.js';

const SHAPE = /(?<!\d)\d{3}-\d{2}-\d{5}(?!\d)/g;

const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/**
 * Business registration numbers with their check digit. They are masked, since a sole trader's leads to a person, but
 * never a finding: every shop must print its own.
 */
export function findBusinessNumbers(text: string): Match[] {
  return matchesOf(SHAPE, text)
    .filter(([shown]) => hasCheckDigit(shown.replaceAll('-', '')))
    .map((found) => matchOf(found, 'business-number', false));
}

function hasCheckDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const carried = Math.floor((5 * Number(digits[8])) / 10);
  return (10 - ((sum + carried) % 10)) % 10 === Number(digits[9]);
}
