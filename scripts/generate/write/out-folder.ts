import { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

import type { UnfitFolder } from '../../messages/usage/generate.js';
import { UsageError } from '../../messages/usage-error.js';

/**
 * Refuses folders that must not be filled with generated files: the root, the home folder, a project's root, and the one
 * that holds the spec. Links are followed first, so that what is checked is what would be written to.
 *
 * @throws {UsageError} naming the folder, and what to give instead.
 */
export function checkOutFolder(folder: string, specFile: string): void {
  const real = existing(folder);
  if (real === undefined) return;
  if (!statSync(real).isDirectory()) throw new UsageError('out-is-file', { folder });
  const problem = unfitReason(real, specFile);
  if (problem !== undefined)
    throw new UsageError('out-unfit', { folder, is: problem, better: path.join(folder, 'generated') });
}

function existing(folder: string): string | undefined {
  return existsSync(folder) ? realpathSync(folder) : undefined;
}

function unfitReason(folder: string, specFile: string): UnfitFolder | undefined {
  if (folder === path.parse(folder).root) return 'root';
  if (folder === existing(homedir())) return 'home';
  if (['.git', 'node_modules'].some((name) => existsSync(path.join(folder, name)))) return 'project';
  return folder === existing(path.dirname(specFile)) ? 'spec' : undefined;
}
