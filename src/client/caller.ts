import type { CallOptions } from './call-options.js';

/** What generated resources are made of: something that performs operations by ID. They add the types. */
export interface Caller {
  call(id: string, input: unknown, options?: CallOptions): Promise<unknown>;
}
