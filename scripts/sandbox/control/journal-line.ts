import { SANDBOX_KEY } from '../server/create-sandbox.js';
import type { JournalEntry } from '../server/journal.js';

/** A journal entry as one line for a terminal: the time of day and what happened. */
export function journalLine({ at, text }: JournalEntry): string {
  return `${new Date(at).toTimeString().slice(0, 8)}  ${text}`;
}

/** What the program prints when a sandbox listens: where, and what to set in a shop. */
export function startText(url: string): string {
  return `i'mport sandbox    ${url}          console  ${url}/_sandbox/
  createIamport({ impKey: '${SANDBOX_KEY}', impSecret: 'sandbox', baseUrl: '${url}' })
  <script src="${url}/v1/iamport.js"></script>   IMP.init('${SANDBOX_KEY}')
  demo checkout      ${url}/_sandbox/demo

`;
}
