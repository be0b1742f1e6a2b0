import { editDistance } from '../../messages/did-you-mean.js';

// By how many edits every other name that is near must be further away.
const MARGIN = 2;

/** Tells whether a misspelt name is near one that is known, and clearly nearer to it than to any other. */
export function isOnlyNear(written: string, suggestion: string, known: readonly string[]): boolean {
  const distanceTo = (name: string): number => editDistance(written.toLowerCase(), name.toLowerCase());
  const limit = Math.max(1, Math.floor(0.4 * written.length));
  const distance = distanceTo(suggestion);
  const rivals = known.filter((name) => name !== suggestion);
  return distance <= limit && rivals.every((name) => distanceTo(name) > Math.min(limit, distance + MARGIN - 1));
}
