import type { Invocation } from '../command.js';
import { count } from '../report/pretty.js';
import { writeRewrite, type Rewrite } from './rewrite.js';
import { unifiedDiff } from './unified-diff.js';

/** How a rewrite is told and whether it is made. */
export interface Rewriting {
  readonly isWritten: boolean;
  /** Whether what is put in is made up, and may be shown. */
  readonly isMadeUp: boolean;
  /** What is changed: `value`, `problem`. */
  readonly noun: string;
  /** What was done to it: `replaced`, `fixed`. */
  readonly verb: string;
  /** How to have it made, for when it is not. */
  readonly how: string;
}

/**
 * Writes the files, or shows what would be written as a masked diff; then says how much it was.
 *
 * @throws {UsageError} when a file has changed since it was read, or cannot be written.
 */
export function printRewrites(
  rewrites: readonly Rewrite[],
  { isWritten, isMadeUp, noun, verb, how }: Rewriting,
  print: Invocation['print'],
): void {
  const edits = rewrites.reduce((sum, rewrite) => sum + rewrite.edits.length, 0);
  const amount = `${count(edits, noun)} in ${count(rewrites.length, 'file')}`;
  if (isWritten) {
    rewrites.forEach(writeRewrite);
    if (edits > 0) print(`${amount} ${verb}\n`);
    return;
  }
  for (const rewrite of rewrites) print(unifiedDiff(rewrite, { isMadeUp }));
  print(edits > 0 ? `${amount} would be ${verb}; ${how}\n` : `nothing would be ${verb}\n`);
}
