import { statSync } from 'node:fs';
import path from 'node:path';

/** One folder to watch. */
export interface WatchedFolder {
  readonly folder: string;
  /** Names directly in it that count; without, everything below it does. */
  readonly only?: ReadonlySet<string>;
}

/**
 * Lists the folders to watch for changes of files and folders, each once. Files are watched by their folder: otherwise
 * a file that an editor replaces by renaming another would be lost.
 */
export function watchedFolders(targets: readonly string[]): WatchedFolder[] {
  const all = [...new Set(targets.filter(isFolder))];
  const folders = all.filter((folder) => !all.some((other) => isWithin(folder, other)));
  const files = targets.filter((target) => !isFolder(target) && !folders.some((folder) => isWithin(target, folder)));
  const parents = new Map<string, Set<string>>();
  for (const file of files) {
    const parent = path.dirname(file);
    if (isFolder(parent)) parents.set(parent, (parents.get(parent) ?? new Set()).add(path.basename(file)));
  }
  return [...folders.map((folder) => ({ folder })), ...[...parents].map(([folder, only]) => ({ folder, only }))];
}

function isFolder(target: string): boolean {
  return statSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isWithin(target: string, folder: string): boolean {
  return target !== folder && target.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}
