import type { Entry, Values } from './entry.js';
import { sayInKorean } from './phrase.js';
import { REDOCLY_PHRASES } from './redocly-phrases.js';

/** What we say of a rule that is not ours. */
type RedoclyEntry = Pick<Entry, 'severity' | 'title' | 'cause' | 'fix'>;

/** Types a part of Redocly's rules. Its messages are English; where we have no Korean for one, it follows our title. */
export function redoclyEntries(rows: Readonly<Record<string, RedoclyEntry>>): Readonly<Record<string, Entry<Values>>> {
  const entries = Object.entries(rows).map(([code, row]): [string, Entry<Values>] => [
    code,
    {
      ...row,
      message: {
        en: ({ problem = row.title.en }) => problem,
        ko: ({ problem }) => (problem === undefined ? row.title.ko : inKorean(code, problem, row.title.ko)),
      },
    },
  ]);
  return Object.fromEntries(entries);
}

function inKorean(code: string, problem: string, title: string): string {
  return sayInKorean(problem, REDOCLY_PHRASES[code] ?? []) ?? `${title}: ${problem}`;
}
