import { didYouMean } from '../messages/did-you-mean.js';
import type { Issue } from '../evaluate/issue.js';
import { groupBy } from '../json/group-by.js';
import { childPointer, lastKeyOf, parentOf } from '../json/pointer.js';

/**
 * A required property that is missing, and an unknown one of nearly the same name beside it, are one mistake: the name.
 * The value under the wrong name is reported once, at the key.
 */
export function mergeMisspeltKeys(issues: readonly Issue[]): Issue[] {
  const settled = new Set<Issue>();
  const misspelt: Issue[] = [];
  const unknowns = groupBy(issues.filter(isUnknown), ({ pointer }) => parentOf(pointer));
  for (const issue of issues) {
    const unknown = issue.missing && unknownBeside(issue, unknowns, settled);
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
  /** The missing property that is meant. */
  readonly meant: string;
}

type ByParent = ReadonlyMap<string, readonly Issue[]>;

function isUnknown({ code }: Issue): boolean {
  return code === 'fixture/additional-properties' || code === 'fixture/unknown-property';
}

function unknownBeside(
  { pointer, missing = [] }: Issue,
  unknowns: ByParent,
  settled: ReadonlySet<Issue>,
): Unknown | undefined {
  for (const issue of unknowns.get(pointer) ?? []) {
    if (settled.has(issue)) continue;
    const key = lastKeyOf(issue.pointer);
    const meant = didYouMean(key, missing);
    if (meant !== undefined && childPointer(pointer, key) === issue.pointer) return { issue, key, meant };
  }
  return undefined;
}
