import { statSync } from 'node:fs';

/** Keeps what was made between the runs of one process. */
export interface Cache {
  /** Gives what was made for the same key before, or makes it. */
  get<Value>(key: string, make: () => Value): Value;
  /** Begins the next run. Only what this run or the one before it asked for is kept: more would only grow. */
  evictUnused(): void;
}

/** Keeps nothing. */
export const NO_CACHE: Cache = { get: (_key, make) => make(), evictUnused: () => undefined };

/** Makes an empty cache. */
export function createCache(): Cache {
  let before = new Map<string, unknown>();
  let now = new Map<string, unknown>();
  return {
    get<Value>(key: string, make: () => Value): Value {
      // Made for the same key by the same caller, so of the same type.
      const value = (now.get(key) ?? before.get(key) ?? make()) as Value;
      now.set(key, value);
      return value;
    },
    evictUnused() {
      before = now;
      now = new Map();
    },
  };
}

/** How long a file must have been left alone before its state identifies its content, in milliseconds: clocks of file systems are coarse. */
const SETTLED_MS = 1000;

/** Key for what is made of a file: another one whenever the file, links followed, has changed. Undefined when that cannot be known. */
export function fileKey(use: string, file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || Date.now() - stats.ctimeMs < SETTLED_MS) return undefined;
  return [use, file, stats.dev, stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(' ');
}
