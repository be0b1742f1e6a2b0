import { statSync } from 'node:fs';

/** Keeps results between the runs of one process. */
export interface Cache {
  /** Whether results are kept at all. */
  readonly keeps: boolean;
  /** Returns the result for a key, or makes it. */
  get<Value>(key: string, make: () => Value): Value;
  /** Begins the next run. Keeps the results that this run or the one before has used, so that the cache does not grow. */
  evictUnused(): void;
}

/** A cache that keeps nothing. */
export const NO_CACHE: Cache = { keeps: false, get: (_key, make) => make(), evictUnused: () => undefined };

/** Creates an empty cache. */
export function createCache(): Cache {
  let before = new Map<string, unknown>();
  let now = new Map<string, unknown>();
  return {
    keeps: true,
    get<Value>(key: string, make: () => Value): Value {
      // The same caller has made it for the same key, so it has the same type.
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

/** How long a file must be unchanged before its state identifies its content, in milliseconds: file systems have coarse clocks. */
const SETTLED_MS = 1000;

/** Key for a result made from a file: it changes whenever the file changes. Links are followed. Undefined if this cannot be known. */
export function fileKey(use: string, file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || Date.now() - stats.ctimeMs < SETTLED_MS) return undefined;
  return [use, file, stats.dev, stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(' ');
}
