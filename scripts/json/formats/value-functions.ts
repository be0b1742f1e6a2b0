/** Checks of encoded values and numbers: RFC 9562, RFC 4648 section 4, and the integers of OpenAPI. */
export const VALUE_FUNCTIONS = {
  fitsUuid: `
export function fitsUuid(text) {
  const from = text.length - 36;
  if (from !== 0 && (from !== 9 || text.slice(0, 9).toLowerCase() !== 'urn:uuid:')) return false;
  for (let at = 0; at < 36; at += 1) {
    const code = text.charCodeAt(from + at);
    const isHyphen = at === 8 || at === 13 || at === 18 || at === 23;
    if (isHyphen ? code !== 45 : !isHex(code)) return false;
  }
  return true;
}`,
  fitsByte: `
export function fitsByte(text) {
  const { length } = text;
  if (length % 4 !== 0) return false;
  const padding = text.charCodeAt(length - 1) !== 61 ? 0 : text.charCodeAt(length - 2) !== 61 ? 1 : 2;
  for (let at = 0; at < length - padding; at += 1) {
    const code = text.charCodeAt(at);
    if (!isAlphanumeric(code) && code !== 43 && code !== 47) return false;
  }
  return true;
}`,
  fitsInt32: `
export function fitsInt32(number) {
  return Number.isInteger(number) && number >= -2147483648 && number <= 2147483647;
}`,
  fitsInt64: `
/** The largest is read as 2^63: numbers of JSON have 53 bits here. */
export function fitsInt64(number) {
  return Number.isInteger(number) && number >= -9223372036854775808 && number <= 9223372036854775808;
}`,
} as const;
