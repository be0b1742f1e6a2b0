/** Checks of addresses inside and between documents: RFC 3986, 6570 and 6901. */
export const REFERENCE_FUNCTIONS = {
  fitsUri: `
export function fitsUri(text) {
  const start = endOfScheme(text);
  return start > 0 && isReferenceFrom(text, start);
}`,
  fitsUriReference: `
export function fitsUriReference(text) {
  const start = endOfScheme(text);
  // The part before a colon would be taken for a scheme.
  const isAmbiguous = start === 0 && text.charCodeAt(endOfRun(text, 0, 2)) === 58;
  return !isAmbiguous && isReferenceFrom(text, start);
}`,
  endOfScheme: `
/** Where the scheme and its colon end; 0 without one. */
function endOfScheme(text) {
  let at = 0;
  while (isAlphanumeric(text.charCodeAt(at)) || '+-.'.includes(text[at])) at += 1;
  const isScheme = text.charCodeAt(at) === 58 && text.charCodeAt(0) >= 65;
  return isScheme ? at + 1 : 0;
}`,
  isReferenceFrom: `
function isReferenceFrom(text, from) {
  const hasAuthority = text.charCodeAt(from) === 47 && text.charCodeAt(from + 1) === 47;
  let at = hasAuthority ? endOfAuthority(text, from + 2) : from;
  if (hasAuthority && at < text.length && !'/?#'.includes(text[at])) return false;
  at = endOfRun(text, at, 7);
  if (text.charCodeAt(at) === 63) at = endOfRun(text, at + 1, 15);
  if (text.charCodeAt(at) === 35) at = endOfRun(text, at + 1, 15);
  return at === text.length;
}`,
  endOfAuthority: `
/** Where \`user@host:port\` ends. */
function endOfAuthority(text, from) {
  const user = endOfRun(text, from, 1);
  const host = text.charCodeAt(user) === 64 ? user + 1 : from;
  const end = text.charCodeAt(host) === 91 ? endOfLiteral(text, host) : endOfRun(text, host, 0);
  return text.charCodeAt(end) === 58 ? skipDigits(text, end + 1) : end;
}`,
  endOfLiteral: `
/** Where an address in brackets ends; where it begins when it is none. */
function endOfLiteral(text, from) {
  const close = text.indexOf(']', from);
  return isIpv6Between(text, from + 1, close) || isFutureBetween(text, from + 1, close) ? close + 1 : from;
}`,
  isFutureBetween: `
/** An address of a version to come: \`v1.anything\`. */
function isFutureBetween(text, from, to) {
  let dot = from + 1;
  while (isHex(text.charCodeAt(dot))) dot += 1;
  const isVersion = (text.charCodeAt(from) | 32) === 118 && dot > from + 1 && text.charCodeAt(dot) === 46;
  const escape = text.indexOf('%', from);
  return isVersion && to > dot + 1 && endOfRun(text, dot + 1, 1) === to && (escape === -1 || escape > to);
}`,
  endOfRun: `
/** Where characters end that may stand anywhere in a URI, escaped ones, and those of \`more\`: 1 is \`:\`, 2 \`@\`, 4 \`/\`, 8 \`?\`. */
function endOfRun(text, from, more) {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isAlphanumeric(code) || isMark(code) || (bitOf(code) & more) > 0) continue;
    if (code !== 37 || !isEscape(text, at)) break;
    at += 2;
  }
  return at;
}`,
  bitOf: `
function bitOf(code) {
  if (code === 47) return 4;
  if (code === 58) return 1;
  return code === 64 ? 2 : code === 63 ? 8 : 0;
}`,
  isMark: `
/** One of \`-._~!$&'()*+,;=\`. */
function isMark(code) {
  const isInRow = code >= 38 && code <= 46;
  return isInRow || code === 61 || code === 95 || code === 33 || code === 36 || code === 59 || code === 126;
}`,
  fitsUriTemplate: `
export function fitsUriTemplate(text) {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 123) {
      at = endOfExpression(text, at + 1);
      if (text.charCodeAt(at) !== 125) return false;
    } else if (code === 37) {
      if (!isEscape(text, at)) return false;
      at += 2;
    } else if (!isAlphanumeric(code) && (code <= 32 || code === 96 || '"\\'<>\\\\^|}'.includes(text[at]))) return false;
  }
  return true;
}`,
  endOfExpression: `
/** Where the variables between braces end, which should be at the closing one. */
function endOfExpression(text, from) {
  let at = '+#./;?&=,!@|'.includes(text[from]) ? from : from - 1;
  do {
    const name = at + 1;
    const end = endOfVariable(text, name);
    if (end === name) return name - 1;
    at = endOfModifier(text, end);
  } while (text.charCodeAt(at) === 44);
  return at;
}`,
  endOfVariable: `
function endOfVariable(text, from) {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 37 && isEscape(text, at)) at += 2;
    else if (code !== 95 && !isAlphanumeric(code)) break;
  }
  return at;
}`,
  endOfModifier: `
/** Where \`*\` ends, or the length of a prefix: \`:1\` to \`:9999\`. */
function endOfModifier(text, from) {
  const code = text.charCodeAt(from);
  if (code === 42) return from + 1;
  const end = skipDigits(text, from + 1);
  return code === 58 && end > from + 1 && end < from + 6 && text.charCodeAt(from + 1) !== 48 ? end : from;
}`,
  fitsJsonPointer: `
export function fitsJsonPointer(text) {
  return isPointerFrom(text, 0);
}`,
  fitsRelativeJsonPointer: `
export function fitsRelativeJsonPointer(text) {
  const end = text.charCodeAt(0) === 48 ? 1 : skipDigits(text, 0);
  const isKey = text.charCodeAt(end) === 35 && end === text.length - 1;
  return end > 0 && (isKey || isPointerFrom(text, end));
}`,
  isPointerFrom: `
function isPointerFrom(text, from) {
  if (from < text.length && text.charCodeAt(from) !== 47) return false;
  for (let at = text.indexOf('~', from); at !== -1; at = text.indexOf('~', at + 1)) {
    const escaped = text.charCodeAt(at + 1);
    if (escaped !== 48 && escaped !== 49) return false;
  }
  return true;
}`,
} as const;
