import { readFileSync } from 'node:fs';

import { finding } from '../../catalogue/finding.js';
import { reasonOf } from '../../reason-of.js';
import type { ReadDocument } from '../document.js';
import { formatOf, readBytes, type Format } from './read-text.js';

/**
 * Reads all documents of a file at once, each with its own reason where there is none. A file whose ending says nothing
 * is JSON.
 */
export function readFile(file: string, shownAs: string, format: Format = formatOf(shownAs) ?? 'json'): ReadDocument[] {
  try {
    return readBytes(readFileSync(file), { file: shownAs, firstLine: 1 }, format);
  } catch (cause) {
    return [unreadable(shownAs, cause)];
  }
}

/** Says that a file cannot be read. The command goes on with the others, and ends with 2. */
export function unreadable(shownAs: string, cause: unknown): ReadDocument & { readonly ok: false } {
  const at = { file: shownAs, pointer: '', line: 1, column: 1 };
  return { ok: false, diagnostic: finding('fixture/unreadable', at, { reason: reasonOf(cause) }) };
}
