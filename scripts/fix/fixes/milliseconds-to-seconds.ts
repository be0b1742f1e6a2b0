import { toSeconds } from '../../json/unix-seconds.js';
import type { Fix } from './fix.js';

/** `1648344363000` where unix seconds belong becomes `1648344363`. Parts of a second are dropped, as the server does. */
export const millisecondsToSeconds: Fix<object> = (_values, { document, pointer }) => {
  const span = document.spanOf(pointer, 'value');
  if (span === undefined) return [];
  const written = document.text.slice(span.offset, span.offset + span.length);
  const seconds = /^\d+$/.test(written) ? toSeconds(Number(written)) : undefined;
  return seconds === undefined ? [] : [{ ...span, content: String(seconds) }];
};
