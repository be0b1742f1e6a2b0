import { isHex } from './characters.js';
import { isIpv4Between } from './ipv4.js';

/** `2001:db8::1`: RFC 4291, section 2.2. */
export function fitsIpv6(text: string): boolean {
  let groups = 0;
  let start = 0;
  let hasGap = false;
  if (text.length > 45) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 46) return (hasGap ? groups < 6 : groups === 6) && isIpv4Between(text, start, text.length);
    if (code === 58) {
      const isGap = at === start;
      if (isGap && (hasGap || (at === 0 && text.charCodeAt(1) !== 58))) return false;
      if (isGap) hasGap = true;
      else groups += 1;
      if (at === 0) at += 1;
      start = at + 1;
    } else if (!isHex(code) || at - start > 3) return false;
  }
  const endsOpen = start === text.length;
  if (endsOpen && text.charCodeAt(text.length - 2) !== 58) return false;
  groups += endsOpen ? 0 : 1;
  return hasGap ? groups < 8 : groups === 8;
}
