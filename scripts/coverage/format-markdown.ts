import type { Language } from '../messages/entry.js';
import { printable } from '../report/printable.js';
import { NEXT_SHOWN, shareText } from './format-table.js';
import { DIMENSIONS } from './point.js';
import type { CoverageReport } from './report.js';
import { COVERAGE_WORDS } from './words.js';

/** The coverage as Markdown tables, for job summaries and pull requests. */
export function formatCoverageMarkdown(report: CoverageReport, root: string, language: Language): string {
  const words = COVERAGE_WORDS[language];
  const head = [words.title, ...DIMENSIONS.map((dimension) => words.columns[dimension])];
  const rows = [...report.groups, { group: `**${words.total}**`, shares: report.total }].map(({ group, shares }) => [
    group,
    ...DIMENSIONS.map((dimension) => shareText(shares[dimension])),
  ]);
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  const next = report.next
    .slice(0, NEXT_SHOWN)
    .map((each) => [`\`${root}/${each.file}\``, words.why[each.reason](each)]);
  const tables = [[head, rule, ...rows], ...(next.length > 0 ? [[[words.next, ''], ['---', '---'], ...next]] : [])];
  return tables.map((table) => table.map(rowOf).join('')).join('\n');
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.map(cellOf).join(' | ')} |\n`;
}

/** Text of a document must neither end a cell nor become HTML. */
function cellOf(text: string): string {
  return printable(text).replace(/[|\\]/g, '\\$&').replaceAll('<', '&lt;');
}
