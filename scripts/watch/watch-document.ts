import { UsageError } from '../messages/usage-error.js';
import { usageErrorLine } from '../report/usage-error-line.js';
import { repeatOnChange } from './repeat-on-change.js';
import { printChanges, type WatchOutput } from './print-changes.js';

/**
 * Checks documents, then again whenever one of their files changes. `check` gives the absolute paths of the files it has
 * read. A document that cannot be read is reported, and watched until it can. Gives the exit code.
 */
export function watchDocument(
  documents: readonly string[],
  output: WatchOutput,
  check: () => Promise<readonly string[]>,
): Promise<number> {
  let files = documents;
  return repeatOnChange(files, async (changed) => {
    printChanges(changed, output);
    try {
      files = await check();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      output.stderr(await usageErrorLine(error, output.language));
    }
    return files;
  });
}
