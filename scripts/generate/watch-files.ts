import { existsSync, statSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** Milliseconds of silence after which a save is taken to be complete: editors write a file in several steps. */
const SETTLING_MS = 25;

/** Tells when one of some files changes, comes or goes. */
export interface FileWatch {
  /** Watches these from now on, instead of the ones before. Whatever changed since `since` (epoch ms) counts as a change. */
  follow(files: readonly string[], since: number): void;
  /** Waits for a change. False when the signal came instead. */
  changed(): Promise<boolean>;
  end(): void;
}

/**
 * Watches the folders of the files: an editor that saves by renaming replaces the file, and a watch on the file itself would
 * be left with the old one. Changes while nobody waits are not lost.
 */
export function watchFiles(signal: AbortSignal): FileWatch {
  const folders = new Map<string, FSWatcher>();
  const state: State = { followed: new Set(), isChanged: false, wake: () => undefined };
  const note = (): void => {
    state.isChanged = true;
    state.wake();
  };
  signal.addEventListener('abort', note);
  return {
    follow(files, since) {
      state.followed = new Set(files);
      followFolders(folders, state.followed, (file) => {
        if (file === undefined || state.followed.has(file)) note();
      });
      if (files.some((file) => modifiedAt(file) > since)) note();
    },
    async changed() {
      if (!state.isChanged) await new Promise<void>((resolve) => (state.wake = resolve));
      while (state.isChanged && !signal.aborted) {
        state.isChanged = false;
        await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
      }
      return !signal.aborted;
    },
    end() {
      for (const watcher of folders.values()) watcher.close();
    },
  };
}

interface State {
  followed: ReadonlySet<string>;
  isChanged: boolean;
  /** Lets go on who waits for a change. */
  wake: () => void;
}

/** Undefined when it cannot be told which file it was. */
type Notice = (file: string | undefined) => void;

function followFolders(folders: Map<string, FSWatcher>, files: ReadonlySet<string>, notice: Notice): void {
  const wanted = new Set([...files].map((file) => path.dirname(file)).filter((folder) => existsSync(folder)));
  for (const [folder, watcher] of folders) {
    if (wanted.has(folder)) continue;
    watcher.close();
    folders.delete(folder);
  }
  for (const folder of wanted) if (!folders.has(folder)) folders.set(folder, watchFolder(folder, notice));
}

function watchFolder(folder: string, notice: Notice): FSWatcher {
  const watcher = watch(folder, (_event, name) => {
    notice(name === null ? undefined : path.join(folder, name));
  });
  // The folder itself is gone: the next run says what is missing.
  watcher.on('error', () => {
    notice(undefined);
  });
  return watcher;
}

/** Epoch milliseconds; 0 for a file that is not there. */
function modifiedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
