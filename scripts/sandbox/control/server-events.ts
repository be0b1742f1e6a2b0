import type { Journal, JournalEntry } from '../server/journal.js';

/** The journal as server-sent events: what is kept, then every new entry, until the reader leaves. */
export function followJournal(journal: Journal, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  const line = (entry: JournalEntry): Uint8Array =>
    encoder.encode(`id: ${entry.id}\ndata: ${JSON.stringify(entry)}\n\n`);
  const ends: (() => void)[] = [];
  const stop = (): void => {
    for (const end of ends.splice(0)) end();
  };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(': the journal of the sandbox\n\n'));
      for (const entry of journal.entries()) controller.enqueue(line(entry));
      ends.push(
        journal.follow((entry) => {
          controller.enqueue(line(entry));
        }),
      );
      signal.addEventListener('abort', () => {
        if (ends.length === 0) return;
        stop();
        controller.close();
      });
    },
    cancel: stop,
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}
