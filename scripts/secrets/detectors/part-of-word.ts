/** Tells whether a letter of a to z, or `_`, is right before or behind a part of a text, so that both are one word. */
export function isPartOfWord(text: string, start: number, length: number): boolean {
  return isLetter(text.charCodeAt(start - 1)) || isLetter(text.charCodeAt(start + length));
}

// Capitals differ from small letters in one bit. Outside the text there is NaN, which becomes a space.
function isLetter(code: number): boolean {
  const small = code | 0x20;
  return (small >= 0x61 && small <= 0x7a) || code === 0x5f;
}
