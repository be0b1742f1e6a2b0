import { didYouMean } from '../messages/did-you-mean.js';
import type { Issue } from '../evaluate/issue.js';
import { childPointer, lastKeyOf, parentOf } from '../json/pointer.js';

/**
 * A required property that is missing, and an unknown one of nearly the same name beside it, are one mistake: the name.
 * What stands under the wrong name is reported once, at the key.
 */
export function mergeMisspeltKeys(issues: readonly Issue[]): Issue[] {
  const settled = new Set<Issue>();
  const misspelt: Issue[] = [];
  for (const issue of issues) {
    const unknown = issue.missing && unknownBeside(issue, issues, settled);
    if (unknown === undefined) continue;
    settled.add(issue).add(unknown.issue);
    const values = { property: unknown.key, suggestion: unknown.meant };
    misspelt.push({ ...unknown.issue, code: 'fixture/misspelt-key', values });
  }
  return [...issues.filter((issue) => !settled.has(issue)), ...misspelt];
}

interface Unknown {
  readonly issue: Issue;
  readonly key: string;
  /** The missing property it stands for. */
  readonly meant: string;
}

function unknownBeside(
  { pointer, missing = [] }: Issue,
  issues: readonly Issue[],
  settled: ReadonlySet<Issue>,
): Unknown | undefined {
  for (const issue of issues) {
    const isUnknown = issue.code === 'fixture/additional-properties' || issue.code === 'fixture/unknown-property';
    if (!isUnknown || settled.has(issue) || parentOf(issue.pointer) !== pointer) continue;
    const key = lastKeyOf(issue.pointer);
    const meant = didYouMean(key, missing);
    if (meant !== undefined && childPointer(pointer, key) === issue.pointer) return { issue, key, meant };
  }
  return undefined;
}
