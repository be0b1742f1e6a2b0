import { expect, it } from 'vitest';

import { displayWidth } from '../../scripts/report/display-width.js';
import { formatFrame } from '../../scripts/report/formats/frame.js';

it.each([
  ['plain text', 'amount', 6],
  ['nothing', '', 0],
  ['Hangul', '당근', 4],
  ['Hangul of separate letters (NFD)', '당근'.normalize('NFD'), 4],
  ['a consonant by itself', 'ㄱ', 2],
  ['kana with a mark', 'か\u3099', 2],
  ['an accent of its own', 'e\u0301', 1],
  ['an emoji', '😀', 2],
  ['a family joined by ZWJ', '👨‍👩‍👧', 2],
  ['a skin tone', '👍🏽', 2],
  ['a flag', '🇰🇷', 2],
  ['a keycap', '1️⃣', 2],
  ['a heart as an emoji, and as text', '❤️ ❤', 4],
  ['zero-width characters', 'a\u200bb\u2060c\ufeff', 3],
  ['fullwidth and halfwidth forms', 'Ａｱ', 3],
  ['copyright', '©', 1],
])('%s', (_title, text, cells) => {
  expect(displayWidth(text)).toBe(cells);
});

it.each([
  ['NFD', '당근'.normalize('NFD'), 4],
  ['NFC', '당근', 4],
  // Joiners are shown as U+FFFD, so that no terminal has to know them.
  ['ZWJ', '👨‍👩‍👧', 8],
  ['zero-width', 'a\u200bb', 3],
])('the caret is in the right column after %s', (_title, before, cells) => {
  const line = `{ "${before}": 1004 }`;
  const column = line.indexOf('1004') + 1;
  const at = { file: 'a.json', pointer: '', line: 1, column, length: 4 };
  const paint = (_style: string, text: string): string => text;
  const frame = formatFrame({ firstLine: 1, lines: [line] }, at, { paint, severity: 'error' });
  const [, carets] = frame.split('\n');
  expect(carets).toBe(`    | ${' '.repeat('{ "": '.length + cells)}^^^^`);
});
