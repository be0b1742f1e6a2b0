import type { Excerpt, Location, Severity } from '../../messages/diagnostic.js';
import { displayWidth } from '../display-width.js';
import type { Paint } from '../terminal.js';
import { printable } from '../printable.js';

/** How a frame is painted. */
interface FrameStyle {
  readonly paint: Paint;
  readonly severity: Severity;
}

/** The lines of an excerpt with their numbers, and carets under the finding. */
export function formatFrame(excerpt: Excerpt, at: Location, { paint, severity }: FrameStyle): string {
  const numbers = excerpt.lines.map((_, index) => String(excerpt.firstLine + index));
  const width = Math.max(...numbers.map((number) => number.length));
  const rows = excerpt.lines.flatMap((text, index) => {
    const row = `  ${paint('dim', `${(numbers[index] ?? '').padStart(width)} |`)} ${printable(text)}`.trimEnd();
    if (excerpt.firstLine + index !== at.line) return [row];
    const { indent, carets } = underline(text, at, excerpt.firstColumn ?? 1);
    const mark = paint(severity === 'error' ? 'red' : 'yellow', carets);
    return [row, `  ${paint('dim', `${' '.repeat(width)} |`)} ${indent}${mark}`];
  });
  return rows.map((row) => `${row}\n`).join('');
}

function underline(text: string, { column, length = 1 }: Location, firstColumn: number): Record<Underline, string> {
  const start = Math.max(0, column - firstColumn);
  // An ellipsis stands for what is cut off; carets end before it.
  const covered = text.slice(start, start + Math.max(1, length));
  return {
    indent: ' '.repeat(displayWidth(printable(text.slice(0, start)))),
    carets: '^'.repeat(Math.max(1, displayWidth(printable(covered)))),
  };
}

type Underline = 'indent' | 'carets';
