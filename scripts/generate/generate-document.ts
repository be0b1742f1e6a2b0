import { statSync } from 'node:fs';

import type { Cache } from '../files/cache.js';
import { loadSpec } from '../files/load-spec.js';
import { expectLargeHeap } from '../files/tune-engine.js';
import { generate, type Generated } from './pipeline.js';
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

/**
 * Reads the document of a job and generates from it. `onRead` gets the files that were read or looked for, also when
 * generating fails.
 *
 * @throws {UsageError} when the spec cannot be read.
 */
export async function generateDocument(
  job: Job,
  cache: Cache,
  onRead: (files: Iterable<string>) => void,
): Promise<Generated> {
  const { specFile, shownAs, hosts, overlays, cwd } = job;
  if ((statSync(specFile, { throwIfNoEntry: false })?.size ?? 0) > LARGE_DOCUMENT) expectLargeHeap();
  const spec = await loadSpec(specFile, shownAs, { hosts, files: overlays, cwd, cache });
  try {
    return await generate(spec, job, cache);
  } finally {
    onRead(spec.resolver.getFiles());
  }
}
