import type { LoadedSpec } from '../../openapi/loaded-spec.js';

/** What rewrites depend on beside the document. */
export interface RewriteOptions {
  /** The version that the document was written in. */
  readonly version: LoadedSpec['version'];
  /** Whether requests refuse read-only properties. */
  readonly strictReadOnly?: boolean | undefined;
}
