import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * Finds the folder a spec may read from: the nearest one above it with a package.json or a .git, else its own. A spec may
 * come from anywhere; it must not bring files of this machine into its output.
 */
export function projectRoot(specFile: string): string {
  const own = path.dirname(specFile);
  for (let folder = own; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (['package.json', '.git'].some((name) => existsSync(path.join(folder, name)))) return folder;
  }
  return own;
}

/** Tells whether a file lies in a folder, links followed. */
export function isInside(file: string, root: string): boolean {
  const relative = path.relative(realpathSync(root), existsSync(file) ? realpathSync(file) : path.resolve(file));
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

/** Tells whether a source lies on another host. */
export function isRemote(source: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(source);
}
