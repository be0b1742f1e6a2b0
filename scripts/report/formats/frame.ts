import type { Excerpt, Location, Severity } from '../../messages/diagnostic.js';
import { displayWidth } from '../display-width.js';
import { cutColumns } from '../fit-columns.js';
import type { Paint } from '../terminal.js';
import { printable } from '../printable.js';

/** How to draw a frame. */
interface FrameStyle {
  readonly paint: Paint;
  readonly severity: Severity;
  /** Width of the terminal in cells; undefined if lines may have any length. */
  readonly columns?: number;
}

/** The lines of an excerpt with their numbers, and carets under the finding. None is longer than the terminal is wide. */
export function formatFrame(
  excerpt: Excerpt,
  at: Location,
  { paint, severity, columns = Infinity }: FrameStyle,
): string {
  const numbers = excerpt.lines.map((_, index) => String(excerpt.firstLine + index));
  const gutter = Math.max(...numbers.map((number) => number.length));
  const texts = excerpt.lines.map(printable);
  const line = excerpt.lines[at.line - excerpt.firstLine] ?? '';
  const { indent, carets } = underline(line, at, excerpt.firstColumn ?? 1);
  const width = Math.max(LEAST, columns - gutter - BESIDE);
  // Carets stay in view, a third of the line before them.
  const isCut = texts.some((text) => displayWidth(text) > width);
  const from = isCut && indent + carets > width ? Math.max(0, indent - Math.floor(width / 3)) : 0;
  const rows = texts.flatMap((text, index) => {
    const shown = isCut ? cutColumns(text, from, width) : text;
    const row = `  ${paint('dim', `${(numbers[index] ?? '').padStart(gutter)} |`)} ${shown}`.trimEnd();
    if (excerpt.firstLine + index !== at.line) return [row];
    const mark = paint(severity === 'error' ? 'red' : 'yellow', '^'.repeat(Math.min(carets, width - indent + from)));
    return [row, `  ${paint('dim', `${' '.repeat(gutter)} |`)} ${' '.repeat(indent - from)}${mark}`];
  });
  return rows.map((row) => `${row}\n`).join('');
}

/** Cells of a row besides the number and the text. */
const BESIDE = 5;

/** Fewer cells would not show anything useful. */
const LEAST = 12;

/** In cells of the line. */
interface Underline {
  readonly indent: number;
  readonly carets: number;
}

function underline(text: string, { column, length = 1 }: Location, firstColumn: number): Underline {
  const start = Math.max(0, column - firstColumn);
  // Carets end before the ellipsis that marks a cut.
  const covered = text.slice(start, start + Math.max(1, length));
  return {
    indent: displayWidth(printable(text.slice(0, start))),
    carets: Math.max(1, displayWidth(printable(covered))),
  };
}
