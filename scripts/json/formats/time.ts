import { isDigit, twoDigits } from './characters.js';

/** `09:30:00+09:00`: RFC 3339, section 5.6; the offset may be `+09` and `+0900`, too. */
export function fitsTime(text: string): boolean {
  return isTimeFrom(text, 0);
}

/** Tells whether the rest of a text is a time with its offset. */
export function isTimeFrom(text: string, from: number): boolean {
  const hour = twoDigits(text, from);
  const minute = twoDigits(text, from + 3);
  const second = twoDigits(text, from + 6);
  const isClock = hour <= 23 && minute <= 59 && second <= 60;
  if (!isClock || text.charCodeAt(from + 2) !== 58 || text.charCodeAt(from + 5) !== 58) return false;
  let at = from + 8;
  if (text.charCodeAt(at) === 46) {
    at += 1;
    while (isDigit(text.charCodeAt(at))) at += 1;
    if (at === from + 9) return false;
  }
  // A leap second is the last of a day, in UTC.
  const minuteInUtc = hour * 60 + minute - offsetFrom(text, at);
  return second < 60 ? minuteInUtc > -1440 : (minuteInUtc + 1440) % 1440 === 1439;
}

/** Minutes ahead of UTC; NaN where the rest of the text is no offset. */
function offsetFrom(text: string, from: number): number {
  const sign = text.charCodeAt(from);
  const rest = text.length - from;
  if (rest === 1) return (sign | 32) === 122 ? 0 : NaN;
  const hasColon = rest === 6 && text.charCodeAt(from + 3) === 58;
  if ((sign !== 43 && sign !== 45) || (rest !== 3 && rest !== 5 && !hasColon)) return NaN;
  const hours = twoDigits(text, from + 1);
  const minutes = rest === 3 ? 0 : twoDigits(text, text.length - 2);
  // `+` is 43, `-` is 45.
  return hours <= 23 && minutes <= 59 ? (44 - sign) * (hours * 60 + minutes) : NaN;
}
