import { matchesOf } from './matches-of.js';
import type { Match } from './span.js';
import { looksRandom } from './randomness.js';

// CI: 64 bytes, DI: 48 or so, both in base64. Nothing else in payments has these lengths and this padding.
const SHAPE = /(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/]{86}|[A-Za-z0-9+/]{62})==(?![A-Za-z0-9+/=])/g;

/** The keys that stand for one person: CI everywhere, DI at one site. */
export function findIdentityKeys(text: string): Match[] {
  if (!text.includes('==')) return [];
  return matchesOf(SHAPE, text).map(({ 0: shown, index }) => ({
    offset: index,
    length: shown.length,
    kind: 'identity-key',
    isReal: looksRandom(shown),
  }));
}
