import type { ListedEntry, Language } from '../messages/entry.js';
import { compareText } from '../messages/diagnostic.js';
import { EXPLANATION_WORDS } from '../messages/output/format.js';
import { codeUrl } from './docs-url.js';
import { formatRows, wrapText } from './fit-columns.js';
import type { Paint } from './terminal.js';

/** How to show an explanation. */
export interface Saying {
  readonly language: Language;
  readonly paint: Paint;
  /** Width of the terminal in cells; `Infinity` if it is none. */
  readonly columns: number;
}

/** The meaning of a code, its cause and the fix. */
export function explainCode(code: string, entry: ListedEntry, { language, paint, columns }: Saying): string {
  const { severity, title, cause, fix } = entry;
  const words = EXPLANATION_WORDS[language];
  const level = paint(severity === 'error' ? 'red' : 'yellow', words[severity]);
  const indented = (text: string): string => wrapText(text, columns - 2).join('\n  ');
  return `${paint('bold', code)}  ${level}
${wrapText(title[language], columns).join('\n')}

${paint('dim', words.cause)}
  ${indented(cause[language])}

${paint('dim', words.fix)}
  ${indented(fix[language])}

${paint('dim', codeUrl(code, language))}
`;
}

/** All codes with their titles, in order. */
export function listCodes(
  entries: Readonly<Record<string, ListedEntry>>,
  { language, paint, columns }: Saying,
): string {
  const rows = Object.entries(entries).sort(([a], [b]) => compareText(a, b));
  return formatRows(
    rows.map(([code, { title }]) => [code, title[language]]),
    { columns, indent: 0, style: (code) => paint('bold', code) },
  );
}
