import { UsageError } from '../messages/usage-error.js';
import { usageErrorLine } from '../report/usage-error-line.js';
import { repeatOnChange } from './repeat-on-change.js';
import { printChanges, type WatchOutput } from './print-changes.js';

/**
 * Checks a document, then again whenever one of its files changes. `check` gives the absolute paths of the files it has
 * read. A document that cannot be read is reported, and watched until it can. Gives the exit code.
 */
export function watchDocument(
  file: string,
  output: WatchOutput,
  check: () => Promise<readonly string[]>,
): Promise<number> {
  let files: readonly string[] = [file];
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
