import { memoize } from '../json/memoize.js';

// Made on first use: it takes 10 ms, and most texts are ASCII.
const segmenter = memoize((locale: string | undefined) => new Intl.Segmenter(locale));

/** The characters of a text as they are drawn. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter(undefined).segment(text), ({ segment }) => segment);
}

// East Asian wide and fullwidth blocks, and emoji: two cells each. A package for this would slow down `--help`.
const WIDE =
  /^[\u1100-\u115f\u231a\u231b\u23e9-\u23ec\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^\p{Emoji_Presentation}|^[\u{20000}-\u{3fffd}]/u;

/**
 * The number of terminal cells of a text. A grapheme counts once: a Hangul syllable of several
 * letters (NFD, as macOS writes names), an emoji with its modifiers, a letter with its accents.
 */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return graphemesOf(text).reduce((sum, grapheme) => sum + cellsOf(grapheme), 0);
}

/** Appends spaces to a text so that it takes at least so many cells. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function cellsOf(grapheme: string): number {
  if (/^[\p{Default_Ignorable_Code_Point}\p{M}\p{C}]*$/u.test(grapheme)) return 0;
  // The variation selector chooses the emoji form of a narrow character: ❤️.
  return grapheme.includes('\ufe0f') || WIDE.test(grapheme) ? 2 : 1;
}
