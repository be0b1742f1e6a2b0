import type { ApiDescription } from './api-description.js';
import type { Authorization } from './authorization.js';
import type { Settings } from './client-options.js';
import type { PendingWrite } from './pending-write.js';
import type { Planner } from './request.js';

/** Shared by all calls of a client. */
export interface CallContext extends Settings, Pick<ApiDescription, 'operations' | 'envelope' | 'options'> {
  readonly authorization: Authorization;
  /** Plans requests. Default: plain parameters and JSON. */
  readonly planAny?: Planner | undefined;
  /** The writes behind this client's `ambiguous` errors, for `settle`. */
  readonly pending: WeakMap<object, PendingWrite>;
}
