import type { Entry, Language } from '../messages/entry.js';
import { compareText } from '../messages/diagnostic.js';
import { codeUrl } from './docs-url.js';
import type { Paint } from './terminal.js';

const HEADINGS = {
  en: { cause: 'Why', fix: 'What to do' },
  ko: { cause: '원인', fix: '해결' },
} as const;

const LEVELS = {
  en: { error: 'error', warning: 'warning' },
  ko: { error: '오류', warning: '경고' },
} as const;

/** How to show an explanation. */
export interface Saying {
  readonly language: Language;
  readonly paint: Paint;
}

/** The meaning of a code, its cause and the fix. */
export function explainCode(code: string, entry: Entry, { language, paint }: Saying): string {
  const { severity = 'error', title, cause, fix } = entry;
  const level = paint(severity === 'error' ? 'red' : 'yellow', LEVELS[language][severity]);
  const { cause: why, fix: what } = HEADINGS[language];
  return `${paint('bold', code)}  ${level}
${title[language]}

${paint('dim', why)}
  ${cause[language]}

${paint('dim', what)}
  ${fix[language]}

${paint('dim', codeUrl(code, language))}
`;
}

/** All codes with their titles, one per line, in order. */
export function listCodes(entries: Readonly<Record<string, Entry>>, language: Language, paint: Paint): string {
  const rows = Object.entries(entries).sort(([a], [b]) => compareText(a, b));
  const width = Math.max(...rows.map(([code]) => code.length));
  return rows.map(([code, { title }]) => `${paint('bold', code.padEnd(width))}  ${title[language]}\n`).join('');
}
