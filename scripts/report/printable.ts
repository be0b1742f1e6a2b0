const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/** Removes control and bidirectional characters from text for a terminal: it may come from any file. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => (character === '\n' || character === '\t' ? ' ' : '\ufffd'));
}

/** The same for JSON: such characters are escaped, so that readers get the original text. */
export function printableJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const escaped = text.replace(UNPRINTABLE, (character) => (character === '\n' ? character : escapeUnits(character)));
  return `${escaped}\n`;
}

function escapeUnits(character: string): string {
  return character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
