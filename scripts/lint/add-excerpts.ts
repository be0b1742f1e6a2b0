import path from 'node:path';

import { readQuietly } from '../files/read-quietly.js';
import { sortDiagnostics, type Diagnostic } from '../messages/diagnostic.js';
import { excerptsOf, type Excerpter } from '../report/excerpt.js';
import { createExcerptBudget } from '../report/finding-groups.js';

/**
 * Adds the lines around the first places of each problem. Files that cannot be read, such as remote ones, get none. `texts`
 * holds files that are not on the disk, by absolute path.
 */
export function addExcerpts(
  diagnostics: readonly Diagnostic[],
  cwd: string,
  texts: ReadonlyMap<string, string> = new Map(),
): Diagnostic[] {
  const excerpters = new Map<string, Excerpter>();
  const isShown = createExcerptBudget();
  return sortDiagnostics(diagnostics).map((diagnostic) => {
    if (!isShown(diagnostic)) return diagnostic;
    const { file } = diagnostic.at;
    const place = path.resolve(cwd, file);
    const excerpter =
      excerpters.get(file) ??
      excerptsOf({ text: texts.get(place) ?? readQuietly(place) ?? '', firstLine: 1 }, () => []);
    excerpters.set(file, excerpter);
    const excerpt = excerpter(diagnostic.at);
    return excerpt === undefined ? diagnostic : { ...diagnostic, excerpt };
  });
}
