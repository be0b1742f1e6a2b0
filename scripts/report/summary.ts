import type { Language } from '../messages/entry.js';
import { RUN_WORDS, summaryTexts, type Checked } from '../messages/output/report.js';
import type { Totals } from './report.js';

/** The last line of a text report: the number of problems, and what was checked. */
export function summarise(totals: Totals, checked: Checked, language: Language): string {
  return `${summaryTexts(totals, checked)[language]}\n`;
}

/** What a report does not show, one line each. */
export function omissions(totals: Totals, language: Language): string {
  const { errors, warnings, shown, accepted, isAtLeast } = totals;
  const hidden = errors + warnings - shown;
  const lines = [
    ...(hidden > 0 ? [RUN_WORDS.hidden(hidden, isAtLeast)] : []),
    ...(accepted > 0 ? [RUN_WORDS.accepted(accepted)] : []),
  ];
  return lines.map((line) => `${line[language]}\n`).join('');
}
