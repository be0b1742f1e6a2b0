import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

import { displayPath } from './display-path.js';

/** Environment variables with the folder of the repository in CI services: GitHub, GitLab, Azure, Jenkins, Bitbucket. */
const WORKSPACES = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'BUILD_SOURCESDIRECTORY', 'WORKSPACE', 'BITBUCKET_CLONE_DIR'];

/** A folder and its parents, up to the root of the file system. */
export function foldersUp(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersUp(parent)];
}

/** A folder and its parents up to the root of the Git repository; outside of one, only the folder itself. */
export function foldersUpToRepository(start: string): string[] {
  const folders = foldersUp(start);
  const root = folders.findIndex((folder) => existsSync(path.join(folder, '.git')));
  return root === -1 ? [start] : folders.slice(0, root + 1);
}

/**
 * The folder that paths in machine formats are relative to: the Git repository around `cwd`, else the workspace of the CI
 * service, else `cwd`.
 */
export function repositoryRoot(cwd: string, env: Readonly<Record<string, string | undefined>>): string {
  return repositoryAround(cwd, env) ?? cwd;
}

/** The Git repository around a folder, else the workspace of the CI service; undefined if there is neither. */
export function repositoryAround(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const repository = foldersUpToRepository(folder).at(-1) ?? folder;
  if (existsSync(path.join(repository, '.git'))) return repository;
  const workspaces = WORKSPACES.flatMap((name) => (env[name] === undefined || env[name] === '' ? [] : [env[name]]));
  return workspaces
    .map((workspace) => path.resolve(folder, workspace))
    .filter((workspace) => path.dirname(workspace) !== workspace && existsSync(workspace))
    .find((workspace) => pathWithin(workspace, folder) !== undefined);
}

/** The path from a folder to what is in it, empty for itself; undefined for what is elsewhere. Links are followed. */
export function pathWithin(folder: string, inner: string): string | undefined {
  const relative = path.relative(realpathSync(folder), existsSync(inner) ? realpathSync(inner) : path.resolve(inner));
  return relative.startsWith('..') || path.isAbsolute(relative) ? undefined : relative;
}

/** Makes paths of findings, which are relative to `cwd`, relative to a root. Names of streams and URLs are unchanged. */
export function pathsFrom(root: string, cwd: string): (shownAs: string) => string {
  const [realRoot, realCwd] = [realpathSync(root), realpathSync(cwd)];
  return (shownAs) =>
    /^<|^[a-z][a-z\d+.-]+:\/\//i.test(shownAs) ? shownAs : displayPath(path.resolve(realCwd, shownAs), realRoot);
}
