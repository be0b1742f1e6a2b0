import type { Language } from '../messages/entry.js';
import { NOTHING_WORDS, REWRITE_WORDS } from '../messages/output/fix.js';
import { writeRewrite, type Rewrite } from './rewrite.js';
import { unifiedDiff } from './unified-diff.js';

/** What `--redact` or `--fix` is to do. */
export interface RewriteMode {
  readonly kind: 'redact' | 'fix';
  /** Whether files are written; otherwise the changes are shown. */
  readonly isWritten: boolean;
  readonly language: Language;
  readonly print: (text: string) => void;
}

/**
 * Writes the files, or shows what would be written as a masked diff; then says how much it was.
 *
 * @throws {UsageError} when a file has changed since it was read, or cannot be written.
 */
export function printRewrites(rewrites: readonly Rewrite[], { kind, isWritten, language, print }: RewriteMode): void {
  const edits = rewrites.reduce((sum, rewrite) => sum + rewrite.edits.length, 0);
  if (isWritten) rewrites.forEach(writeRewrite);
  // Only what `--redact` puts in is made up, and may be shown.
  else for (const rewrite of rewrites) print(unifiedDiff(rewrite, { isMadeUp: kind === 'redact' }));
  if (edits > 0) print(`${REWRITE_WORDS[kind]({ edits, files: rewrites.length, isWritten })[language]}\n`);
  else if (!isWritten) print(`${NOTHING_WORDS[kind][language]}\n`);
}
