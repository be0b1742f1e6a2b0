import { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

import { UsageError } from '../../messages/usage-error.js';

/**
 * Refuses folders that nobody means to fill with generated files: the root, the home folder, a project's root, and the one
 * that holds the spec. Links are followed first, so that what is checked is what would be written to.
 *
 * @throws {UsageError} naming the folder, and what to give instead.
 */
export function checkOutFolder(folder: string, specFile: string): void {
  const real = existing(folder);
  if (real === undefined) return;
  if (!statSync(real).isDirectory()) throw new UsageError(`${folder} is a file; --out names a folder`);
  const fault = faultOf(real, specFile);
  if (fault !== undefined)
    throw new UsageError(
      `${folder} is ${fault}; give --out a folder of its own, such as ${path.join(folder, 'generated')}`,
    );
}

function existing(folder: string): string | undefined {
  return existsSync(folder) ? realpathSync(folder) : undefined;
}

function faultOf(folder: string, specFile: string): string | undefined {
  if (folder === path.parse(folder).root) return 'the root of this machine';
  if (folder === existing(homedir())) return 'your home folder';
  if (['.git', 'node_modules'].some((name) => existsSync(path.join(folder, name)))) return 'the root of a project';
  return folder === existing(path.dirname(specFile)) ? 'the folder of the spec' : undefined;
}
