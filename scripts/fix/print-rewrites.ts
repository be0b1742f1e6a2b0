import type { Invocation } from '../commands/command.js';
import { writeRewrite, type Rewrite } from './rewrite.js';
import type { RewriteWords } from './rewrite-words.js';
import { unifiedDiff } from './unified-diff.js';

/** How a rewrite is told and whether it is made. */
export interface Rewriting {
  readonly isWritten: boolean;
  /** Whether what is put in is made up, and may be shown. */
  readonly isMadeUp: boolean;
  readonly words: RewriteWords;
}

/**
 * Writes the files, or shows what would be written as a masked diff; then says how much it was.
 *
 * @throws {UsageError} when a file has changed since it was read, or cannot be written.
 */
export function printRewrites(
  rewrites: readonly Rewrite[],
  { isWritten, isMadeUp, words }: Rewriting,
  print: Invocation['stdout'],
): void {
  const edits = rewrites.reduce((sum, rewrite) => sum + rewrite.edits.length, 0);
  const amount = { edits, files: rewrites.length };
  if (isWritten) {
    rewrites.forEach(writeRewrite);
    if (edits > 0) print(`${words.done(amount)}\n`);
    return;
  }
  for (const rewrite of rewrites) print(unifiedDiff(rewrite, { isMadeUp }));
  print(`${edits > 0 ? words.wouldBe(amount) : words.nothing}\n`);
}
