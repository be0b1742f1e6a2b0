import { matchesOf, matchOf } from './matches-of.js';
import type { Match } from './span.js';
import { looksRandom } from './randomness.js';

// CI: 64 bytes, DI: 46 or so, both in Base64. Hashes by SHA-512 have 64 bytes too.
const SHAPE = /(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/]{86}|[A-Za-z0-9+/]{62})==(?![A-Za-z0-9+/=])/g;

// What the text says before a hash: `sha512-…`, `signature=…`, `"digest": "…"`.
const HASH =
  /(?:sha-?512|sha-?384|hash|digest|sign|signature|hmac|mac|checksum|integrity|etag|fingerprint)\\*["']?\s{0,4}[-:=]\s{0,4}\\*["']?$/i;

const LONGEST_NAME = 40;

/** The keys that identify one person: CI everywhere, DI at one site. */
export function findIdentityKeys(text: string): Match[] {
  if (!text.includes('==')) return [];
  return matchesOf(SHAPE, text).map((found) => {
    const before = text.slice(Math.max(0, found.index - LONGEST_NAME), found.index);
    return matchOf(found, 'identity-key', looksRandom(found[0]) && !HASH.test(before));
  });
}
