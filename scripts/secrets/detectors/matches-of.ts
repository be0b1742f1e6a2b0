import type { Match, SecretKind } from './span.js';

/**
 * All matches of a pattern with the flag `g`, in order. What `matchAll` gives, several times quicker for the short texts
 * that detectors are mostly asked about.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  // Set before every use: a search that an error ended leaves its place behind.
  pattern.lastIndex = 0;
  const first = pattern.exec(text);
  if (first === null) return NONE;
  const found = [first];
  for (let next = pattern.exec(text); next !== null; next = pattern.exec(text)) found.push(next);
  return found;
}

/** What a detector says of a match of its pattern. */
export function matchOf({ 0: shown, index }: RegExpExecArray, kind: SecretKind, isReal: boolean): Match {
  return { offset: index, length: shown.length, kind, isReal };
}

const NONE: readonly RegExpExecArray[] = [];
