import { createAheadWorkshop } from './ahead-workshop.js';
import type { Job } from './job.js';
import { loadSpec } from '../files/load-spec.js';
import { generate, type Generated } from './pipeline.js';
import type { Memory } from '../files/cache.js';

/** Generates any number of times with everything loaded once. Does nothing twice that has not changed. */
export interface Session {
  /**
   * Begins the next run of the memory.
   *
   * @throws {UsageError} when the spec cannot be read.
   */
  generate(): Promise<Generated>;
  /** Absolute paths of the files that the latest run read, or looked for. */
  files(): readonly string[];
  end(): Promise<void>;
}

/** Starts a session. While it checks a spec, its thread is already at work on it. */
export function startSession(job: Job, { recall, nextRun }: Memory): Session {
  const workshop = createAheadWorkshop(job, recall);
  let files: readonly string[] = [job.specFile, ...job.overlays];
  return {
    async generate() {
      nextRun();
      await workshop.begin();
      const { specFile, shownAs, hosts, overlays } = job;
      const spec = await loadSpec(specFile, shownAs, { hosts, files: overlays, recall });
      try {
        return await generate(spec, job, workshop);
      } finally {
        files = [...new Set([specFile, ...overlays, ...spec.resolver.getFiles()])];
      }
    },
    files: () => files,
    end: () => workshop.end(),
  };
}
