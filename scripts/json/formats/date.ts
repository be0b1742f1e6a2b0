import { twoDigits } from './characters.js';

/** `2024-02-29`: RFC 3339, section 5.6. */
export function fitsDate(text: string): boolean {
  return text.length === 10 && startsWithDate(text);
}

/** Tells whether a text begins with a day of the calendar. */
export function startsWithDate(text: string): boolean {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? 28 + Number(isLeapYear) : 30 + ((month + Number(month > 7)) % 2);
  const isCalendarDay = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= days;
  return isCalendarDay && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45;
}
