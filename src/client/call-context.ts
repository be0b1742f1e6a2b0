import type { TokenSource } from '../auth/auth.js';
import type { Settings } from './client-options.js';
import type { OperationRow } from './operation-row.js';

/** What every call needs. */
export interface CallContext extends Settings {
  readonly operations: Readonly<Record<string, OperationRow>>;
  readonly token: TokenSource;
}
