import { makeFake } from './fakes.js';
import type { SecretKind } from '../secrets/detectors/span.js';

const MOST_TRIES = 1_000;

/** Gives made-up values for real ones: always the same one for the same value, different ones for different values. */
export type Pseudonymizer = (kind: SecretKind, original: string) => string;

/**
 * Creates a pseudonymizer. Values are numbered in the order they come: a made-up value that was computed from the original,
 * by a hash for instance, would give it away, since all card numbers of a bank can be tried in minutes. So nothing
 * is kept: a value that comes back in a later run gets a new number. `isTaken` tells what the files contain already,
 * so that nothing new becomes the same as something old.
 */
export function createPseudonymizer(isTaken: (fake: string) => boolean): Pseudonymizer {
  const numbers = new Map<string, number>();
  const last = new Map<SecretKind, number>();
  return (kind, original) => {
    const key = `${kind} ${identityOf(kind, original)}`;
    const known = numbers.get(key);
    if (known !== undefined) return makeFake(kind, original, known);
    let number = (last.get(kind) ?? 0) + 1;
    // A kind with few made-up values, or a single one, repeats them in the end.
    for (let tries = 0; tries < MOST_TRIES && isTaken(makeFake(kind, original, number)); tries += 1) number += 1;
    last.set(kind, number);
    numbers.set(key, number);
    return makeFake(kind, original, number);
  };
}

/** What two spellings of the same value share. */
function identityOf(kind: SecretKind, original: string): string {
  if (kind === 'card-number' || kind === 'resident-number') return original.replace(/\D/g, '');
  if (kind === 'phone') return original.replace(/\D/g, '').replace(/^82/, '0').replace(/^00/, '0');
  if (kind === 'email') return original.toLowerCase().replace('%40', '@');
  return original;
}
