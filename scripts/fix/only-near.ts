import { didYouMean } from '../did-you-mean.js';

/** Tells whether a name can be meant by a misspelt one, and no other of those known. */
export function isOnlyNear(written: string, suggestion: string, known: readonly string[]): boolean {
  const others = known.filter((name) => name !== suggestion);
  return didYouMean(written, [suggestion]) !== undefined && didYouMean(written, others) === undefined;
}
