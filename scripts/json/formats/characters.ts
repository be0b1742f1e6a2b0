// What checks of formats share. All of it may be asked about places behind the end of a text, where there is NaN.

/** `0` to `9`, of a UTF-16 unit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A hexadecimal digit. */
export function isHex(code: number): boolean {
  return isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102);
}

/** The number that two digits make; NaN where there are none, which compares as false. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : NaN;
}
