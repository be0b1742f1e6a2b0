import type { Language } from '../messages/entry.js';
import { COLUMN_WORDS, COVERAGE_WORDS, REASON_WORDS } from '../messages/output/coverage.js';
import type { Paint } from '../report/terminal.js';
import { displayWidth, padEnd } from '../report/display-width.js';
import { printable } from '../report/printable.js';
import { DIMENSIONS } from './point.js';
import type { CoverageReport, Share, Tally } from './report.js';

/** How many fixtures to record next are listed in tables. `json` lists all. */
export const NEXT_SHOWN = 10;

/** How a report is laid out as a table. */
export interface TableOptions {
  readonly language: Language;
  readonly paint: Paint;
  /** Prefix of the files to record: the folder of the fixtures. */
  readonly root: string;
  /** Cells of a line of the terminal; undefined where lines may be of any length. */
  readonly columns?: number;
}

/** The coverage as a table: a row for each group, the total, what to record next. */
export function formatCoverageTable(report: CoverageReport, options: TableOptions): string {
  const { language, paint, columns = Infinity } = options;
  const low = new Set(report.below.map(({ dimension }) => dimension));
  const head = headOf(language);
  const rows = report.groups.map(({ group, shares }) => [printable(group), ...cellsOf(shares)]);
  const total = [COVERAGE_WORDS.total[language], ...cellsOf(report.total)];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows, total].map((row) => displayWidth(row[column] ?? ''))),
  );
  const isNarrow = widths.reduce((sum, width) => sum + width + GAP, -GAP) > columns;
  if (isNarrow)
    return `${[...rows, total].map((row) => formatList(head, row)).join('')}\n${formatNext(report, options)}`;
  const line = ([group = '', ...cells]: readonly string[]): string[] => [
    padEnd(group, widths[0] ?? 0),
    ...cells.map((cell, column) => padEnd('', (widths[column + 1] ?? 0) - displayWidth(cell)) + cell),
  ];
  const painted = line(total).map((cell, column) => {
    const dimension = DIMENSIONS[column - 1];
    return paint(dimension !== undefined && low.has(dimension) ? 'red' : 'bold', cell);
  });
  const table = [line(head).map((cell) => paint('dim', cell)), ...rows.map(line), painted];
  return `${table.map((row) => `${row.join('  ').trimEnd()}\n`).join('')}\n${formatNext(report, options)}`;
}

/** Cells between two columns. */
const GAP = 2;

/** A row of the table as a list, for terminals that are too narrow. */
function formatList([, ...names]: readonly string[], [group = '', ...cells]: readonly string[]): string {
  const width = Math.max(...names.map(displayWidth));
  const lines = cells.map((cell, column) => (cell === '' ? '' : `  ${padEnd(names[column] ?? '', width)}  ${cell}\n`));
  return `${group}\n${lines.join('')}`;
}

function headOf(language: Language): string[] {
  return [COVERAGE_WORDS.title[language], ...DIMENSIONS.map((dimension) => COLUMN_WORDS[dimension][language])];
}

/** The first fixtures to record, and why. */
function nextOf({ next }: CoverageReport, root: string, language: Language): [file: string, why: string][] {
  return next.slice(0, NEXT_SHOWN).map((each) => [`${root}/${each.file}`, REASON_WORDS[each.reason](each)[language]]);
}

function formatNext(report: CoverageReport, { language, paint, root, columns = Infinity }: TableOptions): string {
  if (report.next.length === 0) return `${COVERAGE_WORDS.complete[language]}\n`;
  const shown = nextOf(report, root, language);
  const width = Math.max(...shown.map(([file]) => displayWidth(file)));
  const isNarrow = shown.some(([, why]) => width + displayWidth(why) + 2 * GAP > columns);
  const lines = shown.map(([file, why]) => {
    const reason = paint('dim', printable(why));
    return isNarrow ? `  ${file}\n    ${reason}\n` : `  ${padEnd(file, width)}  ${reason}\n`;
  });
  const rest = report.next.length - shown.length;
  const more = rest > 0 ? `  ${COVERAGE_WORDS.more(rest)[language]}\n` : '';
  return `${COVERAGE_WORDS.next[language]}\n${lines.join('')}${more}`;
}

function cellsOf(shares: Tally): string[] {
  return DIMENSIONS.map((dimension) => shareText(shares[dimension]));
}

/** `3/13  23%`; empty where the total is 0. */
export function shareText({ covered, total, percent }: Share): string {
  return total === 0 ? '' : `${covered}/${total} ${`${Math.floor(percent)}%`.padStart(4)}`;
}

/** The coverage as Markdown tables, for job summaries and pull requests. */
export function formatCoverageMarkdown(report: CoverageReport, root: string, language: Language): string {
  const { total, next: nextWords } = COVERAGE_WORDS;
  const head = headOf(language);
  const rows = [...report.groups, { group: `**${total[language]}**`, shares: report.total }].map(
    ({ group, shares }) => [group, ...cellsOf(shares)],
  );
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  const next = nextOf(report, root, language).map(([file, why]) => [`\`${file}\``, why]);
  const tables = [
    [head, rule, ...rows],
    ...(next.length > 0 ? [[[nextWords[language], ''], ['---', '---'], ...next]] : []),
  ];
  return tables.map((table) => table.map(rowOf).join('')).join('\n');
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.map(cellOf).join(' | ')} |\n`;
}

/** Text of a document must neither end a cell nor become HTML. */
function cellOf(text: string): string {
  return printable(text).replace(/[|\\]/g, '\\$&').replaceAll('<', '&lt;');
}
