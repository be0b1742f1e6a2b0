import type { ApiDescription } from './api-description.js';
import type { Authorization } from './authorization.js';
import type { Settings } from './client-options.js';
import type { Codecs } from './codecs.js';
import type { PendingWrite } from './pending-write.js';

/** Shared by all calls of a client. */
export interface CallContext extends Settings, Pick<ApiDescription, 'operations' | 'envelope' | 'options'> {
  readonly authorization: Authorization;
  /** For rows that need more than plain parameters and JSON. */
  readonly codecs?: Codecs | undefined;
  /** The writes behind this client's `ambiguous` errors, for `settle`. */
  readonly pending: WeakMap<object, PendingWrite>;
}
