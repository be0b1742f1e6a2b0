import { SANDBOX_KEY } from '../server/create-sandbox.js';
import type { JournalEntry } from '../server/journal.js';

/** A journal entry as one line for a terminal: the time of day and what happened. */
export function journalLine({ at, text }: JournalEntry): string {
  return `${new Date(at).toTimeString().slice(0, 8)}  ${text}`;
}

// As wide as each other on a terminal, where Hangul takes two columns.
const WORDS = {
  en: { sandbox: "i'mport sandbox  ", console: 'console', demo: 'demo checkout' },
  ko: { sandbox: '아임포트 샌드박스', console: '콘솔', demo: '데모 상점    ' },
} as const;

/** What the program prints when a sandbox listens: where, and what to set in a shop. */
export function startText(url: string, language: 'en' | 'ko' = 'en'): string {
  const words = WORDS[language];
  return `${words.sandbox}  ${url}          ${words.console}  ${url}/_sandbox/
  createIamport({ impKey: '${SANDBOX_KEY}', impSecret: 'sandbox', baseUrl: '${url}' })
  <script src="${url}/v1/iamport.js"></script>   IMP.init('${SANDBOX_KEY}')
  ${words.demo}      ${url}/_sandbox/demo

`;
}
