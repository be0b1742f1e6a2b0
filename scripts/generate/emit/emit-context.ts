import type { Cache } from '../../files/cache.js';

/** What emitters know besides the model. */
export interface EmitContext {
  /** Keeps what takes long to make, for the next run of the same process. */
  readonly cache: Cache;
  /**
   * Whether the output is the `generated/` of the package itself. It has no `index.ts`, and loads its validators on first
   * use; a folder in another project imports them, because some tools refuse `import()`.
   */
  readonly isOwn: boolean;
}
