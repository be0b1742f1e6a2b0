import type { Fix } from './fix.js';

// 1973 and 5138 in seconds: what is outside is no time that a payment was made at.
const [EARLIEST, LATEST] = [1e8, 1e11];

/** `1648344363000` where unix seconds belong becomes `1648344363`. Parts of a second are dropped, as the server does. */
export const millisecondsToSeconds: Fix<object> = (_values, { document, pointer }) => {
  const span = document.spanOf(pointer, 'value');
  if (span === undefined) return [];
  const written = document.text.slice(span.offset, span.offset + span.length);
  const seconds = /^\d+$/.test(written) ? Math.floor(Number(written) / 1000) : 0;
  return seconds >= EARLIEST && seconds < LATEST ? [{ ...span, content: String(seconds) }] : [];
};
