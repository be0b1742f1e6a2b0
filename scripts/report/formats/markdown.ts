import { MARKDOWN_HEADINGS } from '../../messages/output/format.js';
import { printable } from '../printable.js';
import type { Report } from '../report.js';

/** A table for job summaries and comments on pull requests. */
export function formatMarkdown({ findings, summary, addition, language }: Report): string {
  const rows = findings.map(({ at, severity, code, message, hint }) => [
    inline(`${at.file}:${at.line}:${at.column}`),
    severity,
    inline(code),
    [message, ...(hint === '' ? [] : [`→ ${hint}`])].map(inline).join('<br>'),
  ]);
  const table = [MARKDOWN_HEADINGS[language], ['---', '---', '---', '---'], ...rows].map(
    (cells) => `| ${cells.join(' | ')} |\n`,
  );
  const lines = summary.trim().split('\n').map(inline).join('<br>\n');
  return `${rows.length === 0 ? '' : `${table.join('')}\n`}${addition === undefined ? '' : `${addition.markdown}\n`}${lines === '' ? '' : `${lines}\n`}`;
}

// All characters with a meaning in CommonMark or on GitHub, including table bars and mentions.
function inline(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]()#+!|~>^$]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//');
}
