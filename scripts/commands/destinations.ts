import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';

import type { Invocation } from './command.js';
import { UsageError } from '../messages/usage-error.js';
import type { Destinations, FileDestination } from '../report/publish.js';
import { formatName } from '../report/formats/formats.js';

/**
 * Reads `--format` and `--output`.
 *
 * @throws {UsageError} if a format is unknown, or two reports have the same destination.
 */
export function readDestinations({ texts, cwd }: Pick<Invocation, 'texts' | 'cwd'>): Destinations {
  const printed = [...new Set(texts('format').map(formatName))];
  if (printed.length > 1) throw new UsageError('two-formats', { formats: printed });
  const files = texts('output').map((given) => fileDestination(given, cwd));
  const identities = files.map(({ file }) => identityOf(file) ?? file);
  const twice = files.find((_, index) => identities.indexOf(identities[index] ?? '') < index);
  if (twice !== undefined) throw new UsageError('same-output', { file: twice.shownAs });
  return { stdout: printed[0] ?? 'pretty', files };
}

function fileDestination(given: string, cwd: string): FileDestination {
  const separator = given.indexOf('=');
  const shownAs = given.slice(separator + 1);
  if (separator === -1 || shownAs === '') throw new UsageError('flag-value', { flag: 'output', given });
  return { format: formatName(given.slice(0, separator)), file: path.resolve(cwd, shownAs), shownAs };
}

/**
 * Rejects reports that would overwrite a file that the run uses, under any of its names. `used` are paths from `cwd`.
 *
 * @throws {UsageError} for the first of them.
 */
export function refuseInputs({ files }: Destinations, used: readonly string[], cwd: string): void {
  const outputs = new Map(files.map(({ file, shownAs }) => [identityOf(file), shownAs]));
  outputs.delete(undefined);
  if (outputs.size === 0) return;
  const shownAs = used
    .map((file) => outputs.get(identityOf(path.resolve(cwd, file))))
    .find((found) => found !== undefined);
  if (shownAs !== undefined) throw new UsageError('output-is-input', { file: shownAs });
}

/**
 * Identifies a regular file, following links, or a file that does not exist yet; undefined for all others:
 * a pipe or a device can be read and written at once.
 */
function identityOf(file: string): string | undefined {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return path.join(realpathSync(path.dirname(file)), path.basename(file));
    return found.isFile() ? `${found.dev}:${found.ino}` : undefined;
  } catch {
    // In a folder that does not exist yet or cannot be accessed: writing it reports why.
    return file;
  }
}
