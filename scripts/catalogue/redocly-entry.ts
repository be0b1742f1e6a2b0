import type { Entry } from './entry.js';

/** What we say of a rule that is not ours. */
type RedoclyEntry = Pick<Entry, 'severity' | 'title' | 'cause' | 'fix'>;

/** Types a part of Redocly's rules. Its messages are English; a Korean one begins with our title. */
export function redoclyEntries(rows: Readonly<Record<string, RedoclyEntry>>): Readonly<Record<string, Entry>> {
  const entries = Object.entries(rows).map(([code, row]): [string, Entry] => [
    code,
    {
      ...row,
      message: {
        en: ({ problem = row.title.en }) => problem,
        ko: ({ problem }) => (problem === undefined ? row.title.ko : `${row.title.ko}: ${problem}`),
      },
    },
  ]);
  return Object.fromEntries(entries);
}
