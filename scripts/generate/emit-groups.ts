import type { Model, OutputFile } from './model/model.js';
import type { Recall } from '../files/cache.js';

/** Makes one output. With a memory, what has not changed since the run before need not be made again. */
export type Emitter = (model: Model, recall?: Recall) => OutputFile[];

/** The emitters that need a compiler, in groups that can work at the same time. Loading one takes a while: only when used. */
export const EMIT_GROUPS = {
  types: async (): Promise<readonly Emitter[]> => [(await import('./emit/paths.js')).emitPaths],
  classes: async (): Promise<readonly Emitter[]> => {
    const [{ emitModels }, { emitResources }] = await Promise.all([
      import('./emit/models.js'),
      import('./emit/resources.js'),
    ]);
    return [emitModels, emitResources];
  },
};

/** Name of a group. */
export type EmitGroup = keyof typeof EMIT_GROUPS;
