import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

import { displayPath } from './display-path.js';

/** Variables in which CI services give the folder of the repository: GitHub, GitLab, Azure, Jenkins, Bitbucket. */
const WORKSPACES = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'BUILD_SOURCESDIRECTORY', 'WORKSPACE', 'BITBUCKET_CLONE_DIR'];

/** A folder and all above it, the root of the file system last. */
export function foldersUp(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersUp(parent)];
}

/** The folders from one upwards to the root of its Git repository; only the folder itself outside of one. */
export function foldersUpToRepository(start: string): string[] {
  const folders = foldersUp(start);
  const root = folders.findIndex((folder) => existsSync(path.join(folder, '.git')));
  return root === -1 ? [start] : folders.slice(0, root + 1);
}

/**
 * The folder that the paths of machine formats are relative to: that of the Git repository around `cwd`, else the workspace
 * that the CI service names, else `cwd`.
 */
export function repositoryRoot(cwd: string, env: Readonly<Record<string, string | undefined>>): string {
  if (foldersUpToRepository(cwd).some((folder) => existsSync(path.join(folder, '.git'))))
    return foldersUpToRepository(cwd).at(-1) ?? cwd;
  const workspaces = WORKSPACES.flatMap((name) => (env[name] === undefined || env[name] === '' ? [] : [env[name]]));
  return workspaces.map((folder) => path.resolve(cwd, folder)).find((folder) => isAround(folder, cwd)) ?? cwd;
}

/** Tells whether a folder is another one or lies around it, links followed. */
function isAround(folder: string, inner: string): boolean {
  if (!existsSync(folder)) return false;
  const relative = path.relative(realpathSync(folder), realpathSync(inner));
  return !relative.startsWith('..') && !path.isAbsolute(relative);
}

/** Turns paths as findings name them, relative to `cwd`, into paths relative to a root. Names of streams and URLs stay. */
export function pathsFrom(root: string, cwd: string): (shownAs: string) => string {
  const [realRoot, realCwd] = [realpathSync(root), realpathSync(cwd)];
  return (shownAs) =>
    /^<|^[a-z][a-z\d+.-]+:\/\//i.test(shownAs) ? shownAs : displayPath(path.resolve(realCwd, shownAs), realRoot);
}
