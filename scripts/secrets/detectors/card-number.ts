import { matchesOf, matchOf } from './matches-of.js';
import { isPartOfWord } from './part-of-word.js';
import type { Match } from './span.js';
import { isLuhn } from './luhn.js';

// Without separators, or in the groups that are embossed: 4-4-4-4(-3) and 4-6-5 or 4-6-4. Any other grouping is an ID.
const SHAPE = /(?<!\d)(?:\d{4}([ .-])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}([ .-])\d{6}\2\d{4,5}|\d{13,19})(?!\d)/g;

/** What numbers of each network begin with, at the lengths the network issues. */
const NETWORKS: readonly (readonly [prefix: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^35(2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(6011|64[4-9]|65)/, [16, 17, 18, 19]],
  [/^(62|81)/, [16, 17, 18, 19]],
  [/^(30[0-5]|3095|36|38|39)/, [14, 16, 17, 18, 19]],
];

// Most numbers begin like no card: one search says so, before their digits are added up.
const ANY_NETWORK = new RegExp(NETWORKS.map(([{ source }]) => source).join('|'));

// Numbers that the networks and payment providers publish for testing; they cannot pay.
const PUBLISHED = new Set(
  (
    '4111111111111111 4242424242424242 4012888888881881 4000056655665556 4000000000000002 4222222222222 4012000033330026 ' +
    '5555555555554444 5105105105105100 5200828282828210 2223003122003222 5425233430109903 5454545454545454 ' +
    '378282246310005 371449635398431 378734493671000 6011111111111117 6011000990139424 6011000000000004 ' +
    '30569309025904 38520000023237 36227206271667 3530111333300000 3566002020360505 6200000000000005'
  ).split(' '),
);

/**
 * Card numbers: of a known network with the right length and check digit. What `isReal` leaves out are published test
 * numbers, and numbers with five zeros in a row behind the first four digits, which one card in 100,000 has.
 */
export function findCardNumbers(text: string): Match[] {
  return matchesOf(SHAPE, text).flatMap((found): Match[] => {
    const { 0: shown, index } = found;
    const digits = shown.replace(/\D/g, '');
    if (!ANY_NETWORK.test(digits) || !isLuhn(digits) || !isOfNetwork(digits)) return [];
    const isReal = !isPartOfWord(text, index, shown.length) && !isMadeUpCardNumber(digits);
    return [matchOf(found, 'card-number', isReal)];
  });
}

/** Tells whether a number could be that of a real card: for values that are known to be card numbers, of any network. */
export function isRealCardNumber(value: string): boolean {
  if (!/^\d(?:[ .-]?\d){12,18}$/.test(value)) return false;
  const digits = value.replace(/\D/g, '');
  return isLuhn(digits) && !isMadeUpCardNumber(digits);
}

/** Tells whether a number is published for tests, or has the zeros that `--redact` gives it. */
export function isMadeUpCardNumber(digits: string): boolean {
  return PUBLISHED.has(digits) || digits.startsWith('00000', 4) || /^(\d)\1*$/.test(digits);
}

function isOfNetwork(digits: string): boolean {
  return NETWORKS.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits));
}
