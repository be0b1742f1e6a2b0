import type { Invocation } from '../commands/command.js';
import { readLanguage } from '../messages/language.js';
import { usageErrorLine } from '../report/usage-error-line.js';
import { UsageError } from '../messages/usage-error.js';
import { repeatOnChange } from './repeat-on-change.js';
import { tellChanges } from './watch-words.js';

/**
 * Checks a document, then again whenever one of its files changes. `check` gives the absolute paths of the files it has
 * read. A document that cannot be read is told, and waited for. Gives the exit code.
 */
export function watchDocument(
  file: string,
  invocation: Invocation,
  check: () => Promise<readonly string[]>,
): Promise<number> {
  let files: readonly string[] = [file];
  return repeatOnChange(files, async (changed) => {
    tellChanges(changed, invocation);
    try {
      files = await check();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      invocation.tell(await usageErrorLine(error, readLanguage(invocation)));
    }
    return files;
  });
}
