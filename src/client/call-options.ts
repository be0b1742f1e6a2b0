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
  /** Sub-merchant to act for. Overrides the client's. */
  readonly tier?: string | undefined;
  /** Sends the body as `application/x-www-form-urlencoded` instead of JSON. */
  readonly form?: boolean | undefined;
  /** Decides the outcome of a write from the look-up, instead of the conditions in the document. */
  readonly judge?: ((found: unknown) => Shown) | undefined;
}
