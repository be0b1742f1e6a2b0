import { statSync } from 'node:fs';

/** Gives what was made for the same key before, or makes it. */
export type Recall = <Value>(key: string, make: () => Value) => Value;

/** Makes everything anew. */
export const MAKE_ANEW: Recall = (_key, make) => make();

/** A memory for runs that come one after the other, and how to tell that the next begins. */
export interface Memory {
  readonly recall: Recall;
  readonly nextRun: () => void;
}

/** Remembers what the present run and the one before it made: more would only grow. */
export function createMemory(): Memory {
  let before = new Map<string, unknown>();
  let now = new Map<string, unknown>();
  return {
    recall: <Value>(key: string, make: () => Value): Value => {
      // Made for the same key by the same caller, so of the same type.
      const value = (now.get(key) ?? before.get(key) ?? make()) as Value;
      now.set(key, value);
      return value;
    },
    nextRun() {
      before = now;
      now = new Map();
    },
  };
}

/** How long a file must have been left alone before its state tells its content, in milliseconds: the clocks of disks are coarse. */
const SETTLED_MS = 1000;

/** Recalls what was made of a file, as long as the file is the same: links followed, and untouched since. */
export function recallFile<Value>(
  recall: Recall,
  [use, file]: readonly [use: string, file: string],
  make: () => Value,
): Value {
  if (recall === MAKE_ANEW) return make();
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || Date.now() - stats.ctimeMs < SETTLED_MS) return make();
  const state = [stats.dev, stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(' ');
  return recall(`${use} ${file} ${state}`, make);
}
