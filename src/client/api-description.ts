import type { DocumentOptions } from './document-options.js';
import type { OperationRow } from './operation-row.js';

/** The envelope of an API's responses, which distinguishes success from failure. The names are wire names. */
export interface Envelope {
  /** Property with the result code, and the value that means success. */
  readonly code: string;
  readonly success: number;
  /** Property with a human-readable message. */
  readonly message: string;
  /** Property with the data. */
  readonly data: string;
}

/** The generated description of an API. */
export interface ApiDescription {
  /** Base URL without a trailing slash. */
  readonly baseUrl: string;
  readonly operations: Readonly<Record<string, OperationRow>>;
  /** The envelope of the operations that have one. */
  readonly envelope?: Envelope | undefined;
  /** Options that the document adds. */
  readonly options?: DocumentOptions | undefined;
}
