import { isDigit } from './characters.js';

/** `192.0.2.1`: RFC 2673, section 3.2. Digits behind a zero are refused: some read them as octal. */
export function fitsIpv4(text: string): boolean {
  return isIpv4Between(text, 0, text.length);
}

/** The same for a part of a text. */
export function isIpv4Between(text: string, from: number, to: number): boolean {
  let octets = 0;
  let digits = 0;
  let value = 0;
  if (to - from > 15) return false;
  for (let at = from; at <= to; at += 1) {
    const code = at === to ? 46 : text.charCodeAt(at);
    if (code === 46) {
      if (digits === 0 || value > 255) return false;
      octets += 1;
      digits = value = 0;
    } else if (isDigit(code) && (digits === 0 || value > 0)) {
      value = value * 10 + code - 48;
      digits += 1;
    } else return false;
  }
  return octets === 4;
}
