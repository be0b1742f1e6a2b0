import { startsWithDate } from './date.js';
import { isTimeFrom } from './time.js';

/** `2024-02-29T09:30:00+09:00`: RFC 3339, section 5.6; `t` and a space may stand for the `T`. */
export function fitsDateTime(text: string): boolean {
  const between = text.charCodeAt(10);
  return (between === 32 || (between | 32) === 116) && startsWithDate(text) && isTimeFrom(text, 11);
}
