/** What reading back shows of a write: it happened, it cannot happen any more, or neither can be told yet. */
export type Shown =
  | { readonly outcome: 'done'; readonly value: unknown }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'not_visible' };

/** Options of one call beside its input. */
export interface CallOptions {
  /** Ends the call: it rejects with `kind: 'aborted'`, or `'ambiguous'` when a write was sent, and nothing more is sent. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds the whole call may take, reading back included, instead of the client's. */
  readonly timeoutMs?: number | undefined;
  /** Sub-merchant to act for, instead of the client's. */
  readonly tier?: string | undefined;
  /** Sends the body as `application/x-www-form-urlencoded` instead of JSON. */
  readonly form?: boolean | undefined;
  /** Decides what the look-up shows of a write, instead of the conditions in the document. */
  readonly judge?: ((found: unknown) => Shown) | undefined;
}
