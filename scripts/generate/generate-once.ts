import { expectShortRun } from '../files/raise-interrupt-budget.js';
import type { Job } from './job.js';
import type { Generated } from './pipeline.js';

/**
 * Generates one time. The thread starts first: it loads the compiler while this one loads Redocly.
 *
 * @throws {UsageError} when the spec cannot be read.
 */
export async function generateOnce(job: Job): Promise<Generated> {
  expectShortRun();
  const { startEmitThread } = await import('./start-emit-thread.js');
  const thread = startEmitThread();
  try {
    const [{ loadSpec }, { generate }] = await Promise.all([import('../files/load-spec.js'), import('./pipeline.js')]);
    const spec = await loadSpec(job.specFile, job.shownAs, { hosts: job.hosts, files: job.overlays });
    return await generate(spec, job, thread);
  } finally {
    await thread.end();
  }
}
