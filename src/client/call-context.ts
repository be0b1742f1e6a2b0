import type { ApiDescription } from './api-description.js';
import type { Authorization } from './authorization.js';
import type { Settings } from './client-options.js';
import type { PendingWrite } from './pending-write.js';

/** What every call needs. */
export interface CallContext extends Settings, Pick<ApiDescription, 'operations' | 'envelope'> {
  readonly authorization: Authorization;
  /** The writes behind the `ambiguous` errors of this client, for `settle`. */
  readonly pending: WeakMap<object, PendingWrite>;
}
