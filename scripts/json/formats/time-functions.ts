/** Checks of dates, times and durations: RFC 3339, section 5.6 and appendix A. */
export const TIME_FUNCTIONS = {
  fitsDate: `
export function fitsDate(text) {
  return text.length === 10 && startsWithDate(text);
}`,
  fitsTime: `
export function fitsTime(text) {
  return isTimeFrom(text, 0);
}`,
  fitsDateTime: `
export function fitsDateTime(text) {
  const between = text.charCodeAt(10);
  return (between === 32 || (between | 32) === 116) && startsWithDate(text) && isTimeFrom(text, 11);
}`,
  fitsDuration: `
export function fitsDuration(text) {
  if (text.charCodeAt(0) !== 80) return false;
  let last = 0;
  for (let at = 1; at < text.length; at += 1) {
    const startsTime = last < 4 && text.charCodeAt(at) === 84;
    if (startsTime) {
      last = 4;
      at += 1;
    }
    const end = skipDigits(text, at);
    const rank = rankOfUnit(text[end], last);
    if (end === at || rank <= last) return false;
    last = rank;
    at = end;
  }
  return last > 0;
}`,
  rankOfUnit: `
/** Units come in this order, each once at most; weeks come alone. */
function rankOfUnit(unit, last) {
  if (unit === 'W') return last === 0 ? 8 : 0;
  return last < 4 ? 'YMD'.indexOf(unit) + 1 : 'HMS'.indexOf(unit) + 5;
}`,
  startsWithDate: `
function startsWithDate(text) {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? 28 + isLeapYear : 30 + ((month + (month > 7)) % 2);
  const isCalendarDay = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= days;
  return isCalendarDay && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45;
}`,
  isTimeFrom: `
function isTimeFrom(text, from) {
  const hour = twoDigits(text, from);
  const minute = twoDigits(text, from + 3);
  const second = twoDigits(text, from + 6);
  const isClock = hour <= 23 && minute <= 59 && second <= 60;
  if (!isClock || text.charCodeAt(from + 2) !== 58 || text.charCodeAt(from + 5) !== 58) return false;
  let at = from + 8;
  if (text.charCodeAt(at) === 46) {
    at = skipDigits(text, at + 1);
    if (at === from + 9) return false;
  }
  // A leap second is the last of a day, in UTC.
  const minuteInUtc = hour * 60 + minute - offsetFrom(text, at);
  return second < 60 ? minuteInUtc > -1440 : (minuteInUtc + 1440) % 1440 === 1439;
}`,
  offsetFrom: `
/** Minutes ahead of UTC that the rest of a text tells, as \`Z\`, \`+09\`, \`+0900\` or \`+09:00\`; NaN where it tells none. */
function offsetFrom(text, from) {
  const sign = text.charCodeAt(from);
  const rest = text.length - from;
  if (rest === 1) return (sign | 32) === 122 ? 0 : NaN;
  const hasColon = rest === 6 && text.charCodeAt(from + 3) === 58;
  if ((sign !== 43 && sign !== 45) || (rest !== 3 && rest !== 5 && !hasColon)) return NaN;
  const hours = twoDigits(text, from + 1);
  const minutes = rest === 3 ? 0 : twoDigits(text, text.length - 2);
  // \`+\` is 43, \`-\` is 45.
  return hours <= 23 && minutes <= 59 ? (44 - sign) * (hours * 60 + minutes) : NaN;
}`,
} as const;
