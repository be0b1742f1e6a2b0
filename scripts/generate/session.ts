import { createCache, NO_CACHE, type Cache } from '../files/cache.js';
import { expectShortRun } from '../files/tune-engine.js';
import type { Generated, Job } from './pipeline.js';

/** Generates any number of times. What has not changed is not read, parsed or compiled again. */
export interface Session {
  /** @throws {UsageError} when the spec cannot be read. */
  generate(): Promise<Generated>;
  /** Absolute paths of the files that the latest run read, or looked for. */
  files(): readonly string[];
}

/** Starts a session. */
export function startSession(job: Job): Session {
  const cache = createCache();
  let files: readonly string[] = [job.specFile, ...job.overlays];
  return {
    async generate() {
      cache.evictUnused();
      const onRead = (read: Iterable<string>): void => {
        files = [...new Set([job.specFile, ...job.overlays, ...read])];
      };
      return generateWith(job, cache, onRead);
    },
    files: () => files,
  };
}

/**
 * Generates one time.
 *
 * @throws {UsageError} when the spec cannot be read.
 */
export async function generateOnce(job: Job): Promise<Generated> {
  expectShortRun();
  return generateWith(job, NO_CACHE, () => undefined);
}

/** Redocly and the compilers take most of a second to load: only when they are needed. */
async function generateWith(job: Job, cache: Cache, onRead: (files: Iterable<string>) => void): Promise<Generated> {
  const { generateDocument } = await import('./pipeline.js');
  return generateDocument(job, cache, onRead);
}
