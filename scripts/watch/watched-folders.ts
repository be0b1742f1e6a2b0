import { statSync } from 'node:fs';
import path from 'node:path';

/** One folder to watch. */
export interface WatchedFolder {
  readonly folder: string;
  /** Names directly in it that count; without, everything below it does. */
  readonly only?: ReadonlySet<string>;
}

/**
 * Says which folders to watch for changes of some files and folders, none twice. Files are watched by their folder: an
 * editor that writes a new file and renames it would be lost otherwise.
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
