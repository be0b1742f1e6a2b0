import { readFileSync } from 'node:fs';

import { UsageError } from '../messages/usage-error.js';
import { reasonOf } from './reason-of.js';

/**
 * Reads a file that the user has named, as UTF-8.
 *
 * @throws {UsageError} that names it as the user did, and says why it cannot be read.
 */
export function readNamed(file: string, shownAs: string): string {
  return naming(shownAs, () => readFileSync(file, 'utf8'));
}

/** The same as bytes. */
export function readNamedBytes(file: string, shownAs: string): Buffer {
  return naming(shownAs, () => readFileSync(file));
}

function naming<Content>(shownAs: string, read: () => Content): Content {
  try {
    return read();
  } catch (cause) {
    throw new UsageError('file-unreadable', { file: shownAs, reason: reasonOf(cause) }, { cause });
  }
}
