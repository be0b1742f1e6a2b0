import { displayWidth, graphemesOf } from './display-width.js';

/** Breaks a text at its spaces so that each line takes at most so many cells; a longer word stays whole. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || displayWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** At most `width` cells of a text, beginning at the cell `from`. An ellipsis marks each end that is cut off. */
export function cutColumns(text: string, from: number, width: number): string {
  const total = displayWidth(text);
  if (from === 0 && total <= width) return text;
  const first = from === 0 ? 0 : from + 1;
  const last = from + width - (total > from + width ? 1 : 0);
  let [cell, shown] = [0, ''];
  for (const segment of graphemesOf(text)) {
    const end = cell + displayWidth(segment);
    // A wide character cut in the middle becomes a space, so that the rest keeps its column.
    if (cell >= first && end <= last) shown += segment;
    else if (end > first && cell < last) shown += ' '.repeat(Math.min(end, last) - Math.max(cell, first));
    cell = end;
  }
  const head = from > 0 && total > from ? '…' : '';
  return `${head}${shown}${total > from + width ? '…' : ''}`;
}

/** Narrowest second column, in cells. With less, it is put below the first. */
const LEAST_COLUMN = 30;

/** How to show rows of two columns. */
export interface RowLayout {
  /** Width of the whole in cells; `Infinity` for no limit. */
  readonly columns: number;
  /** Cells before each row. */
  readonly indent: number;
  /** Styles the first column. */
  readonly style?: (text: string) => string;
}

/** Lines of two columns. The second is wrapped under itself, or on a narrow terminal under the first. */
export function formatRows(
  rows: readonly (readonly [string, string])[],
  { columns, indent, style = (text) => text }: RowLayout,
): string {
  const width = Math.max(...rows.map(([first]) => displayWidth(first)));
  const isStacked = columns - indent - width - 2 < LEAST_COLUMN;
  const start = isStacked ? indent + 4 : indent + width + 2;
  const [margin, before] = [' '.repeat(indent), ' '.repeat(start)];
  return rows
    .map(([first, second]) => {
      const padding = isStacked ? `\n${before}` : ' '.repeat(width - displayWidth(first) + 2);
      const text = wrapText(second, Math.max(1, columns - start)).join(`\n${before}`);
      return `${margin}${style(first)}${padding}${text}\n`;
    })
    .join('');
}
