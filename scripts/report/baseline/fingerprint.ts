import type { Diagnostic } from '../../messages/diagnostic.js';
import { maskText } from '../../secrets/mask.js';

/**
 * The values that distinguish a finding from others at the same place: a missing property, an invariant, a place
 * without translation. Other values, such as the allowed ones, can change.
 */
const SUBJECTS = ['property', 'properties', 'id', 'place'];

/** Gives the SHA-256 of a text in hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** Length in hexadecimal digits: 64 bits, enough to distinguish a million findings. */
const LENGTH = 16;

/**
 * Identifies a finding while its file changes: by its code, file, place and values, but not by lines or positions in
 * arrays, which change with every edit above. Findings that differ only in those share a fingerprint, and are counted.
 */
export function fingerprintOf(
  { code, at, values = {} }: Pick<Diagnostic, 'code' | 'at' | 'values'>,
  sha256: Sha256,
): string {
  const subject = SUBJECTS.map((name) => listOf(values[name]).map(String).join(', '));
  // The hash of a guessable value reveals it, so secrets are left out.
  const parts = [code, at.file, stablePointer(at.pointer), ...subject].map((part) => maskText(part));
  return sha256(JSON.stringify(parts)).slice(0, LENGTH);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value ?? ''];
}

/** A pointer with a star for each array index: `/response/list/3` gives `/response/list/*`. */
export function stablePointer(pointer: string): string {
  // HTTP statuses are keys that look like numbers.
  return pointer.replace(/(?<!\/responses)\/\d+(?=\/|$)/g, '/*');
}
