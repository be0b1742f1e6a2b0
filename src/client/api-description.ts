import type { OperationRow } from './operation-row.js';

/** How an API tells success from refusal inside its answers. The names are those of the wire. */
export interface Envelope {
  /** Property that holds the outcome, and the value that means success. */
  readonly code: string;
  readonly success: number;
  /** Property with a text for people. */
  readonly message: string;
  /** Property with what the caller asked for. */
  readonly data: string;
}

/** The generated description of an API. */
export interface ApiDescription {
  /** Where the API is, without a trailing slash. */
  readonly baseUrl: string;
  readonly operations: Readonly<Record<string, OperationRow>>;
  /** The envelope of the rows that have one. */
  readonly envelope?: Envelope | undefined;
}
