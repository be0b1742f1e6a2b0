import type { Diagnostic } from '../../messages/diagnostic.js';
import { masked } from '../../secrets/mask.js';

/**
 * Those of a finding's values that tell it from others at the same place: a missing property, an invariant, a place
 * without translation. The others, such as what is allowed there, come and go.
 */
const SUBJECTS = ['property', 'properties', 'id', 'place'];

/** Gives the SHA-256 of a text in hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** Length in hexadecimal digits: 64 bits, so that a million findings are told apart. */
const LENGTH = 16;

/**
 * Tells a finding apart from others over the life of a file: by its code, its file, its place and what it is about, but
 * not by lines or by positions in arrays, which change whenever something is written above. Findings that differ in
 * nothing else have the same fingerprint, and are told apart by how many there are.
 */
export function fingerprintOf(
  { code, at, values = {} }: Pick<Diagnostic, 'code' | 'at' | 'values'>,
  sha256: Sha256,
): string {
  const subject = SUBJECTS.map((name) => listOf(values[name]).map(String).join(', '));
  // A hash of something guessable gives it away: what is secret stays out of it too.
  const parts = [code, at.file, stablePointer(at.pointer), ...subject].map((part) => masked(part));
  return sha256(JSON.stringify(parts)).slice(0, LENGTH);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value ?? ''];
}

/** A pointer with a star for every position in an array: `/response/list/3` gives `/response/list/*`. */
export function stablePointer(pointer: string): string {
  // HTTP statuses are names that look like numbers.
  return pointer.replace(/(?<!\/responses)\/\d+(?=\/|$)/g, '/*');
}
