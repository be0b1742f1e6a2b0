// Full-width forms of ASCII, dashes, and spaces of other widths: what input methods and word processors write.
const OTHER_FORMS = /[\uff01-\uff5e\u2010-\u2015\u2212\ufe58\ufe63\u00a0\u2000-\u200a\u202f\u3000]/g;

const FULL_WIDTH = 0xfee0;

/**
 * Writes digits, letters, dashes and spaces as ASCII has them, so that detectors need not know other forms. Every
 * character stays where it is.
 */
export function foldWidth(text: string): string {
  return text.replace(OTHER_FORMS, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xff01) return String.fromCharCode(code - FULL_WIDTH);
    return /\s/.test(character) ? ' ' : '-';
  });
}
