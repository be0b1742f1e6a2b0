import { isHex } from './characters.js';

/** `123e4567-e89b-12d3-a456-426614174000`: RFC 9562; `urn:uuid:` may stand in front. */
export function fitsUuid(text: string): boolean {
  const from = text.length - 36;
  if (from !== 0 && (from !== 9 || text.slice(0, 9).toLowerCase() !== 'urn:uuid:')) return false;
  for (let at = 0; at < 36; at += 1) {
    const code = text.charCodeAt(from + at);
    const isHyphen = at === 8 || at === 13 || at === 18 || at === 23;
    if (isHyphen ? code !== 45 : !isHex(code)) return false;
  }
  return true;
}
