import { existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

import { foldersUp, pathWithin, repositoryAround } from './repository-root.js';

/** Where a spec is read from. */
export interface SpecSurroundings {
  /** A folder that the caller allows. It counts if it contains the spec. */
  readonly root?: string | undefined;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Finds the folder that a spec may read from: its Git repository or the workspace of the CI service; without one, as in a
 * container image, the working directory if it contains the spec, else the nearest folder with a package.json, else the folder
 * of the spec. A spec from elsewhere must not copy files of this machine into the output.
 */
export function projectRoot(
  specFile: string,
  { root, cwd = process.cwd(), env = process.env }: SpecSurroundings = {},
): string {
  if (root !== undefined && isInside(specFile, root)) return root;
  const own = path.dirname(specFile);
  const around = repositoryAround(own, env);
  if (around !== undefined && (existsSync(path.join(around, '.git')) || !isTooWide(around))) return around;
  if (!isTooWide(cwd) && isInside(specFile, cwd)) return cwd;
  const parents = foldersUp(own).slice(0, -1);
  return parents.find((folder) => existsSync(path.join(folder, 'package.json'))) ?? own;
}

function isTooWide(folder: string): boolean {
  return [path.parse(folder).root, homedir(), tmpdir()].includes(folder);
}

/** Whether a file is inside a folder. Links are followed. */
export function isInside(file: string, root: string): boolean {
  return (pathWithin(root, file) ?? '') !== '';
}

/** Whether a reference is a URL. */
export function isRemote(source: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(source);
}
