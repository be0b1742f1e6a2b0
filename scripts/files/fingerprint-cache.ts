import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

import { UsageError } from '../messages/usage-error.js';
import { readJsonQuietly } from './read-quietly.js';
import { foldersUp } from './repository-root.js';
import { writeFile } from './write-file.js';

/** Maximum number of fingerprints; the oldest are removed first. */
const KEPT = 200;

/** Keeps fingerprints between runs on this machine. Without the file, runs are slower, but correct. */
export interface FingerprintCache {
  has(fingerprint: string): boolean;
  add(fingerprint: string): void;
}

/** The cache for an output folder: in the nearest `node_modules/.cache` above it, else in the user's cache folder. */
export function openFingerprintCache(folder: string): FingerprintCache {
  const file = path.join(cacheFolder(folder), 'iamport-kit', 'generated.json');
  return {
    has: (fingerprint) => read(file).includes(fingerprint),
    add(fingerprint) {
      const others = read(file).filter((other) => other !== fingerprint);
      try {
        writeFile({ file, shownAs: file }, `${JSON.stringify([...others, fingerprint].slice(-KEPT))}\n`);
      } catch (cause) {
        // Without a cache the next run generates again, which is only slower.
        if (!(cause instanceof UsageError)) throw cause;
      }
    },
  };
}

function cacheFolder(folder: string): string {
  const modules = foldersUp(folder).map((each) => path.join(each, 'node_modules'));
  const nearest = modules.find((each) => existsSync(each));
  return nearest === undefined ? userCacheFolder(process.env) : path.join(nearest, '.cache');
}

function userCacheFolder({ XDG_CACHE_HOME = '', LOCALAPPDATA = '' }: NodeJS.ProcessEnv): string {
  if (path.isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === 'win32' && LOCALAPPDATA !== '') return LOCALAPPDATA;
  return process.platform === 'darwin' ? path.join(homedir(), 'Library', 'Caches') : path.join(homedir(), '.cache');
}

/** The fingerprints in the file; none if it is missing or invalid. */
function read(file: string): readonly string[] {
  const found = readJsonQuietly(file);
  return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : [];
}
