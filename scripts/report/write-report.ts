import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { reasonOf } from '../reason-of.js';
import { UsageError } from '../usage-error.js';

/**
 * Writes a file in one step, folders included: whoever reads it sees the old text or the new one, never a part.
 *
 * @throws {UsageError} when it cannot be written. What stood there stays.
 */
export function writeReport(file: string, shownAs: string, text: string): void {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (cause) {
    discard(draft);
    throw new UsageError(`cannot write ${shownAs} (${reasonOf(cause)})`, { cause });
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // It was never written; why not is what the caller tells.
  }
}
