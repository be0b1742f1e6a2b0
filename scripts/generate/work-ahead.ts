import type { EmitGroup } from './emit-groups.js';
import type { Job } from './job.js';
import { loadSpec } from '../files/load-spec.js';
import { makeModel } from './model/make-model.js';
import type { OutputFile } from './model/model.js';
import type { Memory } from '../files/cache.js';
import { verifyOutput } from './verify-output.js';
import { IN_THIS_THREAD } from './workshop.js';

/**
 * What needs a compiler, emitted and verified, made from the spec while another thread is still checking it. Worth something
 * only when that thread finds nothing wrong, and reads the same texts.
 */
export interface Ahead {
  /** Hash of the texts it was made from; empty when no model could be made. */
  readonly sourceHash: string;
  readonly groups: Readonly<Record<EmitGroup, readonly OutputFile[]>>;
}

/** When no model could be made. */
export const NOTHING_AHEAD: Ahead = { sourceHash: '', groups: { types: [], classes: [] } };

/** Makes a model and runs every group of emitters. What other hosts have is left to the thread that checks: it would be fetched twice. */
export async function workAhead(job: Job, { recall, nextRun }: Memory): Promise<Ahead> {
  nextRun();
  const spec = await loadSpec(job.specFile, job.shownAs, { files: job.overlays, recall });
  const made = await makeModel(spec, job);
  if ('diagnostics' in made) return NOTHING_AHEAD;
  const emit = async (group: EmitGroup): Promise<readonly OutputFile[]> => {
    const files = await IN_THIS_THREAD.emit(group, made.model, recall);
    for (const file of files) recall(`verified ${file.path} ${file.text}`, () => isVerified(file));
    return files;
  };
  return {
    sourceHash: made.sources.hash,
    groups: { types: await emit('types'), classes: await emit('classes') },
  };
}

/** Throws when it is not, so that nothing is remembered: what lint would have refused may have got this far. */
function isVerified(file: OutputFile): true {
  verifyOutput([file]);
  return true;
}
