import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { compareText } from '../diagnostics.js';
import { reasonOf } from '../reason-of.js';
import { UsageError } from '../usage-error.js';

/**
 * Lists the JSON files that the arguments name; a folder stands for all `.json` files below it. Sorted, each once.
 *
 * @throws {UsageError} when an argument does not exist, cannot be read, or is a folder without JSON files.
 */
export function findFiles(paths: readonly string[], cwd: string): string[] {
  const found = paths.flatMap((given) => filesOf(path.resolve(cwd, given), given));
  return [...new Set(found)].sort(compareText);
}

function filesOf(target: string, given: string): string[] {
  try {
    if (!statSync(target).isDirectory()) return [target];
    const entries = readdirSync(target, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => path.join(entry.parentPath, entry.name));
    if (files.length > 0) return files;
  } catch (cause) {
    throw new UsageError(`cannot read ${given} (${reasonOf(cause)})`, { cause });
  }
  throw new UsageError(`no .json files in ${given}`);
}
