import { type FSWatcher, statSync, watch } from 'node:fs';
import path from 'node:path';

import { reasonOf } from '../files/reason-of.js';
import { UsageError } from '../messages/usage-error.js';

/** How long a change must be followed by silence to count as done, in milliseconds. Editors write a file in several steps. */
export const QUIET_MS = 10;

/** Files and folders that are being watched. */
export interface Watch {
  /**
   * Waits until something was written, made or removed, and then until it is quiet. Gives the absolute paths, sorted, of
   * everything since the last call; none when the watch was closed.
   *
   * @throws {UsageError} when the limit of watches is reached.
   */
  next(): Promise<readonly string[]>;
  /**
   * Watches these from now on. What has changed already is not forgotten; files that were not watched and were written
   * after `since`, in milliseconds of the epoch, have changed as well.
   */
  retarget(targets: readonly string[], since: number): void;
  close(): void;
}

interface State {
  readonly pending: Set<string>;
  watchers: FSWatcher[];
  targets: readonly string[];
  error?: UsageError;
  isClosed: boolean;
  /** Wakes a pending `next`. */
  notify: () => void;
}

/** Watches files and folders, folders with everything below them. */
export function watchPaths(targets: readonly string[]): Watch {
  const state: State = { pending: new Set(), watchers: [], targets: [], isClosed: false, notify: () => undefined };
  aim(state, targets);
  return {
    retarget: (next, since) => {
      const isSame = next.length === state.targets.length && next.every((file, index) => file === state.targets[index]);
      if (isSame || state.isClosed) return;
      const before = new Set(state.targets);
      aim(state, next);
      for (const file of next) if (!before.has(file) && isWrittenAfter(file, since)) state.pending.add(file);
    },
    close: () => {
      state.isClosed = true;
      stop(state);
      state.notify();
    },
    next: async () => {
      const isOver = (): boolean => state.isClosed || state.error !== undefined;
      while (!isOver() && state.pending.size === 0) await isNotified(state);
      while (!isOver() && (await isNotified(state, QUIET_MS)));
      if (state.error !== undefined) throw state.error;
      const changed = state.isClosed ? [] : [...state.pending].sort();
      state.pending.clear();
      return changed;
    },
  };
}

function aim(state: State, targets: readonly string[]): void {
  const former = state.watchers.splice(0);
  state.targets = targets;
  const fail = (cause: unknown): void => {
    state.error = new UsageError('watch-failed', { reason: reasonOf(cause) }, { cause });
    state.notify();
  };
  try {
    for (const { folder, only } of watchedFolders(targets)) {
      const watcher = watch(folder, { recursive: only === undefined }, (_event, name) => {
        if (name === null || !isTarget(path.join(folder, name), state.targets)) return;
        state.pending.add(path.join(folder, name));
        state.notify();
      });
      state.watchers.push(watcher.on('error', fail));
    }
  } catch (cause) {
    fail(cause);
  }
  if (former.length === 0) return;
  // Events they have not delivered yet would be lost.
  setTimeout(() => {
    for (const watcher of former) watcher.close();
  }, QUIET_MS);
}

/** Whether a file is one of the targets, or in a folder that is. */
export function isTarget(file: string, targets: readonly string[]): boolean {
  return targets.some((target) => file === target || file.startsWith(target + path.sep));
}

function isWrittenAfter(file: string, since: number): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.mtimeMs > since;
}

function stop(state: State): void {
  for (const watcher of state.watchers.splice(0)) watcher.close();
}

/** Waits for a notification, no longer than `milliseconds`. Resolves with whether there was one. */
function isNotified(state: State, milliseconds?: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds, false);
    state.notify = () => {
      clearTimeout(timer);
      resolve(true);
    };
  });
}

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
