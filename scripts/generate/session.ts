import { statSync } from 'node:fs';

import { createCache, NO_CACHE, type Cache } from '../files/cache.js';
import { expectLargeHeap, expectShortRun } from '../files/tune-engine.js';
import type { Generated } from './pipeline.js';
import type { Request } from './write/unchanged.js';

/** In bytes. i'mport's whole document is smaller. */
const LARGE_DOCUMENT = 1_000_000;

/** What to generate, and how to read and show it. */
export interface Job extends Request {
  /** How messages name the root document. */
  readonly shownAs: string;
  /** Hosts that documents may be fetched from over https. */
  readonly hosts: readonly string[];
  /** Folder that paths in findings are relative to. */
  readonly cwd: string;
}

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
  const [{ loadSpec }, { generate }] = await Promise.all([import('../files/load-spec.js'), import('./pipeline.js')]);
  const { specFile, shownAs, hosts, overlays, cwd } = job;
  if ((statSync(specFile, { throwIfNoEntry: false })?.size ?? 0) > LARGE_DOCUMENT) expectLargeHeap();
  const spec = await loadSpec(specFile, shownAs, { hosts, files: overlays, cwd, cache });
  try {
    return await generate(spec, job, cache);
  } finally {
    onRead(spec.resolver.getFiles());
  }
}
