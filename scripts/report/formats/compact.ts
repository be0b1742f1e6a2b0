import { printable } from '../printable.js';
import type { Report } from '../report.js';

/** One line per finding, as compilers print them, for editors and `grep`: `file:line:column: error …`. */
export function formatCompact({ findings, summary, addition, paint, columns }: Report): string {
  const lines = findings.map(
    ({ at, severity, message, code }) =>
      `${printable(at.file)}:${at.line}:${at.column}: ${severity}: ${printable(message)} [${code}]\n`,
  );
  return `${lines.join('')}${addition?.text(paint, columns) ?? ''}${summary}`;
}
