import type { Diagnostic } from '../messages/diagnostic.js';
import type { CheckAgain } from './keep-valid.js';
import type { Rewriter } from './rewriter.js';

// Two are enough for what people write: a misspelt name hides the type of its value.
const MOST_ROUNDS = 10;

/**
 * Changes the files that were checked, and checks and changes those again that were corrected, until nothing is left to
 * correct. Gives the findings that are left.
 */
export async function rewriteUntilSettled(rewriter: Rewriter, check: CheckAgain): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (let round = 1; ; round += 1) {
    const { left, corrected } = await rewriter.finish(check);
    found.push(...left);
    if (corrected.length === 0) return found;
    const isLast = round === MOST_ROUNDS;
    await check(corrected, (checked) => {
      if (isLast) found.push(...checked.found);
      else rewriter.add(checked);
    });
    if (isLast) return found;
  }
}
