import type { Baseline, Coverage } from './baseline.js';
import { updateBaseline, type Excuse } from './update-baseline.js';
import type { Language } from '../../messages/entry.js';
import { UsageError } from '../../messages/usage-error.js';
import { count } from '../formats/pretty.js';
import type { Tally } from '../tally.js';

/**
 * Writes all findings of a run into the baseline, and says so.
 *
 * @throws {UsageError} when there are more than the run has kept, or the update is refused.
 */
export function settleBaseline(
  baseline: Baseline,
  tally: Tally,
  how: { readonly coverage: Coverage; readonly excuse: Excuse; readonly language: Language },
): string {
  const { errors, warnings, shown } = tally.totals();
  if (errors + warnings > shown) throw new UsageError('baseline-too-many', { findings: errors + warnings });
  const { entries, added, removed } = updateBaseline(baseline, tally.kept(), how);
  tally.accept();
  const { shownAs } = baseline.place;
  return how.language === 'ko'
    ? `${shownAs}: 모두 ${entries}건(새로 추가 ${added}건, 삭제 ${removed}건)\n`
    : `${shownAs}: ${count(entries, 'finding')}, ${added} new, ${removed} gone\n`;
}
