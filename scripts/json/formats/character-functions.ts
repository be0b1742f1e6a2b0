/** Functions that the checks of formats share. They look at one character or a few, and run past the end of a text safely. */
export const CHARACTER_FUNCTIONS = {
  isDigit: `
function isDigit(code) {
  return code >= 48 && code <= 57;
}`,
  isHex: `
function isHex(code) {
  return isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102);
}`,
  isAlphanumeric: `
function isAlphanumeric(code) {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || isDigit(code);
}`,
  isEscape: `
/** Whether a percent sign has its two digits. */
function isEscape(text, at) {
  return isHex(text.charCodeAt(at + 1)) && isHex(text.charCodeAt(at + 2));
}`,
  skipDigits: `
function skipDigits(text, from) {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}`,
  twoDigits: `
/** The number that two digits make; NaN where there are none, which compares as false. */
function twoDigits(text, at) {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : NaN;
}`,
} as const;
