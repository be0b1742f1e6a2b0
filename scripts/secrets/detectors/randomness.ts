/** Words that people write where a key would be. */
export const PLACEHOLDER =
  /test|sample|example|dummy|fake|your|xxxx|placeholder|not[-_]a|redacted|changeme|string|console/i;

/** Tells whether a value looks generated: a key, a token. It has a digit and at least 16 letters and digits. */
export function looksRandom(value: string): boolean {
  const characters = value.replace(/[^A-Za-z0-9]/g, '');
  return characters.length >= 16 && /\d/.test(characters) && isDrawn(value);
}

/**
 * Tells whether the characters of a value are mixed as a generator mixes them. Words, repeated characters, and counting
 * up (`0123456789abcdef`) are what people write instead.
 */
export function isDrawn(value: string): boolean {
  const characters = value.replace(/[^A-Za-z0-9]/g, '');
  if (PLACEHOLDER.test(value)) return false;
  const counts = new Map<string, number>();
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
  const isVaried = counts.size >= (/^\d+$/.test(characters) ? 5 : 8);
  return isVaried && Math.max(...counts.values()) < 0.35 * characters.length && !isCounting(characters);
}

function isCounting(characters: string): boolean {
  let steps = 0;
  for (let index = 1; index < characters.length; index += 1) {
    if (Math.abs(rank(characters, index) - rank(characters, index - 1)) === 1) steps += 1;
  }
  return steps >= 0.7 * (characters.length - 1);
}

/** Digits and letters in one row, so that `9a` is a step too. */
function rank(characters: string, index: number): number {
  return parseInt(characters[index] ?? '', 36);
}
