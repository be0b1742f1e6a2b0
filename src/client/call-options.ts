/** The outcome of a write: it happened, it can no longer happen, or neither is known yet. */
export type Shown =
  | { readonly outcome: 'done'; readonly value: unknown }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'not_visible' };

/** Options of a single call. */
export interface CallOptions {
  /** Aborts the call: it rejects with `kind: 'aborted'`, or `'ambiguous'` if a write was sent. Nothing more is sent. */
  readonly signal?: AbortSignal | undefined;
  /** Time limit of the whole call in milliseconds, including reading back. Overrides the client's. */
  readonly timeoutMs?: number | undefined;
  /** Sends the body as `application/x-www-form-urlencoded` instead of JSON. */
  readonly form?: boolean | undefined;
  /** Media type of the body, where the document has several. Default: JSON, else the first. */
  readonly contentType?: string | undefined;
  /** Decides the outcome of a write from the look-up, instead of the conditions in the document. */
  readonly judge?: ((found: unknown) => Shown) | undefined;
}

/** What an answer becomes: parsed JSON, text, bytes or a stream of bytes. */
export type ParseAs = 'json' | 'text' | 'bytes' | 'stream';

/** Options of one call whose whole response is wanted. */
export interface ResponseOptions<As extends ParseAs | undefined = ParseAs | undefined> extends CallOptions {
  /**
   * What the answer becomes, instead of what its media type says. It is not compared with the document then. A stream is not
   * bounded by `maxBodyBytes`, and `timeoutMs` ends with its headers.
   */
  readonly parseAs?: As;
}
