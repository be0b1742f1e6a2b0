/** Checks of names and addresses: RFC 5321 (without quoted local parts), 1123, 2673 and 4291. */
export const NETWORK_FUNCTIONS = {
  fitsEmail: `
export function fitsEmail(text) {
  const at = text.indexOf('@');
  return at > 0 && isMailbox(text, at) && countLabels(text, at + 1, text.length, Infinity) > 1;
}`,
  isMailbox: `
function isMailbox(text, to) {
  for (let at = 0; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const isEmpty = at === 0 || at === to - 1 || text.charCodeAt(at - 1) === 46;
    if (code === 46 ? isEmpty : !isMailboxCharacter(code, text[at])) return false;
  }
  return true;
}`,
  isMailboxCharacter: `
function isMailboxCharacter(code, character) {
  return isAlphanumeric(code) || code === 96 || "!#$%&'*+/=?^_{|}~-".includes(character);
}`,
  fitsHostname: `
export function fitsHostname(text) {
  const end = text.charCodeAt(text.length - 1) === 46 ? text.length - 1 : text.length;
  return end <= 253 && countLabels(text, 0, end, 63) > 0;
}`,
  countLabels: `
/** How many labels a part of a text has, of letters, digits and inner hyphens, with dots between; 0 where it holds anything else. */
function countLabels(text, from, to, longest) {
  let labels = 0;
  let start = from;
  for (let at = from; at <= to; at += 1) {
    const code = at === to ? 46 : text.charCodeAt(at);
    if (code === 46) {
      const isEmpty = at === start || at - start > longest;
      if (isEmpty || text.charCodeAt(start) === 45 || text.charCodeAt(at - 1) === 45) return 0;
      labels += 1;
      start = at + 1;
    } else if (code !== 45 && !isAlphanumeric(code)) return 0;
  }
  return labels;
}`,
  fitsIpv4: `
export function fitsIpv4(text) {
  return isIpv4Between(text, 0, text.length);
}`,
  isIpv4Between: `
function isIpv4Between(text, from, to) {
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
      // Digits after a zero would read as octal in places.
      value = value * 10 + code - 48;
      digits += 1;
    } else return false;
  }
  return octets === 4;
}`,
  fitsIpv6: `
export function fitsIpv6(text) {
  return isIpv6Between(text, 0, text.length);
}`,
  isIpv6Between: `
function isIpv6Between(text, from, to) {
  let groups = 0;
  let start = from;
  let hasGap = false;
  if (to - from > 45) return false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 46) return (hasGap ? groups < 6 : groups === 6) && isIpv4Between(text, start, to);
    if (code === 58) {
      const isGap = at === start;
      if (isGap && (hasGap || (at === from && text.charCodeAt(at + 1) !== 58))) return false;
      if (isGap) hasGap = true;
      else groups += 1;
      if (at === from) at += 1;
      start = at + 1;
    } else if (!isHex(code) || at - start > 3) return false;
  }
  const endsOpen = start === to;
  if (endsOpen && text.charCodeAt(to - 2) !== 58) return false;
  groups += endsOpen ? 0 : 1;
  return hasGap ? groups < 8 : groups === 8;
}`,
} as const;
