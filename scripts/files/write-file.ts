import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { reasonOf } from './reason-of.js';
import { UsageError } from '../messages/usage-error.js';

/** A file, and how messages name it. */
export interface NamedPlace {
  readonly file: string;
  readonly shownAs: string;
}

/**
 * Writes a file in one step, folders included: whoever reads it sees the old text or the new one, never a part.
 *
 * @throws {UsageError} when it cannot be written. What stood there stays.
 */
export function replaceFile({ file, shownAs }: NamedPlace, text: string, mode = 0o666): void {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(draft, text, { mode, flag: 'wx' });
    renameSync(draft, file);
  } catch (cause) {
    discard(draft);
    throw new UsageError('file-unwritable', { file: shownAs, reason: reasonOf(cause) }, { cause });
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // It was never written; why not is what the caller tells.
  }
}
