import { existsSync, realpathSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

import { foldersUp, foldersUpToRepository } from './repository-root.js';

/**
 * Finds the folder a spec may read from: that of its Git repository; where there is none, such as in an image that was
 * copied together, the working directory if the spec lies in it, else the nearest folder with a package.json, else its own.
 * A spec may come from anywhere; it must not bring files of this machine into its output.
 */
export function projectRoot(specFile: string, cwd = process.cwd()): string {
  const own = path.dirname(specFile);
  const repository = foldersUpToRepository(own).at(-1) ?? own;
  if (existsSync(path.join(repository, '.git'))) return repository;
  const isTooWide = [path.parse(cwd).root, homedir(), tmpdir()].includes(cwd);
  if (!isTooWide && isInside(specFile, cwd)) return cwd;
  const parents = foldersUp(own).slice(0, -1);
  return parents.find((folder) => existsSync(path.join(folder, 'package.json'))) ?? own;
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
