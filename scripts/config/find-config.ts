import { existsSync } from 'node:fs';
import path from 'node:path';

import { foldersUpToRepository } from '../files/repository-root.js';
import { UsageError } from '../messages/usage-error.js';

const NAMES = ['json', 'yaml', 'ts'].map((ending) => `iamport-kit.config.${ending}`);

/**
 * Finds the config of a folder: its own, else that of the nearest folder above, up to the root of the
 * repository. Outside a repository only the folder itself counts: a config may be a program, and those of
 * unrelated folders cannot be trusted.
 *
 * @throws {UsageError} when a folder has several.
 */
export function findConfig(cwd: string): string | undefined {
  for (const folder of foldersUpToRepository(cwd)) {
    const found = NAMES.filter((name) => existsSync(path.join(folder, name)));
    if (found.length > 1) throw new UsageError('several-configs', { folder, files: found });
    if (found[0] !== undefined) return path.join(folder, found[0]);
  }
  return undefined;
}
