import { PLACEHOLDER } from './randomness.js';

// What templates put where a password will be: `${PASSWORD}`, `<password>`, `{{ password }}`, `%s`, `****`.
const TEMPLATE = /^[$%<{[(].*[>})\]s]$|^[*•x.#-]+$/i;

const WORD = /passw|secret|pwd|admin|guest|1234|qwer|abcd/i;

const [SHORTEST, LONGEST] = [6, 128];

/**
 * Tells whether a value in a place for a password could be one. One word in letters alone, such as `required`,
 * is more often a message; so is everything with spaces or in Hangul.
 */
export function isRealPassword(value: string): boolean {
  if (value.length < SHORTEST || value.length > LONGEST || !/^[!-~]+$/.test(value)) return false;
  if (!/[a-z]/i.test(value) || !/[^a-z]/i.test(value)) return false;
  return !TEMPLATE.test(value) && !WORD.test(value) && !PLACEHOLDER.test(value) && new Set(value).size >= 5;
}
