import { existsSync, realpathSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

import { foldersUp, foldersUpToRepository } from './repository-root.js';

/**
 * Finds the folder that a spec may read from: its Git repository; without one, as in a container image, the working directory
 * if it contains the spec, else the nearest folder with a package.json, else the folder of the spec. A spec from elsewhere
 * must not copy files of this machine into the output.
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

/** Whether a file is inside a folder. Links are followed. */
export function isInside(file: string, root: string): boolean {
  const relative = path.relative(realpathSync(root), existsSync(file) ? realpathSync(file) : path.resolve(file));
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

/** Whether a reference is a URL. */
export function isRemote(source: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(source);
}
