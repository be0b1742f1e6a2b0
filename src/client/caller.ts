import type { CallOptions } from './call-options.js';

/** Performs operations by ID. Generated resources add the types. */
export interface Caller {
  call(id: string, input: unknown, options?: CallOptions): Promise<unknown>;
}
