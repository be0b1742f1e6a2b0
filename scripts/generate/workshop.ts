import { EMIT_GROUPS, type EmitGroup } from './emit-groups.js';
import type { Model, OutputFile } from './model/model.js';
import type { Recall } from '../files/cache.js';

/** Where the work is done that needs a compiler. */
export interface Workshop {
  /** Runs a group of emitters. With a memory, what has not changed since the run before need not be made again. */
  emit(group: EmitGroup, model: Model, recall?: Recall): Promise<readonly OutputFile[]>;
  /** Refuses what no emitter means to write; see `verifyOutput`. */
  verify(files: readonly OutputFile[]): Promise<void>;
}

/** All of it in the thread of the caller, one after the other. */
export const IN_THIS_THREAD: Workshop = {
  async emit(group, model, recall) {
    const emitters = await EMIT_GROUPS[group]();
    return emitters.flatMap((emit) => emit(model, recall));
  },
  async verify(files) {
    const { verifyOutput } = await import('./verify-output.js');
    verifyOutput(files);
  },
};
