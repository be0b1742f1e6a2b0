import type { Reported } from '../report.js';

/** The findings of each file, in the order given. */
export function groupByFile(findings: readonly Reported[]): [file: string, findings: Reported[]][] {
  const groups = new Map<string, Reported[]>();
  for (const finding of findings) {
    const group = groups.get(finding.at.file);
    if (group === undefined) groups.set(finding.at.file, [finding]);
    else group.push(finding);
  }
  return [...groups];
}
