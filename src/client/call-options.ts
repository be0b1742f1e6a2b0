/** What one call may be told beside its input. */
export interface CallOptions {
  /** Ends the call: it rejects with `kind: 'aborted'`, and nothing more is sent. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds the whole call may take, instead of the client's. */
  readonly timeoutMs?: number | undefined;
  /** Sub-merchant to act for, instead of the client's. */
  readonly tier?: string | undefined;
  /** Sends the body as `application/x-www-form-urlencoded` instead of JSON. */
  readonly form?: boolean | undefined;
}
